// A record as a finding shows it: bounded, and well-formed UTF-8 of the same length, so that a place in it stays the place
// of what it marks when the page counts its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "records/spf.h"

namespace alimail {

inline constexpr std::size_t kMaxExcerptBytes = 512;     // and "..." in place of what was cut, at either end
inline constexpr std::size_t kExcerptBytesBefore = 128;  // kept before a mark that lies further behind

struct Excerpt {
  std::string text;
  TextSpan mark;  // in `text`
};

Excerpt excerpt(std::string_view text, TextSpan mark = {});

}  // namespace alimail
