// The subject: names of other services.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

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

}  // namespace
}  // namespace alimail::testing
