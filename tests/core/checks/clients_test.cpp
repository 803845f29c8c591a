// The hosts for mail apps, and the sites that all records together name. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

struct Row {
  const char* story;
  World world;
  Keys expected;
};

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
  for (const Row& row : kRows) EXPECT_EQ(says(kClientsCheck, row.world), row.expected) << row.story;
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

// ---------------------------------------------------------------- all together

World with_login(World world, const std::string& target) {
  return std::move(world.has("r", kHost, RecordType::Cname, {cname(kHost, target)}));
}

World with_spf(World world, const std::string& text) {
  return std::move(
      world.has("r", kDomain, RecordType::Txt, {{kDomain, RecordType::Txt, 600, CharacterStrings{{text}}}}));
}

const Row kSites[] = {
    {"nothing is known", World(), {}},
    {"somebody else's mail", with_mx("aspmx.l.google.com"), {}},
    {"only the MX", with_mx("mx1.qiye.aliyun.com"), {"edition.one"}},
    {"MX and login host", with_login(with_mx("mx1.sg.aliyun.com"), "mail.sg.aliyun.com"), {"edition.one"}},
    {"everything",
     client(with_login(with_mx("mx1.hk.aliyun.com"), "mail.hk.aliyun.com"), kImap, "imap.hk.aliyun.com"),
     {"edition.one"}},
    {"a login host of somebody else has no voice",
     with_login(with_mx("mx1.qiye.aliyun.com"), "mail.example.net"),
     {"edition.one"}},
    {"the two China sets, one for mail and one for the login page",
     with_login(with_mx("mxn.mxhichina.com"), "qiye.aliyun.com"),
     {"edition.one", "edition.china-sets"}},
    {"the two China sets among the MX",
     World().has("r", kDomain, RecordType::Mx,
                 {mx(kDomain, 5, "mxn.mxhichina.com"), mx(kDomain, 5, "mx1.qiye.aliyun.com")}),
     {"edition.one", "edition.china-sets"}},
    {"the older China set, whose SPF name is that of the newer",
     with_spf(with_mx("mxn.mxhichina.com"), "v=spf1 include:spf.qiye.aliyun.com -all"),
     {"edition.one"}},
    {"an SPF record with DirectMail beside the site",
     with_spf(with_mx("mx1.sg.aliyun.com"), "v=spf1 include:spf.sg.aliyun.com include:spf1.dm.aliyun.com -all"),
     {"edition.one"}},
    {"the SPF record of another site",
     with_spf(with_mx("mx1.sg.aliyun.com"), "v=spf1 include:spf.qiye.aliyun.com -all"),
     {"edition.mixed"}},
    {"the login page of another site",
     with_login(with_mx("mx1.sg.aliyun.com"), "qiye.aliyun.com"),
     {"edition.mixed", "edition.login-differs"}},
    {"a mail program's host of another site",
     client(with_mx("mx1.sg.aliyun.com"), kSmtp, "smtp.qiye.aliyun.com"),
     {"edition.mixed", "edition.client-differs"}},
    {"the MX could not be looked up",
     with_login(World().fails("r", kDomain, RecordType::Mx, Outcome::Timeout), "qiye.aliyun.com"),
     {"edition.one"}},
};

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

TEST(EditionCheck, ReportsWhetherAllRecordsBelongToOneSite) {
  for (const Row& row : kSites) EXPECT_EQ(says(kEditionCheck, row.world), row.expected) << row.story;
}

TEST(EditionCheck, NamesTheSitesByTheKindOfRecord) {
  World mixed = with_login(with_mx("mx1.sg.aliyun.com"), "qiye.aliyun.com");
  EXPECT_EQ(kEditionCheck.run(views_of(mixed.evidence(), catalogue().provider)).findings[0].args,
            (Args{{"mx", "singapore"}, {"login", "china"}}));
  World one = with_login(with_mx("mx1.qiye.aliyun.com"), "qiye.aliyun.com");
  EXPECT_EQ(kEditionCheck.run(views_of(one.evidence(), catalogue().provider)).findings[0].args,
            (Args{{"family", "china"}, {"seen", Keys{"mx", "login"}}}));
}

}  // namespace
}  // namespace alimail::testing
