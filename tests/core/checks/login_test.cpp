// The login host with every kind of records in the zone. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

World alias(const std::string& target, bool resolves) {
  World world;
  world.has("r", kHost, RecordType::Cname, {cname(kHost, target)});
  if (resolves) {
    world.has("r", kHost, RecordType::A, {cname(kHost, target), address(target, "192.0.2.1")});
  } else {
    world.nothing_at("r", kHost, RecordType::A, {cname(kHost, target)});
  }
  return world;
}

World nothing() {
  World world;
  world.nothing_at("r", kHost, RecordType::Cname).nothing_at("r", kHost, RecordType::A);
  return world;
}

World present_as_text() {
  World world;
  world.lacks("r", kHost, RecordType::Cname).lacks("r", kHost, RecordType::A).lacks("r", kHost, RecordType::Aaaa);
  return world;
}

World fifty_links() {
  World world;
  std::vector<ResourceRecord> links = {cname(kHost, "n0.example")};
  for (int i = 0; i < 50; ++i) {
    links.push_back(cname("n" + std::to_string(i) + ".example", "n" + std::to_string(i + 1) + ".example"));
  }
  world.fails("r", kHost, RecordType::A, Outcome::Malformed);
  world.evidence().answers.back().records = links;
  return world;
}

const std::string kFresh = "fresh.abc.example";
const std::string kDoubled = "mail.abc.example.abc.example";

