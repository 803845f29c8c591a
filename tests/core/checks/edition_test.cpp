// The sites that all records together name.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

const std::string kImap = "imap.abc.example";
const std::string kSmtp = "smtp.abc.example";

World with_mx(const std::string& exchange) {
  return std::move(World().has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, exchange)}));
}

World client(World world, const std::string& host, const std::string& target) {
  return std::move(world.has("r", host, RecordType::A, {cname(host, target), address(target, "192.0.2.1")}));
}

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
     {}},
    {"the MX could not be looked up, and the login page is of another site than the SPF record",
     with_spf(with_login(World().fails("r", kDomain, RecordType::Mx, Outcome::Timeout), "mail.sg.aliyun.com"),
              "v=spf1 include:spf.qiye.aliyun.com -all"),
     {}},
    {"no MX, and the login page is of another site than the SPF record",
     with_spf(with_login(World().lacks("r", kDomain, RecordType::Mx), "mail.sg.aliyun.com"),
              "v=spf1 include:spf.qiye.aliyun.com -all"),
     {"edition.mixed", "edition.login-differs"}},
};

TEST(EditionCheck, ReportsWhetherAllRecordsBelongToOneSite) {
  expect_says(kEditionCheck, kSites);
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
