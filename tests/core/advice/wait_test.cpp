// How long to wait, and for which cache. Rows in the order: no wait, a wait.
#include "advice/wait.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

// The checks decide what to wait for, so these stories run the checks.
std::vector<Finding> findings_of(World& world) {
  std::vector<Finding> findings;
  for (const Check* check : kChecks) {
    for (Finding& finding : check->run(views_of(world.evidence(), catalogue().provider)).findings)
      findings.push_back(finding);
  }
  return findings;
}

// "1600: s CNAME 1600, t A 1300 -; login.missing zone.newer-than-cache", with a minus for a cached absence; "" if there
// is no wait.
std::string waits(World world) {
  const std::vector<Finding> findings = findings_of(world);
  const std::optional<Wait> wait = wait_of(world.evidence(), catalogue().provider, findings);
  if (!wait) return "";
  std::string text = std::to_string(wait->until) + ':';
  for (const CachedUntil& cache : wait->caches) {
    text += ' ' + cache.resolver + '/' +
            (cache.question.type == RecordType::Cname ? "cname"
             : cache.question.type == RecordType::A   ? "a"
             : cache.question.type == RecordType::Mx  ? "mx"
                                                      : "txt");
    text += '/' + std::to_string(cache.until) + (cache.negative ? "-" : "");
  }
  text += ';';
  for (const std::size_t reason : wait->because) text += ' ' + findings[reason].key;
  return text;
}

Said alias(const char* resolver, const std::string& target, std::uint32_t ttl = 600) {
  ResourceRecord record = cname(kHost, target);
  record.ttl = ttl;
  return Said(resolver, kHost, RecordType::Cname, Outcome::Records).records({record});
}

Said no_alias(const char* resolver, std::uint32_t ttl = 300, std::uint32_t minimum = 900) {
  return Said(resolver, kHost, RecordType::Cname, Outcome::Nxdomain).authority({soa_of(kDomain, 1, ttl, minimum)});
}

Said no_address(const char* resolver, std::uint32_t ttl = 300) {
  return Said(resolver, kHost, RecordType::A, Outcome::Nxdomain).authority({soa_of(kDomain, 1, ttl, 900)});
}

Said exchange(const char* resolver, const std::string& target, std::uint32_t ttl = 600) {
  ResourceRecord record = mx(kDomain, 5, target);
  record.ttl = ttl;
  return Said(resolver, kDomain, RecordType::Mx, Outcome::Records).records({record});
}

Said policy(const char* resolver, const std::string& text, std::uint32_t ttl = 600) {
  return Said(resolver, kDomain, RecordType::Txt, Outcome::Records).records({txt(kDomain, text, ttl)});
}

World missing_everywhere() {
  return told({no_alias("r"), no_alias("s", 200), no_address("r"), no_address("s", 250)}).in_question();
}

World with_serials(World world, std::uint32_t cached, std::uint32_t fresh) {
  world.evidence().nonce = "n";
  return told({Said("r", kDomain, RecordType::Soa, Outcome::Records).records({soa_of(kDomain, cached)}),
               Said("r", "n.abc.example", RecordType::A, Outcome::Nxdomain).authority({soa_of(kDomain, fresh)})},
              std::move(world));
}

TEST(Wait, IsAbsentIfItWouldNotHelp) {
  EXPECT_EQ(waits(World()), "");
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), alias("s", "qiye.aliyun.com")})), "") << "all is well";
  EXPECT_EQ(waits(missing_everywhere()), "") << "nothing says that it is on its way";
  EXPECT_EQ(waits(with_serials(missing_everywhere(), 1, 1)), "") << "the zone holds nothing newer";
  EXPECT_EQ(waits(with_serials(told({alias("r", "qiye.aliyun.com")}), 7, 8)), "") << "edited, and nothing is wrong";
  World elsewhere = told({alias("r", "web.host.example")});
  EXPECT_EQ(waits(with_serials(elsewhere, 7, 8)), "") << "nobody asked for the login page";
}

TEST(Wait, IsNotPromisedIfNoTimeIsKnown) {
  const Said unsigned_absence = Said("s", kHost, RecordType::Cname, Outcome::Nxdomain);
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), unsigned_absence})), "") << "the dialect leaves the SOA out";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("s").at(0)})), "") << "when it came is not known";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), alias("s", "old.example", 0)})), "") << "it is not kept at all";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), alias("s", "old.example", 0x80000000U)})), "")
      << "a TTL of 2^31 is none";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("s", 0xFFFFFFFFU, 0xFFFFFFFFU)})), "");
}

TEST(Wait, IsNotForAResolverThatFailed) {
  for (const Outcome failure : kFailures) {
    EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), Said("s", kHost, RecordType::Cname, failure)})), "");
    EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("t"), Said("s", kHost, RecordType::Cname, failure)})),
              "1300: t/cname/1300-; resolvers.disagree");
  }
}

TEST(Wait, EndsWhenTheLastOldAnswerExpires) {
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("s"), no_alias("t", 600, 400)})),
            "1400: s/cname/1300- t/cname/1400-; resolvers.disagree")
      << "min(TTL of the SOA, MINIMUM) of the slower one";
  EXPECT_EQ(
      waits(told({alias("r", "qiye.aliyun.com", 60), alias("s", "old.example", 3600), alias("t", "old.example", 9)})),
      "4600: s/cname/4600 t/cname/1009; resolvers.differ")
      << "what leads to Alibaba Mail is good, be it ever so young";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("s"), no_address("s", 200),
                        Said("r", kHost, RecordType::A, Outcome::Records).records({address(kHost, "192.0.2.1")})})),
            "1300: s/cname/1300- s/a/1200-; resolvers.disagree");
}

