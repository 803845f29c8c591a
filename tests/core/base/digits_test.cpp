#include "base/digits.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Digits, AreReadUpToTheMaximum) {
  EXPECT_EQ(parse_number("0", 9), 0U);
  EXPECT_EQ(parse_number("007", 255), 7U);
  EXPECT_EQ(parse_number("65535", 65535), 65535U);
  EXPECT_EQ(parse_number("fFfF", 65535, 16), 65535U);
  EXPECT_EQ(parse_number("18446744073709551615", UINT64_MAX), UINT64_MAX);
  for (const char* text : {"", " 1", "1 ", "-1", "+1", "0x1", "1a", "65536", "18446744073709551616"}) {
    EXPECT_FALSE(parse_number(text, 65535).has_value()) << text;
  }
  EXPECT_FALSE(parse_number("18446744073709551616", UINT64_MAX).has_value());
  EXPECT_FALSE(parse_number("g", 255, 16).has_value());
  std::string_view text = "12.5";
  EXPECT_EQ(take_number(text, 255), 12U);
  EXPECT_EQ(text, ".5");
}

}  // namespace
}  // namespace alimail
