#include "base/order.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alimail {
namespace {

TEST(Order, SortsListsOfEveryLength) {
  std::vector<std::string> texts;
  for (unsigned i = 0; i < 70; ++i) {
    std::vector<std::string> expected = texts;
    std::sort(expected.begin(), expected.end());
    std::vector<std::string> sorted = texts;
    sort(sorted);
    EXPECT_EQ(sorted, expected);
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    sorted = texts;
    sort_once(sorted);
    EXPECT_EQ(sorted, expected);
    texts.push_back(std::to_string(i * 37 % 50));
  }
}

TEST(Order, AppendsAList) {
  std::vector<std::string> texts = {"b"};
  append(texts, {"a", "c"});
  EXPECT_EQ(texts, (std::vector<std::string>{"b", "a", "c"}));
}

}  // namespace
}  // namespace alimail
