#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

ResourceRecord caa(const std::string& tag, const std::string& value) {
  return {kDomain, RecordType::Caa, 600, CertificationAuthority{0, tag, value}};
}

TEST(CaaCheck, NamesWhoMayIssueCertificates) {
  EXPECT_EQ(says(kCaaCheck, World()), Keys());
  EXPECT_EQ(says(kCaaCheck, World().lacks("a", kDomain, RecordType::Caa)), Keys());
  EXPECT_EQ(says(kCaaCheck, World().has("a", kDomain, RecordType::Caa, {caa("iodef", "mailto:a@abc.example")})),
            Keys());
  EXPECT_EQ(says(kCaaCheck, World().has("a", kDomain, RecordType::Caa, {caa("issue", ";")})), Keys());
  World world = World().has("a", kDomain, RecordType::Caa,
                            {caa("issue", "letsencrypt.org; x=y"), caa("issue", "ca.example"),
                             caa("issuewild", "ca.example"), caa("issue", ";")});
  const CheckResult result = kCaaCheck.run(views_of(world.evidence(), catalogue().provider));
  ASSERT_EQ(keys_of(result.findings), Keys({"caa.present"}));
  EXPECT_EQ(result.findings[0].args[0], (Arg{"issuers", std::vector<std::string>{"ca.example", "letsencrypt.org"}}));
  EXPECT_EQ(says(kCaaCheck, World().fails("a", kDomain, RecordType::Caa, Outcome::Timeout)), Keys({"caa.unknown"}));
}

}  // namespace
}  // namespace alimail::testing
