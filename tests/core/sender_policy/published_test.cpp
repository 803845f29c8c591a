#include "sender_policy/published.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

TEST(PublishedTexts, AreThoseOfTheFirstResolverThatHasAPolicy) {
  World world = World()
                    .has("a", kDomain, RecordType::Txt, {txt(kDomain, "hello")})
                    .has("b", kDomain, RecordType::Txt, {txt(kDomain, "v=spf1 -all"), txt(kDomain, "proof")});
  const PublishedTexts published = published_texts(world.evidence(), kDomain);
  EXPECT_EQ(published.knowledge, Knowledge::Present);
  EXPECT_EQ(published.spf, Keys{"v=spf1 -all"});
  EXPECT_EQ(published.others, Keys{"hello"});
  World failing = World().fails("a", kDomain, RecordType::Txt, Outcome::Servfail);
  EXPECT_EQ(published_texts(failing.evidence(), kDomain).failing, (std::vector<Unanswered>{{"a", Outcome::Servfail}}));
}

TEST(PublishedTexts, AreNoMoreThanTheirLimit) {
  std::vector<ResourceRecord> records;
  for (int i = 0; i < 20; ++i) records.push_back(txt(kDomain, "v=spf1 a:h" + std::to_string(i) + ".example"));
  World world = World().has("a", kDomain, RecordType::Txt, records);
  EXPECT_EQ(published_texts(world.evidence(), kDomain).spf.size(), kMaxPolicyTexts);
}

TEST(EffectiveTerms, EndAtAllWhichTakesTheRedirectAway) {
  EXPECT_EQ(effective_mechanisms(parse_spf("v=spf1 a -all mx")).size(), 2U);
  EXPECT_EQ(effective_redirect(parse_spf("v=spf1 -all redirect=b.example")), nullptr);
  const SpfRecord record = parse_spf("v=spf1 a redirect=b.example");
  ASSERT_NE(effective_redirect(record), nullptr);
  EXPECT_EQ(effective_redirect(record)->value, "b.example");
}

}  // namespace
}  // namespace alimail::testing
