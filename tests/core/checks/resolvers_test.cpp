// Compares resolvers about the login host and the mail records. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/said.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

const std::string kPolicy = "v=spf1 include:spf.qiye.aliyun.com -all";

Said texts(const char* resolver, std::vector<std::string> list, const std::string& name = kDomain) {
  std::vector<ResourceRecord> records;
  for (std::string& text : list) records.push_back(txt(name, std::move(text)));
  return Said(resolver, name, RecordType::Txt, Outcome::Records).records(std::move(records));
}

Said exchanges(const char* resolver, std::vector<ResourceRecord> records) {
  return Said(resolver, kDomain, RecordType::Mx, Outcome::Records).records(std::move(records));
}

TEST(ResolversCheck, DistinguishesAgreementFromDisagreementAboutTheLoginHost) {
  EXPECT_EQ(says(kResolversCheck, World()), Keys{});
  EXPECT_EQ(says(kResolversCheck, alias_everywhere()), Keys{"resolvers.agree"});
  EXPECT_EQ(says(kResolversCheck, missing_everywhere()), Keys{"resolvers.agree"});
  EXPECT_EQ(says(kResolversCheck, alias_everywhere().nothing_at("dnspod", kHost, RecordType::Cname)),
            Keys{"resolvers.disagree"});
  EXPECT_EQ(
      says(kResolversCheck, alias_everywhere().has("dnspod", kHost, RecordType::Cname, {cname(kHost, "old.example")})),
      Keys{"resolvers.differ"});
  EXPECT_EQ(says(kResolversCheck, World().nothing_at("alidns", kHost, RecordType::A)), Keys{"resolvers.alone"});
}

