#include "evidence/apex_alias.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

bool is_hidden(World& world) {
  const Evidence evidence = world.evidence();
  return is_hidden_by_alias(evidence, apex_alias(evidence), RecordType::Mx);
}

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

TEST(ApexAlias, HidesWhatNoAnswerHasAtTheDomainItself) {
  const std::vector<ResourceRecord> alias = {cname(kDomain, "abc.cdn.example")};
  World hidden;
  hidden.has("r", kDomain, RecordType::Cname, alias).lacks("r", kDomain, RecordType::Mx, alias);
  EXPECT_TRUE(is_hidden(hidden));

  World of_the_target;
  of_the_target.has("r", kDomain, RecordType::Mx,
                    {cname(kDomain, "abc.cdn.example"), mx("abc.cdn.example", 5, "mx.cdn.example")});
  EXPECT_TRUE(is_hidden(of_the_target)) << "not the records of the domain";

  World both;
  both.has("r", kDomain, RecordType::Cname, alias)
      .has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  EXPECT_FALSE(is_hidden(both)) << "some DNS hosts keep both";

  World plain;
  plain.lacks("r", kDomain, RecordType::Mx);
  EXPECT_FALSE(is_hidden(plain));
}

}  // namespace
}  // namespace alimail::testing
