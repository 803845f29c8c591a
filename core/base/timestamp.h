// RFC 3339 timestamps in UTC, text to seconds since 1970 and back. The core has no clock: times come with the case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alimail {

// 0 for anything that is not "YYYY-MM-DDThh:mm:ss[.fraction]Z"; the fraction is dropped.
std::int64_t parse_time(std::string_view text);

// "" for 0.
std::string format_time(std::int64_t seconds);

}  // namespace alimail
