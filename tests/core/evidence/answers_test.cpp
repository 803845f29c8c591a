#include "evidence/answers.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

TEST(Answers, AreConclusiveOrFailures) {
  for (const Outcome outcome : {Outcome::Records, Outcome::Nodata, Outcome::Nxdomain}) {
    EXPECT_TRUE(is_conclusive(outcome));
    EXPECT_EQ(is_absence(outcome), outcome != Outcome::Records);
  }
  for (const Outcome failure : kFailures) EXPECT_FALSE(is_conclusive(failure) || is_absence(failure));
}

TEST(Answers, AreKeptForTheLeastTtlOrTheNegativeOne) {
  const auto ttl = [](const Said& said) { return remaining_ttl(said.answer()); };
  const Said two =
      Said("r", kDomain, RecordType::Txt, Outcome::Records).records({txt(kDomain, "a", 60), txt(kDomain, "b", 30)});
  EXPECT_EQ(ttl(two), 30U);
  const Said absent = Said("r", kDomain, RecordType::Txt, Outcome::Nodata);
  EXPECT_EQ(ttl(absent), std::nullopt) << "no SOA says for how long";
  EXPECT_EQ(ttl(Said(absent).authority({soa_of(kDomain, 1, 600, 90)})), 90U);
  EXPECT_EQ(ttl(Said(absent).authority({soa_of(kDomain, 1, 60, 90)})), 60U);
  EXPECT_EQ(ttl(Said(absent).authority({soa_of(kDomain, 1, 0x80000000U, 90)})), 0U) << "RFC 2181 section 8";
  EXPECT_EQ(ttl(Said("r", kDomain, RecordType::Txt, Outcome::Servfail)), std::nullopt);
}

TEST(Answers, OfAResolverCountByTheLastOne) {
  World world =
      told({Said("r", kDomain, RecordType::Mx, Outcome::Timeout), Said("r", kDomain, RecordType::Mx, Outcome::Nodata),
            Said("r", kDomain, RecordType::Mx, Outcome::Servfail).unchecked()});
  const Answer* answer = answer_of(world.evidence(), {kDomain, RecordType::Mx}, "r");
  ASSERT_NE(answer, nullptr);
  EXPECT_EQ(answer->outcome, Outcome::Nodata);
  EXPECT_EQ(answer_of(world.evidence(), {kDomain, RecordType::Mx}, "s"), nullptr);
}

TEST(Answers, AreFilteredWhereTheResolverSaysSo) {
  EXPECT_TRUE(is_filtered(Said("r", kDomain, RecordType::A, Outcome::Records).detail("filtered").answer()));
  EXPECT_TRUE(is_filtered(Said("r", kDomain, RecordType::A, Outcome::Nodata).error(15).answer()));
  EXPECT_FALSE(is_filtered(Said("r", kDomain, RecordType::A, Outcome::Servfail).error(22).answer()));
}

}  // namespace
}  // namespace alimail::testing
