// Full-width forms of ASCII, which East Asian keyboards insert: U+FF01 to U+FF5E are '!' to '~'.
#pragma once

#include <string_view>

namespace alimail {

constexpr char32_t half_width(char32_t code) {
  return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code;
}

// The ASCII form of the full-width character (three bytes of UTF-8) at the beginning of the text, or '\0' if the text
// begins with another character.
char half_width_at(std::string_view text);

}  // namespace alimail
