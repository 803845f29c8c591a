#include "dns/alias_chain.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

TEST(AliasChain, IsFollowedToItsEndOrItsLimit) {
  std::vector<ResourceRecord> records = {cname("a.example", "b.example"), cname("b.example", "c.example")};
  EXPECT_EQ(alias_chain(records, "a.example").targets, (std::vector<std::string>{"b.example", "c.example"}));
  EXPECT_TRUE(alias_chain(records, "z.example").targets.empty());
  records.push_back(cname("c.example", "a.example"));
  EXPECT_TRUE(alias_chain(records, "a.example").loops);

  std::vector<ResourceRecord> endless;
  for (int i = 0; i < 50; ++i) {
    endless.push_back(cname("n" + std::to_string(i) + ".example", "n" + std::to_string(i + 1) + ".example"));
  }
  const AliasChain chain = alias_chain(endless, "n0.example");
  EXPECT_EQ(chain.targets.size(), kMaxAliases);
  EXPECT_TRUE(chain.cut) << "longer than any resolver would follow";
}

TEST(AliasChain, TakesTheFirstOfSeveralLinksOrAllOfThem) {
  const std::vector<ResourceRecord> records = {cname("a.example", "b.example"), cname("a.example", "c.example"),
                                               cname("c.example", "d.example"), cname("d.example", "b.example")};
  EXPECT_EQ(alias_chain(records, "a.example").targets, Keys{"b.example"});
  EXPECT_EQ(alias_chain(records, "a.example", Links::All).targets, (Keys{"b.example", "c.example", "d.example"}));
  EXPECT_TRUE(alias_chain(records, "a.example", Links::All).loops) << "d leads back to b, which came before it";
}

}  // namespace
}  // namespace alimail::testing
