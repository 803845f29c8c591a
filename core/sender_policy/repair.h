// Repairs a mistyped record: corrects every slip of records/spf_slip.h.
#pragma once

#include <string>

namespace alimail {

inline constexpr int kMaxRepairs = 128;               // in one text; further slips are not repaired
inline constexpr std::size_t kMaxRepairBytes = 8192;  // a longer text is returned unchanged

std::string repaired_spf(std::string text);

}  // namespace alimail
