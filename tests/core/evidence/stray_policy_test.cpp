#include "evidence/stray_policy.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

Keys strays_of(World world) {
  Keys found;
  for (const StrayPolicy& stray : stray_policies(world.evidence())) found.push_back(stray.place + ": " + stray.text);
  return found;
}

TEST(StrayPolicies, AreAtTheDomainOrAtTheDoubledName) {
  const std::string doubled = "_dmarc.abc.example.abc.example";
  EXPECT_EQ(doubled_policy_name(kDomain), doubled);
  EXPECT_EQ(doubled_policy_name(std::string(200, 'a')), "") << "too long for a name";
  EXPECT_EQ(strays_of(World()), Keys());
  World world;
  world.has("r", doubled, RecordType::Txt, {txt(doubled, "v=DMARC1; p=none")});
  world.has("r", kDomain, RecordType::Txt, {txt(kDomain, "v=spf1 -all"), txt(kDomain, "v=DMARC1; p=reject")});
  EXPECT_EQ(strays_of(world), (Keys{"abc.example: v=DMARC1; p=reject", doubled + ": v=DMARC1; p=none"}));
}

}  // namespace
}  // namespace alimail::testing
