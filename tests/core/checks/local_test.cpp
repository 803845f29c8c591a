// What this machine's resolver says, compared with the public ones: each row is one pasted output.
#include <gmock/gmock.h>

#include "checks/world.h"
#include "pasted/pasted.h"

namespace alimail::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

World pasted(World world, std::string_view text) {
  world.evidence().pasted = read_pasted(text, catalogue().lexicon().pasted).answers;
  return world;
}

World repaired() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.has(resolver, kHost, RecordType::A,
              {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.1")});
    world.has(resolver, kHost, RecordType::Cname, {cname(kHost, "qiye.aliyun.com")});
  }
  return world;
}

World absent() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.nothing_at(resolver, kHost, RecordType::A).nothing_at(resolver, kHost, RecordType::Cname);
  }
  return world;
}

World offline() {
  return World()
      .fails("alidns", kHost, RecordType::A, Outcome::Offline)
      .fails("alidns", kHost, RecordType::Cname, Outcome::Offline);
}

World own_addresses(const char* first, const char* second) {
  return World()
      .has("alidns", kHost, RecordType::A, {address(kHost, first)})
      .has("google", kHost, RecordType::A, {address(kHost, second)});
}

constexpr std::string_view kAlibabaElsewhere = "$ dig +short mail.abc.example\nqiye.aliyun.com.\n203.0.113.77\n";
constexpr std::string_view kOldHost = "$ dig +short mail.abc.example\nweb.hosting.example.\n203.0.113.9\n";
constexpr std::string_view kOldAddress = "$ dig +short mail.abc.example\n203.0.113.9\n";
constexpr std::string_view kNothing = "Host mail.abc.example not found: 3(NXDOMAIN)";
constexpr std::string_view kRouter = "$ dig +short mail.abc.example\n192.168.1.1\n";
constexpr std::string_view kProxy = "$ dig +short mail.abc.example\n198.18.0.7\n";
constexpr std::string_view kSilence = "Host mail.abc.example not found: 2(SERVFAIL)";
constexpr std::string_view kPing = "PING mail.abc.example (203.0.113.9): 56 data bytes";
constexpr std::string_view kChosen = "$ dig +short @8.8.8.8 mail.abc.example\n203.0.113.9\n";
constexpr std::string_view kRouterAsked = "$ dig +short @192.168.1.1 mail.abc.example\n203.0.113.9\n";

TEST(LocalCheck, ReportsWhatThisMachineCaches) {
  const Row rows[] = {
      {"nothing pasted", repaired(), {}},
      {"the same alias with another address", pasted(repaired(), kAlibabaElsewhere), {"local.pasted", "local.agrees"}},
      {"missing here and everywhere", pasted(absent(), kNothing), {"local.pasted", "local.agrees"}},
      {"addresses that differ in public as well",
       pasted(own_addresses("198.51.100.1", "198.51.100.2"), kOldAddress),
       {"local.pasted", "local.agrees"}},
      {"a server was chosen", pasted(repaired(), kChosen), {"local.pasted"}},
      {"not asked in public yet", pasted(World(), kOldHost), {"local.pasted"}},
      {"another target", pasted(repaired(), kOldHost), {"local.pasted", "local.stale"}},
      {"an address where there is an alias", pasted(repaired(), kOldAddress), {"local.pasted", "local.stale"}},
      {"the router was chosen, which is this machine's too",
       pasted(repaired(), kRouterAsked),
       {"local.pasted", "local.stale"}},
      {"another address than all",
       pasted(own_addresses("198.51.100.1", "198.51.100.1"), kOldAddress),
       {"local.pasted", "local.stale"}},
      {"a record that is gone", pasted(absent(), kOldHost), {"local.pasted", "local.stale"}},
      {"no record", pasted(repaired(), kNothing), {"local.pasted", "local.missing"}},
      {"the router's address", pasted(repaired(), kRouter), {"local.pasted", "local.hijacked"}},
      {"a proxy's address", pasted(repaired(), kProxy), {"local.pasted", "local.hijacked"}},
      {"an address of the own network, published so",
       pasted(own_addresses("192.168.1.1", "192.168.1.1"), kRouter),
       {"local.pasted", "local.agrees"}},
      {"no answer", pasted(repaired(), kSilence), {"local.pasted", "local.no-answer"}},
      {"ping hides the alias", pasted(repaired(), kPing), {"local.pasted", "local.unknown"}},
      {"no public answer, and none here", pasted(offline(), kSilence), {"local.pasted", "local.unknown"}},
      {"no public answer, and no record here", pasted(offline(), kNothing), {"local.pasted", "local.says-missing"}},
      {"no public answer, and the way is right here",
       pasted(offline(), kAlibabaElsewhere),
       {"local.pasted", "local.says-alibaba"}},
      {"another domain", pasted(repaired(), "Host mail.xyz.example not found: 3(NXDOMAIN)"), {"local.other-name"}},
      {"where the login host leads",
       pasted(repaired(), "PING qiye.aliyun.com (203.0.113.9): 56 data bytes"),
       {"local.pasted", "local.agrees"}},
      {"nothing there",
       pasted(repaired(), "Host qiye.aliyun.com not found: 3(NXDOMAIN)"),
       {"local.pasted", "local.missing"}},
  };
  expect_says(kLocalCheck, rows);
}

