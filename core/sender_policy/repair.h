// Repairs a mistyped record: corrects every slip of records/spf_slip.h, and "ipv4:" and "ipv6:", in time linear in its
// length.
#pragma once

#include "base/containers.h"

namespace alimail {

inline constexpr std::size_t kMaxRepairBytes = 8192;  // a longer text is returned unchanged

String repaired_spf(String text);

}  // namespace alimail
