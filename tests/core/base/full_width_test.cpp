#include "base/full_width.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(FullWidth, IsAsciiMoved) {
  EXPECT_EQ(half_width(0xFF01), U'!');
  EXPECT_EQ(half_width(0xFF5E), U'~');
  for (const char32_t code : {U'a', char32_t{0x3000}, char32_t{0xFF00}, char32_t{0xFF5F}}) {
    EXPECT_EQ(half_width(code), code);
  }
}

TEST(FullWidth, IsReadAtTheBeginningOfAText) {
  EXPECT_EQ(half_width_at("\xEF\xBC\x81"), '!');
  EXPECT_EQ(half_width_at("\xEF\xBC\x9A:"), ':');
  EXPECT_EQ(half_width_at("\xEF\xBC\xBF"), '_');
  EXPECT_EQ(half_width_at("\xEF\xBD\x80"), '`');
  EXPECT_EQ(half_width_at("\xEF\xBD\x9E"), '~');
  for (const char* text : {"", "a", "\xEF", "\xEF\xBC", "\xEF\xBC!", "\xEF\xBC\x80", "\xEF\xBD\x9F", "\xEF\xBE\x80",
                           "\xEF\xFC\x81", "\xE3\x80\x82", "a\xEF\xBC\x81"}) {
    EXPECT_EQ(half_width_at(text), '\0') << text;
  }
}

}  // namespace
}  // namespace alimail
