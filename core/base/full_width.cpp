#include "base/full_width.h"

namespace alimail {

char half_width_at(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xEF') return '\0';
  const auto bits = [&](std::size_t i) {
    return static_cast<unsigned char>(text[i]) ^ 0x80U;
  };  // payload bits of a continuation byte
  if (bits(1) > 0x3F || bits(2) > 0x3F) return '\0';
  const auto code = static_cast<char32_t>(0xF000U | bits(1) << 6U | bits(2));
  return half_width(code) == code ? '\0' : static_cast<char>(half_width(code));
}

}  // namespace alimail
