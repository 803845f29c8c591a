// A record as a finding shows it: limited in size, and well-formed UTF-8 of the same length. The length must not
// change, because the page counts bytes to find the marked part.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "records/spf.h"

namespace alimail {

inline constexpr std::size_t kMaxExcerptBytes = 512;     // plus "..." at each end where text was cut
inline constexpr std::size_t kExcerptBytesBefore = 128;  // bytes kept before a mark that is further back

struct Excerpt {
  std::string text;
  TextSpan mark;  // in `text`
};

Excerpt excerpt(std::string_view text, TextSpan mark = {});

}  // namespace alimail
