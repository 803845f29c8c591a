#include "model/keys.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Keys, OfEveryEnumConvertBothWays) {
  for (const char* key : {"change-record", "wait", "ask-administrator", "fix-on-your-device", "contact-support",
                          "not-alibaba-mail", "nothing-wrong", "need-more", "use-admin-console"}) {
    EXPECT_EQ(key_of(*action_from_key(key)), key);
  }
  EXPECT_FALSE(action_from_key("pray").has_value());
  EXPECT_FALSE(failure_from_key("tired").has_value());
  EXPECT_FALSE(probe_outcome_from_key("").has_value());
}

}  // namespace
}  // namespace alimail
