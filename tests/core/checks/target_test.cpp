// The target to recommend: does it resolve?
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

TEST(TargetCheck, LooksAValueUpBeforeItIsRecommended) {
  World world = missing_everywhere().in_question();
  world.has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.sg.aliyun.com")});
  const CheckResult asked = kTargetCheck.run(views_of(world.evidence(), catalogue().provider));
  ASSERT_EQ(asked.queries.size(), 2U);
  EXPECT_EQ(asked.queries[0].question.name, "mail.sg.aliyun.com");
  EXPECT_EQ(asked.queries[1].question.name, "alimail.aliyun.com");

  world.has("r", "mail.sg.aliyun.com", RecordType::A, {address("mail.sg.aliyun.com", "192.0.2.1")});
  world.nothing_at("r", "alimail.aliyun.com", RecordType::A);
  EXPECT_EQ(says(kTargetCheck, world), (Keys{"target.resolves", "target.guide-unresolvable"}));
}

TEST(TargetCheck, AsksNothingForAHealthyDomainOrAnotherComplaint) {
  EXPECT_TRUE(
      kTargetCheck.run(views_of(alias_everywhere().in_question().evidence(), catalogue().provider)).queries.empty());
  EXPECT_TRUE(kTargetCheck.run(views_of(missing_everywhere().evidence(), catalogue().provider)).queries.empty());
}

TEST(TargetCheck, NamesNoInferredTarget) {
  World world = missing_everywhere().in_question();
  world.has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.hk.aliyun.com")});
  const CheckResult asked = kTargetCheck.run(views_of(world.evidence(), catalogue().provider));
  ASSERT_EQ(asked.queries.size(), 1U);
  EXPECT_EQ(asked.queries[0].question.name, "alimail.aliyun.com");
}

TEST(TargetCheck, NeverCountsAFailedLookupAsAnAnswer) {
  World world = missing_everywhere().in_question().fails("r", "alimail.aliyun.com", RecordType::A, Outcome::Timeout);
  EXPECT_EQ(says(kTargetCheck, world), Keys{"target.guide-unknown"});
}

}  // namespace
}  // namespace alimail::testing
