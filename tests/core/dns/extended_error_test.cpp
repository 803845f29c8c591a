// The topics of extended errors, in the words of real resolvers (captured in 2026).
#include "dns/extended_error.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(ExtendedError, HasOneTopicOrNone) {
  struct Row {
    std::vector<std::uint16_t> codes;
    ErrorTopic topic;
  };
  const Row rows[] = {
      {{0, 1, 2, 5, 14, 18, 21, 24, 26, 27, 28, 30, 65535}, ErrorTopic::Other},
      {{6, 7, 8, 9, 10, 11, 12, 25}, ErrorTopic::Validation},
      {{20, 22, 23}, ErrorTopic::Authority},
      {{4, 15, 16, 17}, ErrorTopic::Filter},
      {{3, 19, 29}, ErrorTopic::Cache},
      {{13}, ErrorTopic::CachedError},
  };
  for (const Row& row : rows) {
    for (const std::uint16_t code : row.codes) EXPECT_EQ(topic_of({code, ""}), row.topic) << code;
  }
}

TEST(ExtendedError, TellsALameDelegationFromSilence) {
  EXPECT_FALSE(tells_of_lameness({22, ""}));
  EXPECT_FALSE(tells_of_lameness({22, "At delegation abc.com for abc.com/a"}));
  EXPECT_FALSE(tells_of_lameness({23, "192.0.2.1:53 timed out for abc.com A"}));
  EXPECT_FALSE(tells_of_lameness({23, "[192.0.2.1] rcode=SERVFAIL for abc.com/a"}));
  EXPECT_FALSE(tells_of_lameness({9, "rcode=REFUSED"})) << "of DNSSEC, whatever its text";
  EXPECT_TRUE(tells_of_lameness({23, "[108.162.193.73] rcode=REFUSED for abc.com/a"}));
  EXPECT_TRUE(tells_of_lameness({23, "192.0.2.1:53 rcode=NOTAUTH for abc.com A"}));
  EXPECT_TRUE(tells_of_lameness({22, "Lame delegation"}));
  EXPECT_TRUE(tells_of_lameness({20, ""}));
}

}  // namespace
}  // namespace alimail
