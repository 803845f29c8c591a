// Every kind of MX records in the zone. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"
#include "evidence/exchanges.h"

namespace alimail::testing {
namespace {

struct Exchange {
  std::uint16_t preference;
  std::string name;
};

World with(std::vector<Exchange> exchanges, const std::string& resolver = "r", World world = World()) {
  std::vector<ResourceRecord> records;
  for (Exchange& each : exchanges) records.push_back(mx(kDomain, each.preference, std::move(each.name)));
  return std::move(world.has(resolver, kDomain, RecordType::Mx, std::move(records)));
}

// A domain that has nothing to do with Alibaba Mail: no login host and no SPF record.
World elsewhere(std::vector<Exchange> exchanges) {
  World world = with(std::move(exchanges));
  for (const RecordType type : {RecordType::Cname, RecordType::A}) world.nothing_at("r", kHost, type);
  return std::move(world.lacks("r", kDomain, RecordType::Txt));
}

World replied(World world, const std::string& question, const std::string& value) {
  world.evidence().replies.push_back({question, value});
  return world;
}

const std::vector<Exchange> kChina = {
    {5, "mx1.qiye.aliyun.com"}, {10, "mx2.qiye.aliyun.com"}, {15, "mx3.qiye.aliyun.com"}};
const std::vector<Exchange> kGoogle = {{1, "aspmx.l.google.com"}, {5, "alt1.aspmx.l.google.com"}};

const Row kRows[] = {
    // silent
    {"not asked yet", World(), {}},
    {"China", with(kChina), {"mx.alibaba"}},
    {"China, the other set", with({{5, "mxn.mxhichina.com"}, {10, "mxw.mxhichina.com"}}), {"mx.alibaba"}},
    {"Singapore", with({{5, "mx1.sg.aliyun.com"}, {10, "mx2.sg.aliyun.com"}}), {"mx.alibaba"}},
    {"Hong Kong", with({{5, "mx1.hk.aliyun.com"}, {10, "mx2.hk.aliyun.com"}}), {"mx.alibaba", "mx.inferred"}},
    {"Germany", with({{5, "mx1.de.alibabacloud.com"}, {10, "mx2.de.alibabacloud.com"}}), {"mx.alibaba", "mx.inferred"}},
    {"the United States",
     with({{5, "mx1.us.alibabacloud.com"}, {10, "mx2.us.alibabacloud.com"}}),
     {"mx.alibaba", "mx.inferred"}},
    {"a site without a published set lacks nothing that could be named",
     with({{5, "mx1.de.alibabacloud.com"}}),
     {"mx.alibaba", "mx.inferred"}},
    {"a resolver turned the order of the records round",
     with({{15, "mx3.qiye.aliyun.com"}, {5, "mx1.qiye.aliyun.com"}, {10, "mx2.qiye.aliyun.com"}}),
     {"mx.alibaba"}},
    {"other priorities in the same order",
     with({{1, "mx1.qiye.aliyun.com"}, {2, "mx2.qiye.aliyun.com"}, {50, "mx3.qiye.aliyun.com"}}),
     {"mx.alibaba"}},
    {"one priority for all",
     with({{10, "mx1.qiye.aliyun.com"}, {10, "mx2.qiye.aliyun.com"}, {10, "mx3.qiye.aliyun.com"}}),
     {"mx.alibaba"}},
    {"two neighbours changed places",
     with({{5, "mx1.qiye.aliyun.com"}, {15, "mx2.qiye.aliyun.com"}, {10, "mx3.qiye.aliyun.com"}}),
     {"mx.alibaba"}},
    {"both China sets, both whole",
     with({{5, "mx1.qiye.aliyun.com"},
           {10, "mx2.qiye.aliyun.com"},
           {15, "mx3.qiye.aliyun.com"},
           {20, "mxn.mxhichina.com"},
           {25, "mxw.mxhichina.com"}}),
     {"mx.alibaba", "mx.two-sets"}},
    {"the domain does not exist at all", World().nothing_at("r", kDomain, RecordType::Mx), {}},
    {"NXDOMAIN, although the domain exists",
     World().nothing_at("r", kDomain, RecordType::Mx).lacks("r", kDomain, RecordType::Soa),
     {"mx.unknown"}},
    {"NXDOMAIN at one resolver, and another one has a name below the domain",
     World().nothing_at("r", kDomain, RecordType::Mx).lacks("s", kHost, RecordType::A),
     {"mx.unknown"}},
    {"one of two resolvers failed",
     with(kChina, "r", World().fails("s", kDomain, RecordType::Mx, Outcome::Timeout)),
     {"mx.alibaba"}},
    {"a change to Alibaba Mail is on its way", with(kChina, "new", with(kGoogle, "old")), {"mx.alibaba"}},
    {"the same, and most caches are old", with(kChina, "new", with(kGoogle, "a", with(kGoogle, "b"))), {"mx.alibaba"}},
    {"one of the targets has just been added",
     with(kChina, "new", with({{5, "mx1.qiye.aliyun.com"}}, "old", with(kChina, "s"))),
     {"mx.alibaba"}},
    {"the domain of somebody else", elsewhere(kGoogle), {"mx.foreign"}},
    {"a server of their own", elsewhere({{10, "mail.abc.example"}}), {"mx.foreign"}},
    {"a look-alike is not Alibaba Mail", elsewhere({{5, "mx1.qiye.aliyun.com.example"}}), {"mx.foreign"}},
    {"nor is a name that only ends in the same letters", elsewhere({{5, "mx1.notmxhichina.com"}}), {"mx.foreign"}},
    {"a filter, as the person says", replied(with(kGoogle), "other-mx", "filter"), {"mx.filter"}},
    {"a filter beside Alibaba Mail, as the person says",
     replied(with({{1, "gw.filter.example"}, {5, "mx1.qiye.aliyun.com"}}), "other-mx", "filter"),
     {"mx.mixed-on-purpose"}},
    {"the other provider has the mailboxes, as the person says",
     replied(with(kGoogle), "other-mx", "elsewhere"),
     {"mx.foreign"}},
    // perhaps a filter in front of Alibaba Mail
    {"the login record is not known yet", with(kGoogle), {"mx.perhaps-filter"}},
    {"the login record could not be looked up",
     with(kGoogle)
         .fails("r", kHost, RecordType::Cname, Outcome::Timeout)
         .fails("r", kHost, RecordType::A, Outcome::Timeout)
         .lacks("r", kDomain, RecordType::Txt),
     {"mx.perhaps-filter"}},
    {"the login record leads to Alibaba Mail",
     with(kGoogle)
         .has("r", kHost, RecordType::Cname, {cname(kHost, "qiye.aliyun.com")})
         .has("r", kHost, RecordType::A, {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.1")})
         .lacks("r", kDomain, RecordType::Txt),
     {"mx.perhaps-filter"}},
    {"the person says that it is Alibaba Mail",
     replied(elsewhere(kGoogle), "service", "alibaba-mail"),
     {"mx.perhaps-filter"}},
    {"a leftover, as the person says", replied(with(kGoogle), "other-mx", "alibaba-only"), {"mx.unwanted"}},
    // trouble
    {"no MX", World().lacks("r", kDomain, RecordType::Mx), {"mx.missing"}},
    {"null MX", with({{0, ""}}), {"mx.null"}},
    {"null MX beside others",
     with({{0, ""}, {5, "mx1.sg.aliyun.com"}, {10, "mx2.sg.aliyun.com"}}),
     {"mx.alibaba", "mx.null-beside-others"}},
    {"the domain stands behind the name, for want of a final dot",
     with({{5, "mx1.qiye.aliyun.com.abc.example"}}),
     {"mx.undocumented-name"}},
    {"an address is nobody's name, and another check says what is wrong with it", with({{5, "192.0.2.25"}}), {}},
    {"a leftover of another provider", with({{5, "mx1.qiye.aliyun.com"}, {10, "aspmx.l.google.com"}}), {"mx.mixed"}},
    {"the leftover, seen by most resolvers",
     with({{5, "mx1.qiye.aliyun.com"}, {10, "aspmx.l.google.com"}}, "r",
          with({{5, "mx1.qiye.aliyun.com"}, {10, "aspmx.l.google.com"}}, "s", with(kGoogle, "t"))),
     {"mx.mixed"}},
    {"one of the set is missing",
     with({{5, "mx1.qiye.aliyun.com"}, {10, "mx2.qiye.aliyun.com"}}),
     {"mx.alibaba", "mx.partial"}},
    {"half of each China set",
     with({{5, "mx1.qiye.aliyun.com"}, {10, "mxn.mxhichina.com"}}),
     {"mx.alibaba", "mx.two-sets", "mx.partial"}},
    {"a whole China set and half of the other",
     with({{5, "mxn.mxhichina.com"}, {10, "mxw.mxhichina.com"}, {15, "mx1.qiye.aliyun.com"}}),
     {"mx.alibaba", "mx.two-sets"}},
    {"two sites", with({{5, "mx1.sg.aliyun.com"}, {10, "mx1.qiye.aliyun.com"}}), {"mx.two-sites"}},
    {"two sites and a stranger",
     with({{5, "mx1.sg.aliyun.com"}, {10, "mx1.qiye.aliyun.com"}, {15, "mx.abc.example"}}),
     {"mx.mixed", "mx.two-sites"}},
    {"a name out of a blog, alone", with({{10, "mx.aliyun.com"}}), {"mx.undocumented-name"}},
    {"a name of the personal mailbox, alone", with({{10, "mx.mail.aliyun.com"}}), {"mx.undocumented-name"}},
    {"a name made up after the pattern",
     with({{5, "mx1.mxhichina.com"}, {10, "mx2.mxhichina.com"}, {15, "mx3.mxhichina.com"}}),
     {"mx.undocumented-name"}},
    {"a made-up name beside a right one",
     with({{5, "mx1.sg.aliyun.com"}, {10, "mx2.sg.aliyun.com"}, {15, "mx3.sg.aliyun.com"}}),
     {"mx.alibaba", "mx.undocumented-name"}},
    {"a made-up name of the other China set beside a whole one",
     with({{5, "mx1.qiye.aliyun.com"},
           {10, "mx2.qiye.aliyun.com"},
           {15, "mx3.qiye.aliyun.com"},
           {1, "mx1.mxhichina.com"}}),
     {"mx.alibaba", "mx.undocumented-name"}},
    {"a made-up name and a leftover",
     with({{5, "mx.qiye.aliyun.com"}, {10, "mxbiz1.qq.com"}}),
     {"mx.mixed", "mx.undocumented-name"}},
    {"the mailbox of the trade site", with({{5, "mx01.mail.alibaba.com"}}), {"mx.other-product"}},
    {"the mailbox of the trade site beside Alibaba Mail",
     with({{5, "mx01.mail.alibaba.com"}, {10, "mx1.qiye.aliyun.com"}}),
     {"mx.mixed"}},
    {"the MX of DirectMail, which only sends", with({{5, "mx01.dm.aliyun.com"}}), {"mx.direct-mail"}},
    {"both other products at once",
     with({{5, "mx01.dm.aliyun.com"}, {10, "mx01.mail.alibaba.com"}}),
     {"mx.direct-mail", "mx.other-product"}},
    {"the same target with two priorities",
     with({{5, "mx1.sg.aliyun.com"}, {10, "mx2.sg.aliyun.com"}, {20, "mx1.sg.aliyun.com"}}),
     {"mx.alibaba", "mx.duplicate"}},
    {"the order is turned round",
     with({{15, "mx1.qiye.aliyun.com"}, {10, "mx2.qiye.aliyun.com"}, {5, "mx3.qiye.aliyun.com"}}),
     {"mx.alibaba", "mx.order-reversed"}},
    // cannot tell
    {"nobody could say", World().fails("r", kDomain, RecordType::Mx, Outcome::HttpError), {"mx.unknown"}},
};

TEST(MxCheck, ReportsTheOwnersOfTheTargetsAndMistakesInTheSet) {
  expect_says(kMxCheck, kRows);
}

Finding said(World world, std::string_view key) {
  for (Finding& finding : kMxCheck.run(views_of(world.evidence(), catalogue().provider)).findings) {
    if (finding.key == key) return finding;
  }
  ADD_FAILURE() << key;
  return {};
}

TEST(MxCheck, NamesTheSiteTheOtherProviderAndTheRecordsMeant) {
  EXPECT_EQ(said(with({{5, "mx2.sg.aliyun.com"}}), "mx.alibaba").args[1], (Arg{"family", "singapore"}));
  EXPECT_EQ(said(elsewhere({{5, "mxbiz1.qq.com"}}), "mx.foreign").args[1], (Arg{"provider", "tencent"}));
  EXPECT_EQ(said(elsewhere({{5, "mail.abc.example"}}), "mx.foreign").args[1], (Arg{"provider", "unknown"}));
  EXPECT_EQ(said(with({{5, "mx01.mail.alibaba.com"}}), "mx.other-product").args,
            (Args{{"product", "trade-mail"}, {"targets", Keys{"mx01.mail.alibaba.com"}}}));
  EXPECT_EQ(said(with({{5, "mx2.qiye.aliyun.com"}}), "mx.partial").args,
            (Args{{"family", "china"}, {"missing", Keys{"mx1.qiye.aliyun.com", "mx3.qiye.aliyun.com"}}}));
  EXPECT_EQ(said(with({{5, "mx1.sg.aliyun.com"}, {9, "mxn.mxhichina.com"}}), "mx.two-sites").args[0],
            (Arg{"families", Keys{"singapore", "china-hichina"}}));
  EXPECT_EQ(said(with({{5, "mx1.qiye.aliyun.com"}, {9, "mx.abc.example"}}), "mx.mixed").args[2],
            (Arg{"foreign", Keys{"mx.abc.example"}}));
}

TEST(MxCheck, NamesTheDocumentedSetForAnUndocumentedName) {
  EXPECT_EQ(
      said(with({{5, "mx1.mxhichina.com"}}), "mx.undocumented-name").args,
      (Args{{"targets", Keys{"mx1.mxhichina.com"}}, {"documented", Keys{"mxn.mxhichina.com", "mxw.mxhichina.com"}}}));
  const Finding open = said(with({{5, "mx.aliyun.com"}}), "mx.undocumented-name");
  EXPECT_EQ(std::get<Keys>(open.args[1].value).size(), 7U) << "every set that a page gives, where no site is known";
  World singapore = with({{5, "mx.aliyun.com"}});
  singapore.has("r", kHost, RecordType::Cname, {cname(kHost, "mail.sg.aliyun.com")});
  EXPECT_EQ(said(singapore, "mx.undocumented-name").args[1],
            (Arg{"documented", Keys{"mx1.sg.aliyun.com", "mx2.sg.aliyun.com"}}));
}

TEST(MxCheck, NeverCallsOldAndNewSetsTogetherAMixture) {
  const std::vector<Exchange> sets[] = {kChina, kGoogle, {{10, "mail.abc.example"}}, {{5, "mx1.sg.aliyun.com"}}};
  for (const std::vector<Exchange>& a : sets) {
    for (const std::vector<Exchange>& b : sets) {
      const Keys keys = says(kMxCheck, with(a, "r", with(b, "s")));
      EXPECT_EQ(std::count(keys.begin(), keys.end(), "mx.mixed"), 0);
      EXPECT_EQ(std::count(keys.begin(), keys.end(), "mx.two-sites"), 0);
    }
  }
}

World hundred_targets() {
  std::vector<Exchange> many;
  for (int i = 0; i < 100; ++i)
    many.push_back({static_cast<std::uint16_t>(100 - i), "mx" + std::to_string(i) + ".example"});
  return with(many);
}

TEST(MxCheck, ExaminesNoMoreTargetsThanItsLimit) {
  World world = hundred_targets();
  EXPECT_EQ(says(kMxCheck, world), (Keys{"mx.perhaps-filter", "mx.cut"}));
  EXPECT_EQ(said(world, "mx.cut").args, (Args{{"count", std::int64_t{100}}, {"limit", std::int64_t{kMaxExchanges}}}));
  EXPECT_EQ(std::get<Keys>(said(world, "mx.perhaps-filter").args[2].value).front(), "mx99.example")
      << "the first to be tried";
  EXPECT_EQ(kMxTargetsCheck.run(views_of(world.evidence(), catalogue().provider)).queries.size(), kMaxExchanges);
}

}  // namespace
}  // namespace alimail::testing
