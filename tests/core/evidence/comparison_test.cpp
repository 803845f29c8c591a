// Compares the answers of resolvers.
#include "evidence/comparison.h"

#include <gtest/gtest.h>

#include "checks/said.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

// "records v1 v2 [r 600, s 300]; nodata [t]" in the order of the groups.
std::string shown(World world, const Question& question) {
  std::string text;
  for (const AnswerGroup& group : compare_answers(world.evidence(), question).groups) {
    text += (text.empty() ? "" : "; ") + std::string(key_of(group.outcome));
    for (const std::string& value : group.values) text += ' ' + value;
    std::string holders;
    for (const Holder& holder : group.holders) {
      holders += (holders.empty() ? "" : ", ") + holder.resolver;
      if (holder.ttl) holders += ' ' + std::to_string(*holder.ttl);
    }
    text += " [" + holders + ']';
  }
  return text;
}

const Question kAlias = {kHost, RecordType::Cname};
const Question kAddress = {kHost, RecordType::A};

Said alias(const char* resolver, const std::string& target, std::uint32_t ttl) {
  ResourceRecord record = cname(kHost, target);
  record.ttl = ttl;
  return Said(resolver, kHost, RecordType::Cname, Outcome::Records).records({record});
}

Said at_address(const char* resolver, const std::string& text) {
  return Said(resolver, kHost, RecordType::A, Outcome::Records).records({address(kHost, text)});
}

Said absent(const char* resolver, Outcome outcome, std::uint32_t ttl, std::uint32_t minimum) {
  return Said(resolver, kHost, RecordType::Cname, outcome).authority({soa_of(kDomain, 1, ttl, minimum)});
}

TEST(Comparison, GroupsEqualAnswersWithTheirRemainingTtl) {
  EXPECT_EQ(shown(World(), kAlias), "");
  EXPECT_EQ(shown(told({alias("r", "a.example", 600), alias("s", "a.example", 300)}), kAlias),
            "records a.example [r 600, s 300]");
  EXPECT_EQ(
      shown(told({alias("r", "old.example", 60), alias("s", "a.example", 300), alias("t", "a.example", 9)}), kAlias),
      "records a.example [s 300, t 9]; records old.example [r 60]");
  EXPECT_EQ(shown(told({absent("r", Outcome::Nxdomain, 900, 600), alias("s", "a.example", 300),
                        absent("t", Outcome::Nodata, 60, 600)}),
                  kAlias),
            "records a.example [s 300]; nxdomain [r 600]; nodata [t 60]");
}

TEST(Comparison, KeepsAddressesInOneGroup) {
  EXPECT_EQ(
      shown(told({at_address("r", "192.0.2.1"), at_address("s", "192.0.2.2"), at_address("t", "192.0.2.1")}), kAddress),
      "records 192.0.2.1 192.0.2.2 [r 600, s 600, t 600]");
}

TEST(Comparison, ComparesOnlyTheFirstLinkOfAnAlias) {
  Said longer = Said("s", kHost, RecordType::Cname, Outcome::Records)
                    .records({cname(kHost, "a.example"), cname("a.example", "b.example")});
  EXPECT_EQ(shown(told({alias("r", "a.example", 600), longer}), kAlias), "records a.example [r 600, s 600]");
}

TEST(Comparison, GivesEveryFailureItsOwnGroupAfterTheAnswers) {
  for (const Outcome failure : kFailures) {
    World world = told({Said("r", kHost, RecordType::Cname, failure), absent("s", Outcome::Nodata, 60, 60)});
    EXPECT_EQ(shown(world, kAlias), "nodata [s 60]; " + std::string(key_of(failure)) + " [r]");
    EXPECT_FALSE(is_disagreement(compare_answers(world.evidence(), kAlias)));
  }
}

TEST(Comparison, ShowsAFilteredAnswerAsBlocked) {
  EXPECT_EQ(
      shown(told({alias("r", "a.example", 600), alias("s", "sink.example", 1).error(17).detail("filtered")}), kAlias),
      "records a.example [r 600]; blocked sink.example [s 1]");
}

TEST(Comparison, CountsTheLastAnswerOfAResolverAndNoneWithoutValidation) {
  EXPECT_EQ(shown(told({Said("r", kHost, RecordType::Cname, Outcome::Timeout), alias("r", "a.example", 600),
                        alias("r", "b.example", 1).unchecked()}),
                  kAlias),
            "records a.example [r 600]");
}

TEST(Comparison, ComparesNoMoreResolversThanItsLimit) {
  World world;
  for (int i = 0; i < 1000; ++i) {
    world.evidence().answers.push_back(alias(("r" + std::to_string(i)).c_str(), "a.example", 600).answer());
  }
  EXPECT_EQ(compare_answers(world.evidence(), kAlias).groups.front().holders.size(), kMaxCompared);
}

TEST(Comparison, FollowsTheRfcsForTtls) {
  constexpr std::uint32_t kTooLarge = 0x80000000U;
  EXPECT_EQ(shown(told({alias("r", "a.example", 0)}), kAlias), "records a.example [r 0]");
  EXPECT_EQ(shown(told({alias("r", "a.example", kTooLarge)}), kAlias), "records a.example [r 0]");
  EXPECT_EQ(shown(told({absent("r", Outcome::Nodata, kTooLarge, 600)}), kAlias), "nodata [r 0]");
  EXPECT_EQ(shown(told({absent("r", Outcome::Nodata, 600, kTooLarge)}), kAlias), "nodata [r 0]");
  EXPECT_EQ(shown(told({Said("r", kHost, RecordType::Cname, Outcome::Nodata)}), kAlias), "nodata [r]");
}

TEST(Comparison, CoversQuestionsThatGoToAllResolvers) {
  World world = told({alias("r", "a.example", 600), at_address("r", "192.0.2.1"),
                      Said("r", kDomain, RecordType::Soa, Outcome::Servfail).unchecked()});
  Query second{{kDomain, RecordType::Soa}, Reach::Every, "second-look", true};
  const std::vector<Comparison> all =
      compare_all(world.evidence(), {{{kDomain, RecordType::Mx}, Reach::Every, "mail-exchange"},
                                     {kAddress, Reach::First, "login-address"},
                                     {kAlias, Reach::Every, "login-alias"},
                                     second});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].question, kAlias);
}

}  // namespace
}  // namespace alimail::testing
