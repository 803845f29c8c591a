// A record that was mistyped, as it was meant: every slip that records/spf_slip.h knows, mended where it stands.
#pragma once

#include <string>

namespace alimail {

inline constexpr int kMaxRepairs = 128;               // of one text; what is still wrong then stays so
inline constexpr std::size_t kMaxRepairBytes = 8192;  // a longer text comes back as it is

std::string repaired_spf(std::string text);

}  // namespace alimail
