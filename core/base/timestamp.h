// RFC 3339 timestamps in UTC, as text and as seconds since 1970. The core has no clock; times come with the case.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"

namespace alimail {

// Returns 0 for anything that is not "YYYY-MM-DDThh:mm:ss[.fraction]Z". The fraction is dropped.
std::int64_t parse_time(std::string_view text);

// Returns "" for 0 and for negative values.
String format_time(std::int64_t seconds);

}  // namespace alimail
