#include "words/markup.h"

#include <gtest/gtest.h>

#include <string_view>

namespace alimail {
namespace {

std::vector<Character> characters(std::u32string_view text) {
  std::vector<Character> all;
  for (std::uint32_t i = 0; i < text.size(); ++i) all.push_back({text[i], i, i + 1});
  return all;
}

TEST(Markup, EndsATagAndNoAddress) {
  EXPECT_EQ(end_of_tag(characters(U"<p>x"), 0), 2U);
  EXPECT_EQ(end_of_tag(characters(U"</td>"), 0), 4U);
  EXPECT_EQ(end_of_tag(characters(U"<a href=x>"), 0), 9U);
  for (const char32_t* text : {U"<zhang@abc.com>", U"<abc.com>", U"<", U"<1>", U"< p>", U"<p <b>", U"<p"}) {
    EXPECT_EQ(end_of_tag(characters(text), 0), 0U);
  }
}

TEST(Markup, BreaksTheLineAtABlock) {
  const auto breaks = [](std::u32string_view tag) { return breaks_line(characters(tag), 0, tag.size() - 1); };
  EXPECT_TRUE(breaks(U"<br>") && breaks(U"</p>") && breaks(U"<div>") && breaks(U"<li>") && breaks(U"<h1>"));
  EXPECT_FALSE(breaks(U"<b>") || breaks(U"<span>") || breaks(U"</a>"));
}

TEST(Markup, EndsAnEntity) {
  EXPECT_EQ(end_of_entity(characters(U"&nbsp;x"), 0), 5U);
  EXPECT_EQ(end_of_entity(characters(U"&#39;"), 0), 4U);
  for (const char32_t* text : {U"&", U"&;", U"&a;", U"& b;", U"&notanentity;", U"&amp"}) {
    EXPECT_EQ(end_of_entity(characters(text), 0), 0U);
  }
}

}  // namespace
}  // namespace alimail
