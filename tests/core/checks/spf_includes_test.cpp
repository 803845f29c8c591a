// SPF: what the record leads to.
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/spf_said.h"

namespace alimail::testing {
namespace {

TEST(SpfIncludes, FindsProblemsInIncludes) {
  EXPECT_EQ(said_of(own("include:b.example -all").no_text("b.example")), Keys{"spf.include-missing"});
  EXPECT_EQ(said_of(own("include:b.example -all").text("b.example", {"other"})), Keys{"spf.include-missing"});
  EXPECT_EQ(said_of(own("include:b.example -all").spf("b.example", "ipv4:1")), Keys{"spf.include-broken"});
  EXPECT_EQ(said_of(own("include:b.example -all").text("b.example", {"v=spf1 a", "v=spf1 mx"})),
            Keys{"spf.include-broken"});
  EXPECT_EQ(said_of(own("include:abc.example -all")), Keys{"spf.self-include"});
  Zone loop =
      own("include:b.example -all").spf("b.example", "include:c.example").spf("c.example", "include:abc.example");
  EXPECT_EQ(said_of(loop), Keys{"spf.loop"});
  Zone twice = own("include:b.example include:c.example -all").spf("b.example", "include:d.example");
  EXPECT_EQ(said_of(twice.spf("c.example", "include:d.example").no_text("d.example")), Keys{"spf.include-missing"});
}

TEST(SpfIncludes, ReportsALimitOnlyWhenItIsReached) {
  const auto with_lookups = [](int count) {
    std::string terms;
    for (int i = 0; i < count; ++i) terms += "a:h" + std::to_string(i) + ".example ";
    return own(terms + "-all");
  };
  EXPECT_EQ(said_of(with_lookups(8)), Keys{});
  EXPECT_EQ(said_of(with_lookups(9)), Keys{"spf.many-lookups"});
  EXPECT_EQ(said_of(with_lookups(10)), Keys{"spf.many-lookups"});
  EXPECT_EQ(said_of(with_lookups(11)), Keys{"spf.too-many-lookups"});
  Zone two = with_lookups(4).no_a("h0.example").no_a("h1.example").a("h2.example");
  EXPECT_EQ(said_of(two), Keys{});
  EXPECT_EQ(said_of(two.no_a("h3.example")), Keys{"spf.too-many-void-lookups"});
}

bool all_is_read(const Zone& zone) {
  const Keys keys = says(kSpfIncludesCheck, zone);
  return std::find(keys.begin(), keys.end(), "spf.includes-read") != keys.end();
}

TEST(SpfIncludes, SaysThatAllWasReadOnlyIfEveryLookupWasAnswered) {
  EXPECT_FALSE(all_is_read(Zone()));
  EXPECT_FALSE(all_is_read(Zone().no_text(kDomain)));
  EXPECT_TRUE(all_is_read(own("ip4:192.0.2.1 -all")));
  EXPECT_TRUE(all_is_read(own("include:b.example -all").spf("b.example", "-all")));
  EXPECT_TRUE(
      all_is_read(own("a:b.example mx ptr exists:%{i}.b.example -all").a("b.example").exchange("mx1.sg.aliyun.com")));
  EXPECT_TRUE(all_is_read(own("a:b.example -all").no_a("b.example")));
  EXPECT_FALSE(all_is_read(own("a:b.example -all"))) << "not answered yet";
  EXPECT_TRUE(all_is_read(own("include:b.example -all").no_text("b.example")));
  EXPECT_FALSE(all_is_read(own("include:b.example -all").spf("b.example", "ipv4:1")));
  EXPECT_FALSE(all_is_read(own("include:%{i}.b.example -all"))) << "depends on the sender";
  EXPECT_FALSE(all_is_read(own("ipv4:1 -all")));
  for (const Outcome how : kFailures) {
    EXPECT_FALSE(all_is_read(own("include:b.example -all").silent("b.example", how)));
    Zone address = own("a:b.example -all");
    address.fails("alidns", "b.example", RecordType::A, how);
    EXPECT_FALSE(all_is_read(address));
  }
}

TEST(SpfIncludes, CannotTellWithoutAnswers) {
  EXPECT_EQ(said_of(Zone()), Keys{});
  for (const Outcome how : kFailures) {
    EXPECT_EQ(said_of(Zone().alibaba().silent(kDomain, how)), Keys{"spf.unknown"});
    EXPECT_EQ(said_of(own("include:b.example -all").exchange("mx1.sg.aliyun.com").silent("b.example", how)),
              Keys{"spf.include-unknown"});
  }
  EXPECT_EQ(said_of(own("include:b.example -all").exchange("mx1.sg.aliyun.com")), Keys{}) << "it may still be there";
}

TEST(SpfIncludes, SurvivesEveryTruncation) {
  const std::string text =
      "v=spf1 a:b.example/24//64 include:%{d1r-}.example exists:%{i} redirect=c.example ip6:2001:db8::/32 -all";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    said_of(Zone().alibaba().text(kDomain, {text.substr(0, length)}));
  }
}

TEST(SpfIncludes, AsksOnlyWhatAUsualDomainNeeds) {
  Zone zone = own("include:_spf.abc.example include:_spf.google.com mx -all").alibaba();
  zone.spf("_spf.abc.example", "include:spf.qiye.aliyun.com ip4:192.0.2.1");
  zone.spf("_spf.google.com",
           "include:_netblocks.google.com include:_netblocks2.google.com include:_netblocks3.google.com");
  for (const char* name : {"_netblocks", "_netblocks2", "_netblocks3"}) {
    zone.spf(std::string(name) + ".google.com", "ip4:192.0.2.0/24 ~all");
  }
  std::vector<Question> questions;
  for (const Query& query : kSpfCheck.run(views_of(zone.evidence(), catalogue().provider)).queries) {
    if (std::find(questions.begin(), questions.end(), query.question) == questions.end())
      questions.push_back(query.question);
  }
  EXPECT_EQ(questions.size(), 8U);
  EXPECT_EQ(said_of(zone), Keys{"spf.alibaba"});
}

}  // namespace
}  // namespace alimail::testing
