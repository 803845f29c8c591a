#include "bounces/plain_text.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

// Without the line end at the beginning.
std::string plain_of(std::string_view text) {
  const std::string plain = plain_text(text).text;
  return plain.substr(plain.starts_with('\n') ? 1 : 0);
}

TEST(PlainText, TakesTheDressOfMailOff) {
  EXPECT_EQ(plain_of("> said: 550"), "said: 550");
  EXPECT_EQ(plain_of("a\r\nb"), "a\nb");
  EXPECT_EQ(plain_of("user unkn=\r\nown"), "user unknown");
}

TEST(PlainText, KnowsOfEachByteWhereItWas) {
  const std::string_view original = "> 550 =\r\nno <b>x</b>";
  const Folded plain = plain_text(original);
  ASSERT_EQ(plain.begin.size(), plain.text.size());
  ASSERT_EQ(plain.end.size(), plain.text.size());
  for (std::size_t i = 0; i < plain.text.size(); ++i) {
    EXPECT_LE(plain.begin[i], plain.end[i]);
    EXPECT_LE(plain.end[i], original.size());
  }
}

TEST(PlainText, IsComparedInLowerCaseAndWithSingleSpaces) {
  const Folded form = reply_form(plain_text("User  UNKNOWN").text);
  EXPECT_NE(form.text.find("user unknown"), std::string::npos) << form.text;
}

}  // namespace
}  // namespace alimail
