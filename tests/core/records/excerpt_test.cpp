#include "records/excerpt.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Excerpt, IsTheWholeTextWhereItIsShort) {
  const Excerpt shown = excerpt("v=spf1 -all", {7, 4});
  EXPECT_EQ(shown.text, "v=spf1 -all");
  EXPECT_EQ(shown.mark, (TextSpan{7, 4}));
}

TEST(Excerpt, KeepsTheMarkInSight) {
  const std::string text = std::string(1000, 'a') + "MARK" + std::string(1000, 'b');
  const Excerpt shown = excerpt(text, {1000, 4});
  EXPECT_EQ(shown.text.substr(shown.mark.position, shown.mark.length), "MARK");
  EXPECT_TRUE(shown.text.starts_with("...a") && shown.text.ends_with("b..."));
  EXPECT_EQ(shown.text.size(), kMaxExcerptBytes + 6);
  EXPECT_EQ(excerpt(text).text, std::string(kMaxExcerptBytes, 'a') + "...");
}

TEST(Excerpt, HasOneSignForAByteThatIsNoUtf8AndAMarkWithinTheText) {
  const Excerpt shown = excerpt("a\xFF\xC3\xA9z", {4, 9});
  EXPECT_EQ(shown.text, "a?\xC3\xA9z");
  EXPECT_EQ(shown.mark, (TextSpan{4, 1}));
  EXPECT_EQ(excerpt("abc", {9, 9}).mark, (TextSpan{3, 0}));
}

TEST(Excerpt, OrOnlyTheBeginning) {
  EXPECT_EQ(beginning("abc"), "abc");
  EXPECT_EQ(beginning(std::string(600, 'a')).size(), kMaxExcerptBytes);
}

}  // namespace
}  // namespace alimail
