// The mail exchanges. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

struct Row {
  const char* story;
  World world;
  Keys expected;
};

World with_mx(std::vector<std::string> exchanges) {
  std::vector<ResourceRecord> records;
  std::uint16_t preference = 5;
  for (std::string& exchange : exchanges) records.push_back(mx(kDomain, preference++, std::move(exchange)));
  return World().has("r", kDomain, RecordType::Mx, std::move(records));
}

TEST(MxCheck, KnowsTheSetsOfEverySiteAndWhoseTheOthersAre) {
  const Row rows[] = {
      {"not asked yet", World(), {}},
      {"China, standard",
       with_mx({"mx1.qiye.aliyun.com", "mx2.qiye.aliyun.com", "mx3.qiye.aliyun.com"}),
       {"mx.alibaba"}},
      {"China, the other set", with_mx({"mxn.mxhichina.com", "mxw.mxhichina.com"}), {"mx.alibaba"}},
      {"Singapore", with_mx({"mx1.sg.aliyun.com", "mx2.sg.aliyun.com"}), {"mx.alibaba"}},
      {"Germany, by its pattern", with_mx({"mx1.de.alibabacloud.com"}), {"mx.alibaba"}},
      {"Google", with_mx({"aspmx.l.google.com"}), {"mx.foreign"}},
      {"Microsoft", with_mx({"abc-example.mail.protection.outlook.com"}), {"mx.foreign"}},
      {"a server of their own", with_mx({"mail.abc.example"}), {"mx.foreign"}},
      {"a look-alike is not Alibaba Mail", with_mx({"mx1.notqiye.aliyun.com.example"}), {"mx.foreign"}},
      {"the domain does not exist at all", World().nothing_at("r", kDomain, RecordType::Mx), {}},
      {"a leftover of another provider", with_mx({"mx1.qiye.aliyun.com", "aspmx.l.google.com"}), {"mx.mixed"}},
      {"no MX", World().lacks("r", kDomain, RecordType::Mx), {"mx.missing"}},
      {"null MX", with_mx({""}), {"mx.null"}},
      {"nobody could say", World().fails("r", kDomain, RecordType::Mx, Outcome::HttpError), {"mx.unknown"}},
  };
  for (const Row& row : rows) EXPECT_EQ(says(kMxCheck, row.world), row.expected) << row.story;
}

TEST(MxCheck, NamesTheSiteAndTheOtherProvider) {
  const auto run = [](World world) { return kMxCheck.run(world.evidence(), catalogue().provider).findings.front(); };
  EXPECT_EQ(run(with_mx({"mx2.sg.aliyun.com"})).args[1], (Arg{"family", "singapore"}));
  EXPECT_EQ(run(with_mx({"mxbiz1.qq.com"})).args[1], (Arg{"provider", "tencent"}));
  EXPECT_EQ(run(with_mx({"mail.abc.example"})).args[1], (Arg{"provider", "unknown"}));
}

}  // namespace
}  // namespace alimail::testing