const Row kRows[] = {
    // silent
    {"nothing was asked yet", World(), {}},
    {"CNAME to the China site", alias("qiye.aliyun.com", true), {"login.alibaba"}},
    {"CNAME to the older China host", alias("mail.mxhichina.com", true), {"login.alibaba"}},
    {"CNAME to Singapore", alias("mail.sg.aliyun.com", true), {"login.alibaba"}},
    {"CNAME to Hong Kong", alias("mail.hk.aliyun.com", true), {"login.alibaba"}},
    {"CNAME to Germany", alias("mail.de.alibabacloud.com", true), {"login.alibaba"}},
    {"CNAME to the United States", alias("mail.us.alibabacloud.com", true), {"login.alibaba"}},
    {"a second CNAME on the way there",
     World().has("r", kHost, RecordType::A,
                 {cname(kHost, "webmail.abc.example"), cname("webmail.abc.example", "qiye.aliyun.com"),
                  address("qiye.aliyun.com", "192.0.2.1")}),
     {"login.alibaba"}},
    {"only the IPv6 address resolves",
     World()
         .lacks("r", kHost, RecordType::A, {cname(kHost, "qiye.aliyun.com")})
         .has("r", kHost, RecordType::Aaaa, {cname(kHost, "qiye.aliyun.com")}),
     {"login.alibaba"}},
    {"the guide's target resolves", alias("alimail.aliyun.com", true), {"login.guide-target"}},
    {"no login record, and nobody asked for the login page", nothing(), {"login.not-published"}},
    {"one resolver has the record already, the other does not",
     alias("qiye.aliyun.com", true).nothing_at("s", kHost, RecordType::Cname).nothing_at("s", kHost, RecordType::A),
     {"login.alibaba"}},
    {"the way of Alibaba's own name is its own affair",
     World().has("r", kHost, RecordType::A,
                 {cname(kHost, "qiye.aliyun.com"), cname("qiye.aliyun.com", "a.example"),
                  cname("a.example", "b.example"), cname("b.example", "c.example"), address("c.example", "192.0.2.1")}),
     {"login.alibaba"}},
    {"a wildcard leads to Alibaba Mail too",
     alias("qiye.aliyun.com", true).fresh().has("r", kFresh, RecordType::A, {cname(kFresh, "qiye.aliyun.com")}),
     {"login.alibaba"}},
    {"a wildcard with an address, and a login record of its own",
     alias("hosting.example.net", true).fresh().has("r", kFresh, RecordType::A, {address(kFresh, "192.0.2.1")}),
     {"login.elsewhere"}},
    {"no wildcard",
     alias("hosting.example.net", true).fresh().nothing_at("r", kFresh, RecordType::A),
     {"login.elsewhere"}},
    {"nothing at the doubled name either",
     nothing().nothing_at("r", kDoubled, RecordType::Cname),
     {"login.not-published", "login.not-doubled"}},
    {"the doubled name could not be looked up",
     nothing().fails("r", kDoubled, RecordType::Cname, Outcome::Timeout),
     {"login.not-published"}},
    {"a wildcard answers for the doubled name",
     present_as_text()
         .fresh()
         .has("r", kFresh, RecordType::A, {cname(kFresh, "x.example")})
         .has("r", kDoubled, RecordType::Cname, {cname(kDoubled, "x.example")}),
     {"login.not-published"}},
    // trouble
    {"the record stands at the doubled name",
     nothing().has("r", kDoubled, RecordType::Cname, {cname(kDoubled, "qiye.aliyun.com")}).in_question(),
     {"login.missing", "login.doubled-name"}},
    {"an address record by a wildcard",
     World()
         .fresh()
         .lacks("r", kHost, RecordType::Cname)
         .has("r", kHost, RecordType::A, {address(kHost, "192.0.2.9")})
         .has("r", kFresh, RecordType::A, {address(kFresh, "192.0.2.9")}),
     {"login.address-record", "login.wildcard"}},
    {"an alias by a wildcard",
     alias("hosting.example.net", true).fresh().has("r", kFresh, RecordType::A, {cname(kFresh, "hosting.example.net")}),
     {"login.elsewhere", "login.wildcard"}},
    {"CNAME to a provider that is known", alias("ghs.googlehosted.com", true), {"login.other-provider"}},
    {"four links on the way",
     World().has("r", kHost, RecordType::A,
                 {cname(kHost, "a.example"), cname("a.example", "b.example"), cname("b.example", "c.example"),
                  cname("c.example", "d.example"), address("d.example", "192.0.2.1")}),
     {"login.elsewhere", "login.long-chain"}},
    {"no login record, and the login page is what fails", nothing().in_question(), {"login.missing"}},
    {"the name is there with another type only",
     World()
         .in_question()
         .lacks("r", kHost, RecordType::Cname)
         .lacks("r", kHost, RecordType::A)
         .lacks("r", kHost, RecordType::Aaaa),
     {"login.missing"}},
    {"an address record instead of a CNAME",
     World().lacks("r", kHost, RecordType::Cname).has("r", kHost, RecordType::A, {address(kHost, "192.0.2.9")}),
     {"login.address-record"}},
    {"an address of a private network",
     World().lacks("r", kHost, RecordType::Cname).has("r", kHost, RecordType::A, {address(kHost, "10.1.2.3")}),
     {"login.unroutable"}},
    {"an alias of this machine",
     World().has("r", kHost, RecordType::A, {cname(kHost, "x.example"), address("x.example", "127.0.0.1")}),
     {"login.unroutable"}},
    {"Alibaba's name, for which a resolver has a wrong address",
     World().has("r", kHost, RecordType::A, {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "0.0.0.0")}),
     {"login.alibaba"}},
    {"CNAME to somebody else", alias("hosting.example.net", true), {"login.elsewhere"}},
    {"CNAME to a name that is not there", alias("gone.example.net", false), {"login.dangling"}},
    {"the guide's target does not resolve", alias("alimail.aliyun.com", false), {"login.guide-target-unresolvable"}},
    {"Alibaba's own name does not resolve", alias("qiye.aliyun.com", false), {"login.target-unresolvable"}},
    {"the CNAME points to itself by a detour",
     World().has("r", kHost, RecordType::Cname, {cname(kHost, "a.abc.example"), cname("a.abc.example", kHost)}),
     {"login.loop"}},
    // cannot tell
    {"fifty links, more than anybody follows", fifty_links(), {"login.unknown", "login.long-chain"}},
    {"the doubled name could not be looked up, and the login page is what fails",
     nothing().fails("r", kDoubled, RecordType::Cname, Outcome::Timeout).in_question(),
     {"login.missing", "login.unknown"}},
    {"whether a wildcard answers for the doubled name could not be looked up",
     nothing()
         .fresh()
         .fails("r", kFresh, RecordType::A, Outcome::Timeout)
         .has("r", kDoubled, RecordType::Cname, {cname(kDoubled, "qiye.aliyun.com")}),
     {"login.not-published"}},
    {"the alias is right, but nobody could look up the addresses",
     World()
         .has("r", kHost, RecordType::Cname, {cname(kHost, "qiye.aliyun.com")})
         .fails("r", kHost, RecordType::A, Outcome::Timeout)
         .lacks("r", kHost, RecordType::Aaaa, {cname(kHost, "qiye.aliyun.com")}),
     {"login.alibaba", "login.unknown"}},
    {"the only resolver timed out",
     World()
         .fails("r", kHost, RecordType::Cname, Outcome::Timeout)
         .fails("r", kHost, RecordType::A, Outcome::Timeout)
         .fails("r", kHost, RecordType::Aaaa, Outcome::Timeout),
     {"login.unknown"}},
    {"the alias is known to be absent, the address is not known",
     World()
         .lacks("r", kHost, RecordType::Cname)
         .fails("r", kHost, RecordType::A, Outcome::Servfail)
         .fails("r", kHost, RecordType::Aaaa, Outcome::Servfail),
     {"login.unknown"}},
    {"no IPv4 address, and the IPv6 query failed",
     World()
         .lacks("r", kHost, RecordType::Cname)
         .lacks("r", kHost, RecordType::A)
         .fails("r", kHost, RecordType::Aaaa, Outcome::Blocked),
     {"login.unknown"}},
};

