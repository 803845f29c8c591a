// The checks around the login host: the subject, the targets, and what this browser can reach.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

World alias_everywhere() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.has(resolver, kHost, RecordType::Cname, {cname(kHost, "qiye.aliyun.com")});
    world.has(resolver, kHost, RecordType::A,
              {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.1")});
  }
  return world;
}

World missing_everywhere() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.nothing_at(resolver, kHost, RecordType::Cname).nothing_at(resolver, kHost, RecordType::A);
  }
  return world;
}

World subject(SubjectKind kind, std::string domain, std::string host) {
  World world;
  world.evidence().subject = {kind, SubjectProblem::None, std::move(domain), std::move(host), false};
  return world;
}

TEST(SubjectCheck, RecognizesNamesOfOtherServices) {
  EXPECT_EQ(says(kSubjectCheck, World()), Keys{});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::Empty, "", "")), Keys{"subject.empty"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::Refused, "", "")), Keys{"subject.refused"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::ProviderLogin, "", "qiye.aliyun.com")),
            Keys{"subject.provider-login"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::ProviderLogin, "", "mail.aliyun.com")),
            Keys{"subject.personal-aliyun"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::ProviderLogin, "", "mail.alibaba.com")),
            Keys{"subject.trade-mail"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::Address, "aliyun.com", "mail.x.example")),
            Keys{"subject.personal-aliyun"});
  EXPECT_EQ(says(kSubjectCheck, subject(SubjectKind::Address, "gmail.com", "mail.gmail.com")),
            Keys{"subject.other-provider"});
}

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

TEST(ProbeCheck, OpensTheOwnAndTheSharedPageOnceTheNameResolves) {
  EXPECT_TRUE(kProbeCheck.run(views_of(World().evidence(), catalogue().provider)).probes.empty());
  EXPECT_TRUE(kProbeCheck.run(views_of(missing_everywhere().evidence(), catalogue().provider)).probes.empty());
  const CheckResult result = kProbeCheck.run(views_of(alias_everywhere().evidence(), catalogue().provider));
  EXPECT_EQ(result.probes, (std::vector<Probe>{{"https://mail.abc.example/"}, {"https://qiye.aliyun.com/"}}));
}

TEST(ProbeCheck, OpensNoPageForAnotherComplaint) {
  EXPECT_TRUE(
      kProbeCheck.run(views_of(alias_everywhere().complained().evidence(), catalogue().provider)).probes.empty());
}

TEST(ProbeCheck, ReportsOnlyWhatThisBrowserReached) {
  const std::string own = "https://mail.abc.example/";
  const std::string shared = "https://qiye.aliyun.com/";
  EXPECT_EQ(
      says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Reached).probe(shared, ProbeOutcome::Reached)),
      (Keys{"probe.reached", "probe.shared-reached"}));
  EXPECT_EQ(says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Failed).probe(shared, ProbeOutcome::Timeout)),
            (Keys{"probe.failed", "probe.shared-timeout"}));
  EXPECT_EQ(says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Failed).probe(own, ProbeOutcome::Reached)),
            Keys{"probe.reached"})
      << "the later probe counts";
}

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
}  // namespace alimail::testing