TEST(LocalCheck, UsesTheLastConclusiveAnswer) {
  const std::string first = std::string(kNothing) + "\n" + std::string(kAlibabaElsewhere);
  EXPECT_THAT(says(kLocalCheck, pasted(repaired(), first)), ElementsAre("local.pasted", "local.agrees"));
  const std::string then = std::string(kAlibabaElsewhere) + std::string(kSilence);
  EXPECT_THAT(says(kLocalCheck, pasted(repaired(), then)), ElementsAre("local.pasted", "local.agrees"));
}

TEST(LocalCheck, IgnoresAnExpiredOutput) {
  World world = pasted(repaired(), "$ dig +noall +answer mail.abc.example\nmail.abc.example. 600 IN A 203.0.113.9\n");
  world.evidence().now = 10000;
  world.evidence().pasted.front().answer.at = 9500;
  EXPECT_THAT(says(kLocalCheck, world), ElementsAre("local.pasted", "local.stale"));
  world.evidence().pasted.front().answer.at = 9300;
  EXPECT_THAT(says(kLocalCheck, world), ElementsAre("local.pasted", "local.unknown"));
}

TEST(LocalCheck, AsksThePublicResolversTheSameQuestions) {
  World world = pasted(World(), "$ dig +short imap.abc.example\n192.0.2.5\n");
  const CheckResult result = kLocalCheck.run(views_of(world.evidence(), catalogue().provider));
  ASSERT_EQ(result.queries.size(), 1U);
  EXPECT_EQ(result.queries.front().question, (Question{"imap.abc.example", RecordType::A}));
  world = pasted(World(), "$ dig +short imap.xyz.example\n192.0.2.5\n");
  EXPECT_THAT(kLocalCheck.run(views_of(world.evidence(), catalogue().provider)).queries, IsEmpty());
}

TEST(LocalCheck, GivesANoticeForOtherNamesOfTheDomain) {
  World world = pasted(World().has("alidns", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")}),
                       "$ dig +short MX abc.example\n10 mxbiz1.qq.com.\n");
  EXPECT_THAT(says(kLocalCheck, world), ElementsAre("local.pasted", "local.differs"));
}

TEST(LocalCheck, SaysWhichOutputWasNotRead) {
  World world = repaired();
  world.evidence().unread = {Tool::Whois};
  EXPECT_THAT(says(kLocalCheck, world), ElementsAre("local.unread"));
  EXPECT_EQ(kLocalCheck.run(views_of(world.evidence(), catalogue().provider)).findings.front().args,
            (Args{{"tool", "whois"}}));
}

TEST(LocalCheck, PastedOutputDoesNotChangeThePublicAnswers) {
  for (const std::string_view text : {kOldHost, kOldAddress, kNothing, kRouter, kSilence}) {
    for (const Check* check : kChecks) {
      if (check == &kLocalCheck) continue;
      for (const World& world : {repaired(), absent(), offline()}) {
        EXPECT_EQ(says(*check, pasted(world, text)), says(*check, world)) << check->family;
      }
    }
  }
}

}  // namespace
}  // namespace alimail::testing
