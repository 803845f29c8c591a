#include "words/spelling.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

TEST(Spelling, OfAWordIsTheFirstThatWasAdded) {
  Spelling spelling;
  EXPECT_EQ(other_spelling(spelling, "recieve"), nullptr);
  add_spelling(spelling, "recieve", "receive");
  add_spelling(spelling, "recieve", "relieve");
  add_spelling(spelling, "please", "");
  ASSERT_NE(other_spelling(spelling, "recieve"), nullptr);
  EXPECT_EQ(*other_spelling(spelling, "recieve"), "receive");
  EXPECT_EQ(*other_spelling(spelling, "please"), "");
  EXPECT_EQ(other_spelling(spelling, "receive"), nullptr);
}

TEST(Spelling, OfMoreWordsThanFitStaysThatOfTheFirst) {
  Spelling spelling;
  for (int i = 0; i < 10000; ++i) add_spelling(spelling, "w" + std::to_string(i), "x");
  EXPECT_NE(other_spelling(spelling, "w0"), nullptr);
  EXPECT_EQ(other_spelling(spelling, "w9999"), nullptr);
}

}  // namespace
}  // namespace alimail