World addresses_only(const std::string& other, const std::string& at) {
  World world;
  world.fails("r", kHost, RecordType::Cname, Outcome::Timeout).fails("s", kHost, RecordType::Cname, Outcome::Timeout);
  world.has("r", kHost, RecordType::A, {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.1")});
  return std::move(world.has("s", kHost, RecordType::A, {cname(kHost, other), address(other, at)}));
}

TEST(ResolversCheck, ComparesWhatWasReached) {
  EXPECT_EQ(says(kResolversCheck, addresses_only("qiye.aliyun.com", "192.0.2.1")), Keys{"resolvers.agree"});
  EXPECT_EQ(says(kResolversCheck, addresses_only("old.example", "192.0.2.1")), Keys{"resolvers.differ"});
  const auto through = [](std::vector<ResourceRecord> then) {
    World world;
    std::vector<ResourceRecord> records = {cname(kHost, "x.example"), cname("x.example", "qiye.aliyun.com"),
                                           address("qiye.aliyun.com", "192.0.2.1")};
    world.has("r", kHost, RecordType::A, std::move(records));
    then.insert(then.begin(), cname(kHost, "x.example"));
    return std::move(world.has("s", kHost, RecordType::A, std::move(then)));
  };
  EXPECT_EQ(says(kResolversCheck, through({address("x.example", "192.0.2.1")})), Keys{"resolvers.differ"});
  EXPECT_EQ(says(kResolversCheck, through({cname("x.example", "cdn.example"), cname("cdn.example", "qiye.aliyun.com"),
                                           address("qiye.aliyun.com", "192.0.2.1")})),
            Keys{"resolvers.agree"})
      << "links between the two are of others";
}

TEST(ResolversCheck, CallsDifferentAddressesOfTheHostItselfNoAgreement) {
  World world = World().has("r", kHost, RecordType::A, {address(kHost, "192.0.2.1")});
  EXPECT_EQ(says(kResolversCheck, World(world).has("s", kHost, RecordType::A, {address(kHost, "192.0.2.1")})),
            Keys{"resolvers.agree"});
  EXPECT_EQ(says(kResolversCheck, World(world).has("s", kHost, RecordType::A, {address(kHost, "192.0.2.2")})),
            Keys{"resolvers.geography"});
}

TEST(ResolversCheck, ReportsDifferentAddressesAsGeography) {
  World world = alias_everywhere().has("dnspod", kHost, RecordType::A,
                                       {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.9")});
  EXPECT_EQ(says(kResolversCheck, world), (Keys{"resolvers.agree", "resolvers.geography"}));
}

std::vector<Row> silent_rows() {
  const ResourceRecord first = mx(kDomain, 5, "mx1.qiye.aliyun.com");
  const ResourceRecord second = mx(kDomain, 10, "mx2.qiye.aliyun.com");
  ResourceRecord in_two = txt(kDomain, "");
  in_two.data = CharacterStrings{{"v=spf1 include:spf.qiye", ".aliyun.com -all"}};
  ResourceRecord older = first;
  older.ttl = 3;
  return {
      {"one resolver alone", told({texts("r", {kPolicy})}), {}},
      {"the same text", told({texts("r", {kPolicy}), texts("s", {kPolicy})}), {}},
      {"the same texts in another order", told({texts("r", {"a", kPolicy}), texts("s", {kPolicy, "a"})}), {}},
      {"the same text in two strings",
       told({texts("r", {kPolicy}), Said("s", kDomain, RecordType::Txt, Outcome::Records).records({in_two})}),
       {}},
      {"a proof for a search engine is no mail",
       told({texts("r", {"google-site-verification=1", kPolicy}), texts("s", {kPolicy})}),
       {}},
      {"texts without a policy are as good as none",
       told({texts("r", {"google-site-verification=1"}), Said("s", kDomain, RecordType::Txt, Outcome::Nodata)}),
       {}},
      {"the same exchanges in another order",
       told({exchanges("r", {first, second}), exchanges("s", {second, first})}),
       {}},
      {"another TTL", told({exchanges("r", {first}), exchanges("s", {older})}), {}},
      {"nobody has a DKIM key: NODATA here, NXDOMAIN there",
       told({Said("r", "default._domainkey.abc.example", RecordType::Txt, Outcome::Nodata),
             Said("s", "default._domainkey.abc.example", RecordType::Txt, Outcome::Nxdomain)}),
       {}},
      {"the SOA may differ: that is the zone's affair",
       told({Said("r", kDomain, RecordType::Soa, Outcome::Records).records({soa_of(kDomain, 1)}),
             Said("s", kDomain, RecordType::Soa, Outcome::Records).records({soa_of(kDomain, 2)})}),
       {}},
      {"a name that was asked at one resolver only", told({texts("r", {"a"}, "x.example")}), {}},
      {"a filter that nobody contradicts",
       told({Said("r", kDomain, RecordType::Mx, Outcome::Blocked).detail("filtered")}),
       {}},
      {"a browser that blocks a resolver is no filter of the resolver's",
       told({exchanges("r", {first}), Said("s", kDomain, RecordType::Mx, Outcome::Blocked)}),
       {}},
  };
}

std::vector<Row> trouble_rows() {
  const ResourceRecord ours = mx(kDomain, 5, "mx1.qiye.aliyun.com");
  const Keys disagree = {"resolvers.policy-disagree"};
  const Keys about_mx = {"resolvers.mail-disagree"};
  return {
      {"two sets of exchanges", told({exchanges("r", {ours}), exchanges("s", {mx(kDomain, 5, "aspmx.l.google.com")})}),
       about_mx},
      {"one priority is another",
       told({exchanges("r", {ours}), exchanges("s", {mx(kDomain, 6, "mx1.qiye.aliyun.com")})}), about_mx},
      {"no exchanges here", told({exchanges("r", {ours}), Said("s", kDomain, RecordType::Mx, Outcome::Nodata)}),
       about_mx},
      {"one text more", told({texts("r", {"a", kPolicy}), texts("s", {"a"})}), disagree},
      {"a DMARC policy on its way",
       told({texts("r", {"v=DMARC1; p=none"}, "_dmarc.abc.example"),
             Said("s", "_dmarc.abc.example", RecordType::Txt, Outcome::Nxdomain)}),
       disagree},
      {"a filter between the others",
       told({exchanges("r", {ours}), Said("s", kDomain, RecordType::Mx, Outcome::Blocked).detail("filtered")}),
       {"resolvers.filtered"}},
      {"a filter that gives an address of its own is no other answer",
       told({exchanges("r", {ours}), exchanges("s", {mx(kDomain, 5, "sink.example")}).error(17).detail("filtered")}),
       {"resolvers.filtered"}},
      {"a filter that refuses",
       told({exchanges("r", {ours}), Said("s", kDomain, RecordType::Mx, Outcome::Refused).error(16)}),
       {"resolvers.filtered"}},
  };
}

TEST(ResolversCheck, ComparesTheMailRecordsAsWholeSets) {
  expect_says(kResolversCheck, silent_rows());
  expect_says(kResolversCheck, trouble_rows());
}

TEST(ResolversCheck, ReportsAgreementOfThePoliciesOnceTwoResolversHaveAnsweredAll) {
  World world = told({texts("r", {kPolicy}), Said("r", "_dmarc.abc.example", RecordType::Txt, Outcome::Nxdomain),
                      texts("t", {kPolicy}), Said("t", "_dmarc.abc.example", RecordType::Txt, Outcome::Nxdomain)});
  EXPECT_EQ(says(kResolversCheck, world), Keys{});
  const std::string key = "default._domainkey.abc.example";
  world.nothing_at("r", key, RecordType::Txt);
  EXPECT_EQ(says(kResolversCheck, world), Keys{});
  EXPECT_EQ(says(kResolversCheck, World(world).fails("t", key, RecordType::Txt, Outcome::Timeout)), Keys{});
  world.nothing_at("t", key, RecordType::Txt);
  EXPECT_EQ(says(kResolversCheck, world), Keys{"resolvers.policy-agree"});
  world.nothing_at("s", kDomain, RecordType::Txt);
  EXPECT_EQ(says(kResolversCheck, world), Keys{"resolvers.policy-disagree"});
}

TEST(ResolversCheck, IgnoresAFailedResolver) {
  for (const Outcome failure : kFailures) {
    EXPECT_EQ(says(kResolversCheck, alias_everywhere().fails("dnspod", kHost, RecordType::Cname, failure)),
              Keys{"resolvers.agree"})
        << key_of(failure);
    EXPECT_EQ(says(kResolversCheck, World().fails("alidns", kHost, RecordType::A, failure)), Keys{}) << key_of(failure);
    for (const RecordType type : {RecordType::Mx, RecordType::Txt}) {
      World world = told({texts("r", {kPolicy}), exchanges("r", {mx(kDomain, 5, "mx1.qiye.aliyun.com")})});
      EXPECT_EQ(says(kResolversCheck, world.fails("s", kDomain, type, failure)), Keys{}) << key_of(failure);
    }
  }
}

TEST(ResolversCheck, QuotesOnlyTheDifferences) {
  World world = told({texts("r", {"other", kPolicy}), texts("s", {"other"}), texts("t", {"other"}),
                      Said("u", kDomain, RecordType::Txt, Outcome::Nodata)});
  const Finding finding = kResolversCheck.run(views_of(world.evidence(), catalogue().provider)).findings.front();
  EXPECT_EQ(finding.args[1], (Arg{"type", "TXT"}));
  const std::vector<Args> said = records_in(finding, "said");
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0], (Args{{"resolvers", Keys{"r"}}, {"values", Keys{kPolicy}}}));
  EXPECT_EQ(said[1], (Args{{"resolvers", Keys{"s", "t", "u"}}, {"outcome", "nodata"}}));

  World without = told({texts("r", {"v=spf1 -all", kPolicy}), texts("s", {"v=spf1 -all"})});
  const Finding other = kResolversCheck.run(views_of(without.evidence(), catalogue().provider)).findings.front();
  ASSERT_EQ(records_in(other, "said").size(), 2U);
  EXPECT_EQ(records_in(other, "said")[1], (Args{{"resolvers", Keys{"s"}}, {"values", Keys{}}}))
      << "it has nothing that the other one has not";
}

TEST(ResolversCheck, TruncatesLongValues) {
  World world = told({texts("r", {"v=spf1 " + std::string(60000, 'x')}), texts("s", {"v=spf1"})});
  const Finding finding = kResolversCheck.run(views_of(world.evidence(), catalogue().provider)).findings.front();
  ASSERT_EQ(records_in(finding, "said").size(), 2U);
  const Keys values = std::get<Keys>(records_in(finding, "said")[0][1].value);
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(values.front().size(), 160U + 3U);

  World many = told({texts("r", {"v=spf1 a", "v=spf1 " + std::string(150, 'x'), "v=spf1 z"}), texts("s", {"v=spf1"})});
  const Finding cut = kResolversCheck.run(views_of(many.evidence(), catalogue().provider)).findings.front();
  const Keys shown = std::get<Keys>(records_in(cut, "said")[0][1].value);
  ASSERT_EQ(shown.size(), 2U) << "what is behind the cut is left out";
  EXPECT_EQ(shown[0], "v=spf1 a");
  EXPECT_TRUE(shown[1].ends_with("x..."));
}

}  // namespace
}  // namespace alimail::testing
