#include "checks/list.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alimail {
namespace {

TEST(Checks, SayOnlyKeysOfTheirOwnFamilyAndEachOnce) {
  std::vector<std::string_view> seen;
  for (const Check* check : kChecks) {
    for (const Says& says : check->says) {
      EXPECT_TRUE(says.key.starts_with(std::string(check->family) + ".")) << says.key;
      EXPECT_EQ(std::count(seen.begin(), seen.end(), says.key), 0) << says.key;
      seen.push_back(says.key);
    }
  }
}

}  // namespace
}  // namespace alimail
