#include "evidence/apex_alias.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

TEST(ApexAlias, IsTheFirstTargetThatAnyAnswerShows) {
  EXPECT_EQ(apex_alias(World().evidence()), "");
  EXPECT_EQ(apex_alias(World().lacks("r", kDomain, RecordType::Cname).evidence()), "");
  for (const RecordType type : {RecordType::Cname, RecordType::Mx, RecordType::Txt, RecordType::Soa}) {
    World world = World().has("r", kDomain, type, {cname(kDomain, "a.example"), cname("a.example", "b.example")});
    EXPECT_EQ(apex_alias(world.evidence()), "a.example");
  }
  World loop = World().has("r", kDomain, RecordType::Cname, {cname(kDomain, kDomain)});
  EXPECT_EQ(apex_alias(loop.evidence()), kDomain);
}

}  // namespace
}  // namespace alimail::testing
