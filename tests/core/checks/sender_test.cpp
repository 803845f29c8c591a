// Senders that the complaint names, judged by the SPF record.
#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

const std::string kSender = "203.0.113.5";

World named(std::vector<std::string> addresses, const std::string& record) {
  World world;
  world.evidence().named_addresses = std::move(addresses);
  if (!record.empty()) world.has("google", kDomain, RecordType::Txt, {txt(kDomain, record)});
  return world;
}

CheckResult result_of(World world) {
  return kSenderCheck.run(views_of(world.evidence(), catalogue().provider));
}

std::string arg(const Finding& finding, std::string_view name) {
  for (const Arg& each : finding.args) {
    if (each.name == name) return std::get<std::string>(each.value);
  }
  return "(none)";
}

TEST(SenderCheck, IsSilentWithoutAnAddressOrWithoutARecord) {
  EXPECT_EQ(says(kSenderCheck, World()), Keys{});
  EXPECT_TRUE(result_of(World()).queries.empty());
  EXPECT_EQ(says(kSenderCheck, named({}, "v=spf1 -all")), Keys{});
  EXPECT_TRUE(result_of(named({}, "v=spf1 -all")).queries.empty()) << "no name is looked up for nobody";
  EXPECT_EQ(says(kSenderCheck, named({kSender}, "google-site-verification=x")), Keys{});
  EXPECT_EQ(says(kSenderCheck, named({kSender}, "").lacks("google", kDomain, RecordType::Txt)), Keys{});
  EXPECT_EQ(says(kSenderCheck, named({kSender}, "").nothing_at("google", kDomain, RecordType::Txt)), Keys{});
  EXPECT_EQ(says(kSenderCheck, named({kSender}, "")), Keys{}) << "nothing is answered yet";
  World nobody = named({kSender}, "v=spf1 -all");
  nobody.evidence().subject = {};
  EXPECT_EQ(says(kSenderCheck, nobody), Keys{});
}

TEST(SenderCheck, NamesTheTermThatAllowsTheSender) {
  World world = named({kSender, "2001:db8::1"}, "v=spf1 ip4:203.0.113.0/24 ip6:2001:db8::/32 -all");
  const CheckResult result = result_of(world);
  ASSERT_EQ(keys_of(result.findings), (Keys{"sender.permitted", "sender.permitted"}));
  EXPECT_EQ(arg(result.findings[0], "address"), kSender);
  EXPECT_EQ(arg(result.findings[0], "term"), "ip4:203.0.113.0/24");
  EXPECT_EQ(arg(result.findings[1], "term"), "ip6:2001:db8::/32");
}

TEST(SenderCheck, AsksTheFirstResolverAndKeepsThePurposes) {
  World world = named({kSender}, "v=spf1 include:spf.qiye.aliyun.com a:out.abc.example -all");
  CheckResult result = result_of(world);
  EXPECT_EQ(keys_of(result.findings), Keys{});
  ASSERT_EQ(result.queries.size(), 3U);
  EXPECT_EQ(result.queries[0].question, (Question{kDomain, RecordType::Txt}));
  EXPECT_EQ(result.queries[1].question, (Question{"spf.qiye.aliyun.com", RecordType::Txt}));
  EXPECT_EQ(result.queries[2].question, (Question{"out.abc.example", RecordType::A}));
  for (const Query& query : result.queries) EXPECT_EQ(query.reach, Reach::First);

  world.has("google", "spf.qiye.aliyun.com", RecordType::Txt,
            {txt("spf.qiye.aliyun.com", "v=spf1 ip4:192.0.2.1 -all")});
  world.has("google", "out.abc.example", RecordType::A, {address("out.abc.example", kSender)});
  result = result_of(world);
  EXPECT_EQ(result.queries.size(), 3U);
  ASSERT_EQ(keys_of(result.findings), Keys{"sender.permitted"});
  EXPECT_EQ(arg(result.findings[0], "term"), "a:out.abc.example");
}

TEST(SenderCheck, UsesTheSetOfAResolverThatHasOne) {
  World world = named({kSender}, "");
  world.fails("alidns", kDomain, RecordType::Txt, Outcome::Timeout);
  world.lacks("quad9", kDomain, RecordType::Txt, {cname(kDomain, "other.example")});
  world.has("google", kDomain, RecordType::Txt, {txt(kDomain, "v=spf1 ip4:203.0.113.5 -all")});
  EXPECT_EQ(says(kSenderCheck, world), Keys{"sender.permitted"});
}

TEST(SenderCheck, DistinguishesARefusalFromNoStatement) {
  struct Row {
    const char* record;
    const char* key;
    const char* result;
    const char* term;
  };
  const Row rows[] = {
      {"v=spf1 ip4:192.0.2.1 -all", "sender.refused", "fail", "-all"},
      {"v=spf1 ip4:192.0.2.1 ~all", "sender.refused", "softfail", "~all"},
      {"v=spf1 ip4:192.0.2.1 ?all", "sender.unsaid", "neutral", "(none)"},
      {"v=spf1 ip4:192.0.2.1", "sender.unsaid", "neutral", "(none)"},
  };
  for (const Row& row : rows) {
    const CheckResult result = result_of(named({kSender}, row.record));
    ASSERT_EQ(keys_of(result.findings), Keys{row.key}) << row.record;
    EXPECT_EQ(arg(result.findings[0], "result"), row.result);
    EXPECT_EQ(arg(result.findings[0], "term"), row.term);
  }
}

TEST(SenderCheck, ExplainsWhyARecordGivesNoVerdict) {
  const CheckResult syntax = result_of(named({kSender}, "v=spf1 ipv4:203.0.113.5 -all"));
  ASSERT_EQ(keys_of(syntax.findings), Keys{"sender.error"});
  EXPECT_EQ(arg(syntax.findings[0], "reason"), "syntax");
  World missing = named({kSender}, "v=spf1 include:gone.example -all");
  missing.nothing_at("google", "gone.example", RecordType::Txt);
  EXPECT_EQ(arg(result_of(missing).findings.at(0), "reason"), "include-without-record");
}

TEST(SenderCheck, CannotTellAfterAnyKindOfFailedLookup) {
  for (const Outcome how : kFailures) {
    EXPECT_EQ(says(kSenderCheck, named({kSender}, "").fails("google", kDomain, RecordType::Txt, how)),
              Keys{"sender.unknown"});
    World world = named({kSender}, "v=spf1 include:spf.qiye.aliyun.com -all");
    world.fails("google", "spf.qiye.aliyun.com", RecordType::Txt, how);
    EXPECT_EQ(says(kSenderCheck, world), Keys{"sender.unknown"});
  }
}

}  // namespace
}  // namespace alimail::testing
