#include "evidence/exchanges.h"

#include <gtest/gtest.h>

#include "checks/world.h"
#include "evidence/apex_alias.h"

namespace alimail::testing {
namespace {

Exchanges exchanges(World world) {
  const Evidence evidence = world.evidence();
  return exchanges_of(evidence, apex_alias(evidence), catalogue().provider);
}

Targets targets(std::vector<ResourceRecord> records) {
  World world = World().has("a", kDomain, RecordType::Mx, std::move(records));
  return targets_of(exchanges(world), kDomain, catalogue().provider);
}

TEST(Exchanges, AreOneResolversSetAndRatherOurs) {
  World world = World()
                    .has("a", kDomain, RecordType::Mx, {mx(kDomain, 1, "aspmx.l.google.com")})
                    .has("b", kDomain, RecordType::Mx, {mx(kDomain, 1, "aspmx.l.google.com")})
                    .has("c", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  const Exchanges found = exchanges(world);
  ASSERT_EQ(found.list.size(), 1U);
  EXPECT_EQ(found.list.front().exchange, "mx1.qiye.aliyun.com");
}

TEST(Exchanges, AreKnownAbsentOrUnknown) {
  EXPECT_EQ(exchanges(World()).knowledge, Knowledge::Unasked);
  EXPECT_EQ(exchanges(World().lacks("a", kDomain, RecordType::Mx)).knowledge, Knowledge::Absent);
  const Exchanges failed = exchanges(World().fails("a", kDomain, RecordType::Mx, Outcome::Timeout));
  EXPECT_EQ(failed.knowledge, Knowledge::Unknown);
  EXPECT_EQ(failed.failing, (std::vector<Unanswered>{{"a", Outcome::Timeout}}));
}

TEST(Targets, AreSortedByWhoseTheyAre) {
  const Targets mixed = targets({mx(kDomain, 5, "mx1.qiye.aliyun.com"), mx(kDomain, 9, "mx.abc.example"),
                                 mx(kDomain, 9, "mx.abc.example"), mx(kDomain, 9, "")});
  EXPECT_EQ(mixed.published, Keys{"mx1.qiye.aliyun.com"});
  EXPECT_EQ(mixed.foreign, Keys{"mx.abc.example"});
  EXPECT_TRUE(mixed.null_beside);
  EXPECT_FALSE(is_wholly_foreign(mixed));
  EXPECT_FALSE(is_wholly_foreign(targets({mx(kDomain, 0, "")}))) << "the null MX is nobody's";
}

TEST(Targets, OfOtherProductsAloneAreAtNoOtherProvider) {
  const Provider& provider = catalogue().provider;
  EXPECT_TRUE(is_at_another_provider(targets({mx(kDomain, 1, "aspmx.l.google.com")}), provider));
  const Targets product = targets({mx(kDomain, 5, "mx01.mail.alibaba.com")});
  EXPECT_TRUE(is_wholly_foreign(product));
  EXPECT_FALSE(is_at_another_provider(product, provider));
}

}  // namespace
}  // namespace alimail::testing
