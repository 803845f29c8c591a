#include "evidence/lookup.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

Lookup at_host(World world, Validation validation = Validation::Usual) {
  static std::vector<World> kept;  // a lookup is a view of the evidence
  kept.push_back(std::move(world));
  return look_up(kept.back().evidence(), kHost, RecordType::A, validation);
}

TEST(Lookup, NeverTakesAFailureForAnAbsence) {
  EXPECT_EQ(at_host(World()).knowledge, Knowledge::Unasked);
  EXPECT_EQ(at_host(World().has("a", kHost, RecordType::A, {address(kHost, "192.0.2.1")})).knowledge,
            Knowledge::Present);
  EXPECT_EQ(at_host(World().lacks("a", kHost, RecordType::A)).knowledge, Knowledge::Absent);
  for (const Outcome failure : kFailures) {
    const Lookup lookup = at_host(World().fails("a", kHost, RecordType::A, failure));
    EXPECT_EQ(lookup.knowledge, Knowledge::Unknown);
    EXPECT_EQ(lookup.failing, (std::vector<Unanswered>{{"a", failure}}));
  }
}

TEST(Lookup, TellsANameThatIsNotThereFromOneWithoutTheType) {
  EXPECT_TRUE(at_host(World().lacks("a", kHost, RecordType::A)).end_exists);
  EXPECT_FALSE(at_host(World().nothing_at("a", kHost, RecordType::A)).end_exists);
  const Lookup behind = at_host(World().nothing_at("a", kHost, RecordType::A, {cname(kHost, "gone.example")}));
  EXPECT_EQ(behind.sets.size(), 1U) << "it is an alias";
  EXPECT_FALSE(behind.end_exists);
}

TEST(Lookup, KnowsThatTheZoneFailsOnlyFromSeveralResolvers) {
  World one = World().fails("a", kHost, RecordType::A, Outcome::Servfail);
  EXPECT_FALSE(at_host(one).all_servfail);
  EXPECT_TRUE(at_host(one.fails("b", kHost, RecordType::A, Outcome::Servfail)).all_servfail);
  EXPECT_TRUE(at_host(one.fails("c", kHost, RecordType::A, Outcome::Timeout)).all_servfail) << "was not reached";
  EXPECT_FALSE(at_host(one.lacks("d", kHost, RecordType::A)).all_servfail);
}

TEST(Lookup, KeepsAnswersWithoutValidationApart) {
  World world = told({Said("a", kHost, RecordType::A, Outcome::Nodata).unchecked()});
  EXPECT_EQ(at_host(world).knowledge, Knowledge::Unasked);
  EXPECT_EQ(at_host(world, Validation::Disabled).knowledge, Knowledge::Absent);
}

}  // namespace
}  // namespace alimail::testing
