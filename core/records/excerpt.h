// A record as a finding shows it: limited in size, and well-formed UTF-8 of the same length. The length must not
// change, because the page counts bytes to find the marked part.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

inline constexpr std::size_t kMaxExcerptBytes = 512;     // plus "..." at each end where text was cut
inline constexpr std::size_t kExcerptBytesBefore = 128;  // bytes kept before a mark that is further back

struct Excerpt {
  String text;
  TextSpan mark;  // in `text`
};

Excerpt excerpt(std::string_view text, TextSpan mark = {});

// The same without a mark and without "...", for texts that are rarely so long.
inline std::string_view beginning(std::string_view text) {
  return text.substr(0, kMaxExcerptBytes);
}

}  // namespace alimail
