#include "base/utf8.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Utf8, CountsTheBytesOfOneCharacter) {
  EXPECT_EQ(utf8_length("a", 0), 1U);
  EXPECT_EQ(utf8_length("\xC3\xA9", 0), 2U);
  EXPECT_EQ(utf8_length("\xE3\x80\x80", 0), 3U);
  EXPECT_EQ(utf8_length("\xF0\x9F\x98\x80", 0), 4U);
  EXPECT_EQ(utf8_length("a\xC3\xA9", 1), 2U);
}

TEST(Utf8, IsWellFormedOrNothing) {
  for (const char* text : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE3\x80", "\xED\xA0\x80",
                           "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_EQ(utf8_length(text, 0), 0U) << text;
  }
}

}  // namespace
}  // namespace alimail
