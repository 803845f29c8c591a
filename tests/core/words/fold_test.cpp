#include "words/fold.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

std::string folded(std::string_view text) {
  return fold(text, FoldFor::Text).text;
}

TEST(Fold, BringsLettersWidthAndSpacesIntoOneForm) {
  const std::string form = folded("cannot log in");
  EXPECT_EQ(folded("Cannot  LOG in"), form);
  EXPECT_EQ(folded("\xEF\xBC\xA3"
                   "annot log\tin"),
            form)
      << "a full-width C";
  EXPECT_EQ(folded("can<b>not</b> log&nbsp;in").find("log in") != std::string::npos, true);
}

TEST(Fold, KnowsOfEachByteWhereItWas) {
  const std::string_view original = "A \xE7\x99\xBB\xE5\xBD\x95 <br> z\xFF";
  const Folded form = fold(original, FoldFor::Text);
  ASSERT_EQ(form.begin.size(), form.text.size());
  ASSERT_EQ(form.end.size(), form.text.size());
  for (std::size_t i = 0; i < form.text.size(); ++i) {
    EXPECT_LE(form.begin[i], form.end[i]);
    EXPECT_LE(form.end[i], original.size());
  }
}

TEST(Fold, PutsTheSpellingThatIsMeant) {
  Spelling spelling;
  add_spelling(spelling, "recieve", "receive");
  EXPECT_EQ(fold("recieve mail", FoldFor::Text, spelling).text, folded("receive mail"));
}

}  // namespace
}  // namespace alimail