TEST(LoginCheck, ReportsOnlyWhatTheAnswersShow) {
  expect_says(kLoginCheck, kRows);
}

TEST(LoginCheck, NamesTheOtherProviderAndTheDoubledName) {
  const auto args = [](World world, std::size_t at) {
    return kLoginCheck.run(views_of(world.evidence(), catalogue().provider)).findings.at(at).args;
  };
  EXPECT_EQ(args(alias("ghs.googlehosted.com", true), 0),
            (Args{{"host", kHost}, {"target", "ghs.googlehosted.com"}, {"provider", "google"}}));
  EXPECT_EQ(args(nothing().has("r", kDoubled, RecordType::Cname, {cname(kDoubled, "qiye.aliyun.com")}), 1),
            (Args{{"host", kHost}, {"doubled", kDoubled}, {"target", "qiye.aliyun.com"}}));
}

TEST(LoginCheck, AsksForTheDoubledNameOnlyIfTheHostIsMissing) {
  EXPECT_EQ(kLoginCheck.run(views_of(nothing().evidence(), catalogue().provider)).queries.size(), 4U);
  EXPECT_EQ(kLoginCheck.run(views_of(alias("qiye.aliyun.com", true).evidence(), catalogue().provider)).queries.size(),
            3U);
}

TEST(LoginCheck, LeavesAMissingDomainToTheDomainCheck) {
  World world = nothing().in_question();
  world.nothing_at("r", kDomain, RecordType::Soa);
  EXPECT_EQ(says(kLoginCheck, world), Keys{});
}

TEST(LoginCheck, AsksForAliasAndAddressesOfTheLoginHost) {
  const CheckResult result = kLoginCheck.run(views_of(World().evidence(), catalogue().provider));
  ASSERT_EQ(result.queries.size(), 3U);
  for (const Query& query : result.queries) EXPECT_EQ(query.question.name, kHost);
  EXPECT_EQ(result.queries[2].reach, Reach::First) << "an IPv6 address decides nothing that is worth telling everybody";
}

TEST(LoginCheck, AsksNothingWithoutADomain) {
  World world;
  world.evidence().subject = {SubjectKind::Refused, SubjectProblem::IpAddress, "", "", false};
  EXPECT_TRUE(kLoginCheck.run(views_of(world.evidence(), catalogue().provider)).queries.empty());
}

// The most important property: however a lookup fails, nothing is reported as missing.
TEST(LoginCheck, NeverTurnsAFailedLookupIntoAnAbsence) {
  for (const Outcome how :
       {Outcome::Servfail, Outcome::Refused, Outcome::OtherRcode, Outcome::Malformed, Outcome::Truncated,
        Outcome::HttpError, Outcome::Timeout, Outcome::Blocked, Outcome::Offline, Outcome::Unreadable}) {
    World world;
    world.in_question();
    for (const RecordType type : {RecordType::Cname, RecordType::A, RecordType::Aaaa}) {
      world.fails("r", kHost, type, how).fails("s", kHost, type, how);
    }
    EXPECT_EQ(says(kLoginCheck, world), Keys{"login.unknown"}) << static_cast<int>(how);
  }
}

}  // namespace
}  // namespace alimail::testing
