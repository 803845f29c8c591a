// The hosts for mail apps. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

const std::string kImap = "imap.abc.example";
const std::string kPop3 = "pop3.abc.example";
const std::string kSmtp = "smtp.abc.example";

World with_mx(const std::string& exchange) {
  return std::move(World().has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, exchange)}));
}

World client(World world, const std::string& host, const std::string& target) {
  return std::move(world.has("r", host, RecordType::A, {cname(host, target), address(target, "192.0.2.1")}));
}

World clients(const std::string& imap, const std::string& pop3, const std::string& smtp) {
  return client(client(client(World(), kImap, imap), kPop3, pop3), kSmtp, smtp);
}

const Row kRows[] = {
    // silent
    {"not asked yet", World(), {}},
    {"none of them is there",
     World()
         .nothing_at("r", kImap, RecordType::A)
         .nothing_at("r", kPop3, RecordType::A)
         .nothing_at("r", kSmtp, RecordType::A),
     {}},
    {"there with another type only", World().lacks("r", kImap, RecordType::A), {}},
    {"China", clients("imap.qiye.aliyun.com", "pop.qiye.aliyun.com", "smtp.qiye.aliyun.com"), {"client.alibaba"}},
    {"China, the other set",
     clients("imap.mxhichina.com", "pop3.mxhichina.com", "smtp.mxhichina.com"),
     {"client.alibaba"}},
    {"Singapore", clients("imap.sg.aliyun.com", "pop.sg.aliyun.com", "smtp.sg.aliyun.com"), {"client.alibaba"}},
    {"Hong Kong", clients("imap.hk.aliyun.com", "pop.hk.aliyun.com", "smtp.hk.aliyun.com"), {"client.alibaba"}},
    {"Germany",
     clients("imap.de.alibabacloud.com", "pop.de.alibabacloud.com", "smtp.de.alibabacloud.com"),
     {"client.alibaba"}},
    {"the United States",
     clients("imap.us.alibabacloud.com", "pop.us.alibabacloud.com", "smtp.us.alibabacloud.com"),
     {"client.alibaba"}},
    {"only one of them", client(World(), kSmtp, "smtp.qiye.aliyun.com"), {"client.alibaba"}},
    {"somebody else's, and so is the mail", client(with_mx("mx.abc.example"), kImap, "imap.example.net"), {}},
    {"an address of their own",
     with_mx("mx1.qiye.aliyun.com").has("r", kImap, RecordType::A, {address(kImap, "192.0.2.9")}),
     {"client.address-record"}},
    {"Alibaba's host has no IPv4 address behind an alias",
     World().lacks("r", kImap, RecordType::A, {cname(kImap, "imap.qiye.aliyun.com")}),
     {"client.alibaba"}},
    // trouble, at most a notice
    {"hosts of two sites",
     clients("imap.qiye.aliyun.com", "pop.sg.aliyun.com", "smtp.qiye.aliyun.com"),
     {"client.alibaba", "client.alibaba"}},
    {"a leftover of another provider",
     client(with_mx("mx1.qiye.aliyun.com"), kImap, "imap.example.net"),
     {"client.elsewhere"}},
    {"to a name that is not there",
     World().nothing_at("r", kImap, RecordType::A, {cname(kImap, "gone.example.net")}),
     {"client.dangling"}},
    // cannot tell
    {"no answer for one", World().fails("r", kImap, RecordType::A, Outcome::Timeout), {"client.unknown"}},
    {"no answer for any: said once",
     World()
         .fails("r", kImap, RecordType::A, Outcome::Timeout)
         .fails("r", kPop3, RecordType::A, Outcome::Servfail)
         .fails("r", kSmtp, RecordType::A, Outcome::Refused),
     {"client.unknown"}},
};

TEST(ClientsCheck, ReportsTheTargetsOfTheHostsForMailApps) {
  expect_says(kClientsCheck, kRows);
}

TEST(ClientsCheck, NamesTheHostsOfEachSite) {
  World world = clients("imap.qiye.aliyun.com", "pop.sg.aliyun.com", "smtp.qiye.aliyun.com");
  const std::vector<Finding> findings = kClientsCheck.run(views_of(world.evidence(), catalogue().provider)).findings;
  EXPECT_EQ(findings[0].args, (Args{{"hosts", Keys{kImap, kSmtp}}, {"family", "china"}}));
  EXPECT_EQ(findings[1].args, (Args{{"hosts", Keys{kPop3}}, {"family", "singapore"}}));
}

TEST(ClientsCheck, AsksOneResolverForEachOfThem) {
  const std::vector<Query> queries = kClientsCheck.run(views_of(World().evidence(), catalogue().provider)).queries;
  ASSERT_EQ(queries.size(), 3U);
  for (const Query& query : queries) EXPECT_EQ(query.reach, Reach::First);
}

TEST(ClientsCheck, NamesAResolverOnceIfItFailsForEveryHost) {
  World world;
  for (const char* host : {"imap.abc.example", "pop3.abc.example", "smtp.abc.example"}) {
    world.fails("r", host, RecordType::A, Outcome::Timeout);
  }
  const std::vector<Finding> findings = kClientsCheck.run(views_of(world.evidence(), catalogue().provider)).findings;
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_EQ(records_in(findings.front(), "outcomes").size(), 1U);
  EXPECT_EQ(records_in(findings.front(), "outcomes").front(), (Args{{"resolver", "r"}, {"outcome", "timeout"}}));
}

}  // namespace
}  // namespace alimail::testing
