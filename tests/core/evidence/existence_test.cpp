// Whether the mail domain exists, by all answers at and below it.
#include "evidence/existence.h"

#include <gtest/gtest.h>

#include "checks/said.h"
#include "evidence/lookup.h"

namespace alimail::testing {
namespace {

using Names = std::vector<std::string>;

Existence existence_in(World world) {
  mark_contradictions(world.evidence());
  return existence_of(world.evidence());
}

Said denied(const char* resolver, const std::string& name, RecordType type) {
  return Said(resolver, name, type, Outcome::Nxdomain);
}

TEST(Existence, WeighsAllAnswersAtTheDomainAndBelowIt) {
  const Existence existence = existence_in(told({
      denied("s", kDomain, RecordType::Mx),
      denied("t", "fresh.abc.example", RecordType::A),
      Said("r", kHost, RecordType::A, Outcome::Nodata),
      Said("u", "xabc.example", RecordType::A, Outcome::Nodata),
      Said("v", kDomain, RecordType::Soa, Outcome::Records).records({soa_of(kDomain, 1)}),
  }));
  EXPECT_EQ(existence.with, (Names{"r", "v"}));
  EXPECT_EQ(existence.without, Names{"s"});
  EXPECT_EQ(existence.answering, (Names{"r", "s", "t"})) << "not by the SOA itself";
  EXPECT_TRUE(existence.shown());
  EXPECT_FALSE(existence.absent());
}

TEST(Existence, TakesNoFailureForAnAnswer) {
  for (const Outcome failure : kFailures) {
    const Existence existence =
        existence_in(World().fails("r", kDomain, RecordType::Mx, failure).fails("r", kHost, RecordType::A, failure));
    EXPECT_FALSE(existence.shown());
    EXPECT_FALSE(existence.absent());
    EXPECT_EQ(existence.answering, Names{});
  }
}

TEST(Existence, CountsAnAliasAndNoAnswerOfAFilter) {
  const World alias = World().nothing_at("r", kDomain, RecordType::Mx, {cname(kDomain, "gone.example")});
  EXPECT_EQ(existence_in(alias).with, Names{"r"});
  EXPECT_EQ(existence_in(alias).without, Names{}) << "the NXDOMAIN is about the end of the chain";
  const Said filtered =
      Said("r", kHost, RecordType::A, Outcome::Records).records({address(kHost, "192.0.2.1")}).detail("filtered");
  EXPECT_FALSE(existence_in(told({filtered})).shown());
}

struct Contradiction {
  const char* story;
  World world;
  Knowledge of_a;  // what the A record of the login host is then
};

TEST(Existence, BelievesNoNxdomainThatTheSameResolverContradicts) {
  const Said a = denied("r", kHost, RecordType::A);
  const Contradiction rows[] = {
      {"nothing else was asked", told({a}), Knowledge::Absent},
      {"nothing of another type", told({a, denied("r", kHost, RecordType::Cname)}), Knowledge::Absent},
      {"a record beside it", told({a, Said("r", kHost, RecordType::Aaaa, Outcome::Nodata)}), Knowledge::Unknown},
      {"a record below it", told({a, Said("r", "x." + kHost, RecordType::A, Outcome::Nodata)}), Knowledge::Unknown},
      {"a record above it", told({a, Said("r", kDomain, RecordType::Mx, Outcome::Nodata)}), Knowledge::Absent},
      {"another resolver has it", told({a, Said("s", kHost, RecordType::Aaaa, Outcome::Nodata)}), Knowledge::Absent},
      {"the lookup beside it failed", told({a, Said("r", kHost, RecordType::Aaaa, Outcome::Servfail)}),
       Knowledge::Absent},
  };
  for (const Contradiction& row : rows) {
    World world = row.world;
    mark_contradictions(world.evidence());
    EXPECT_EQ(look_up(world.evidence(), kHost, RecordType::A).knowledge, row.of_a) << row.story;
  }
}

TEST(Existence, BelievesNoNxdomainForTheDomainThatAnybodyContradicts) {
  World world = told({denied("r", kDomain, RecordType::Mx), Said("s", kHost, RecordType::A, Outcome::Nodata)});
  mark_contradictions(world.evidence());
  EXPECT_EQ(look_up(world.evidence(), kDomain, RecordType::Mx).knowledge, Knowledge::Unknown);
}

}  // namespace
}  // namespace alimail::testing