TEST(Wait, CoversTheMailRecords) {
  EXPECT_EQ(waits(told({exchange("r", "mx1.qiye.aliyun.com"), exchange("s", "aspmx.l.google.com", 120)})),
            "1120: s/mx/1120; resolvers.mail-disagree");
  EXPECT_EQ(waits(told({policy("r", "v=spf1 -all"),
                        Said("s", kDomain, RecordType::Txt, Outcome::Nodata).authority({soa_of(kDomain, 1, 60, 60)})})),
            "1060: s/txt/1060-; resolvers.policy-disagree")
      << "a record over its absence";
  EXPECT_EQ(waits(told({policy("r", "v=spf1 a", 60), policy("s", "v=spf1 b", 590), policy("t", "v=spf1 a", 100)})),
            "1100: r/txt/1060 t/txt/1100; resolvers.policy-disagree")
      << "what runs out last was fetched last";
  EXPECT_EQ(waits(told({policy("r", "v=spf1 a", 60), policy("s", "v=spf1 b", 60), policy("t", "v=spf1 a", 60)})),
            "1060: s/txt/1060; resolvers.policy-disagree")
      << "then what more of them hold";
}

TEST(Wait, IsForAllCachesIfTheZoneIsNewerThanAllOfThem) {
  EXPECT_EQ(waits(with_serials(missing_everywhere(), 7, 8)),
            "1300: r/cname/1300- s/cname/1200- r/a/1300- s/a/1250-; login.missing zone.newer-than-cache");
  EXPECT_EQ(waits(with_serials(told({alias("r", "web.host.example", 50)}).in_question(), 7, 8)),
            "1050: r/cname/1050; login.elsewhere zone.newer-than-cache");
  EXPECT_EQ(
      waits(with_serials(
          told({Said("r", kDomain, RecordType::Mx, Outcome::Nodata).authority({soa_of(kDomain, 7, 60, 60)})}), 7, 8)),
      "1060: r/mx/1060-; mx.missing zone.newer-than-cache");
}

TEST(Wait, IsNotForAnAbsenceOfTheCurrentZone) {
  World world = told({Said("r", kHost, RecordType::Cname, Outcome::Nxdomain).authority({soa_of(kDomain, 8)}),
                      Said("r", kHost, RecordType::A, Outcome::Nxdomain).authority({soa_of(kDomain, 8)})})
                    .in_question();
  EXPECT_EQ(waits(with_serials(world, 7, 8)), "") << "the edit was about something else";
  EXPECT_EQ(waits(told({Said("s", kHost, RecordType::Cname, Outcome::Nxdomain).authority({soa_of(kDomain, 7)})},
                       with_serials(world, 7, 8))),
            "1600: s/cname/1600-; login.missing zone.newer-than-cache");
}

TEST(Wait, CapsHugeTtls) {
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), alias("s", "old.example", 0x7FFFFFFFU)})),
            "605800: s/cname/605800; resolvers.differ")
      << "a week at most";
  EXPECT_EQ(waits(told({alias("r", "qiye.aliyun.com"), no_alias("s", 0x7FFFFFFFU, 0x7FFFFFFFU)})),
            "87400: s/cname/87400-; resolvers.disagree")
      << "a day at most";
}

TEST(Wait, CountsFromTheAnswerAndNotFromTheClock) {
  for (const std::int64_t now : {std::int64_t{0}, std::int64_t{500}, std::int64_t{1000}, std::int64_t{4000000000}}) {
    World world = told({alias("r", "qiye.aliyun.com"), no_alias("s")});
    world.evidence().now = now;
    EXPECT_EQ(waits(world), "1300: s/cname/1300-; resolvers.disagree") << now;
  }
}

TEST(Wait, IsNotForAnswersAboutAnotherName) {
  World world = told({alias("r", "qiye.aliyun.com"), alias("s", "qiye.aliyun.com")});
  world.evidence().answers.push_back(
      Said("t", "other.example", RecordType::Cname, Outcome::Nxdomain).authority({soa_of("example", 1)}).answer());
  EXPECT_EQ(waits(world), "");
}

std::int64_t settles(World world) {
  RecordToPublish record;
  record.host = kHost;
  record.type = RecordType::Cname;
  return settling_time(world.evidence(), record);
}

TEST(SettlingTime, IsTheLongestTtlWithWhichTheOldRecordIsKept) {
  EXPECT_EQ(settles(told({alias("r", "old.host.example", 600), alias("s", "old.host.example", 240)})), 600);
}

TEST(SettlingTime, OfARecordThatWasMissingIsTheNegativeTtlOfTheZone) {
  EXPECT_EQ(settles(told({no_alias("r", 12, 900)})), 900) << "the TTL of the SOA has run down, its minimum has not";
  EXPECT_EQ(settles(told({no_alias("r", 12, 604800)})), kLongestAbsenceKept) << "RFC 2308 section 5";
}

TEST(SettlingTime, IsUnknownIfNoAnswerTells) {
  EXPECT_EQ(settles(World()), 0);
  EXPECT_EQ(settles(World().fails("r", kHost, RecordType::Cname, Outcome::Timeout)), 0);
  EXPECT_EQ(settles(told({exchange("r", "mx1.qiye.aliyun.com")})), 0) << "another record";
}

}  // namespace
}  // namespace alimail::testing
