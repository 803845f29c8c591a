#include "sender_policy/lookups.h"

#include <gtest/gtest.h>

#include "dns/address_text.h"

namespace alimail {
namespace {

TEST(Network, HoldsAnAddressByItsPrefix) {
  const auto v4 = [](const char* text) { return parse_ipv4(text).value(); };
  const auto v6 = [](const char* text) { return parse_ipv6(text).value(); };
  EXPECT_TRUE(in_network(v4("192.0.2.1"), v4("192.0.2.200"), {24, 128}));
  EXPECT_FALSE(in_network(v4("192.0.2.1"), v4("192.0.2.200"), {25, 128}));
  EXPECT_TRUE(in_network(v4("203.0.113.9"), v4("192.0.2.1"), {0, 128}));
  EXPECT_TRUE(in_network(v6("2001:db8::1"), v6("2001:db8::ffff"), {32, 112}));
  EXPECT_FALSE(in_network(v6("2001:db8::1"), v6("2001:db8::2"), {32, 128}));
  EXPECT_FALSE(in_network(v4("192.0.2.1"), v6("2001:db8::1"), {0, 0})) << "of another kind";
}

TEST(PolicyLookups, KeepWhatIsOpenAndStopAtTheLimitOfVoidOnes) {
  const auto nobody = [](const void*, const Question& question) -> PolicyAnswer {
    return {question.name == "open.example" ? LookupState::Pending : LookupState::Nxdomain, {}};
  };
  PolicyLookups lookups({nobody, nullptr}, parse_ipv4("192.0.2.1").value());
  EXPECT_EQ(lookups.exists("open.example").match, Match::Pending);
  EXPECT_EQ(lookups.needed(), (std::vector<Question>{{"open.example", RecordType::A}}));
  EXPECT_EQ(lookups.exists("a.example").match, Match::No);
  EXPECT_EQ(lookups.exists("b.example").match, Match::No);
  EXPECT_EQ(lookups.exists("c.example").match, Match::PermError) << "RFC 7208 section 4.6.4";
}

}  // namespace
}  // namespace alimail
