// The record with fewer lookups. RFC 7208 sections 4.6.4, 5.2, 5.3 and 5.4.
#include "sender_policy/flatten.h"

#include <gtest/gtest.h>

#include "sender_policy/hosts.h"
#include "sender_policy/networks.h"

namespace alimail::testing {
namespace {

FlatPolicy flat(Zone zone) {
  const Evidence& evidence = zone.evidence();
  return flat_policy(evidence, walk_policy(evidence, kDomain), catalogue().provider);
}

struct Row {
  const char* why;
  Hosts zone;
  std::string result;  // between the version and the lookups that stay; "" if nothing is offered
  Keys dropped = {};
};

void expect_rows(const std::vector<Row>& rows, int beside_count) {
  for (const Row& each : rows) {
    const FlatPolicy policy = flat(each.zone);
    const std::string expected = each.result.empty() ? "" : "v=spf1 " + beside(each.result, beside_count);
    EXPECT_EQ(policy.text, expected) << each.why;
    if (each.result.empty()) continue;
    EXPECT_TRUE(policy.complete) << each.why;
    EXPECT_LE(policy.lookups, 10) << each.why;
    EXPECT_EQ(policy.dropped, each.dropped) << each.why;
    expect_same_senders(each.zone, policy.text, each.why);
  }
}

TEST(FlatPolicy, HasAddressesInsteadOfHosts) {
  const auto zone = [](const std::string& terms) { return Hosts(beside(terms, 10)); };
  expect_rows(
      {
          {"IPv4", zone("a:x.example").host("x.example", {"192.0.2.1"}), "ip4:192.0.2.1"},
          {"sorted", zone("a:x.example").host("x.example", {"192.0.2.9", "192.0.2.1"}), "ip4:192.0.2.1 ip4:192.0.2.9"},
          {"both", zone("a:x.example").host("x.example", {"192.0.2.1"}, {"2001:db8::1"}),
           "ip4:192.0.2.1 ip6:2001:db8::1"},
          {"only IPv6", zone("a:x.example").host("x.example", {}, {"2001:db8::1"}), "ip6:2001:db8::1"},
          {"the domain itself", zone("a").host(kDomain, {"192.0.2.1"}), "ip4:192.0.2.1"},
          {"qualifier", zone("?A:X.example").host("x.example", {"192.0.2.1"}, {"2001:db8::1"}),
           "?ip4:192.0.2.1 ?ip6:2001:db8::1"},
          {"plus", zone("+a:x.example").host("x.example", {"192.0.2.1"}), "ip4:192.0.2.1"},
          {"prefixes", zone("a:x.example/20//33").host("x.example", {"192.0.255.1"}, {"2001:db8:ffff::1"}),
           "ip4:192.0.240.0/20 ip6:2001:db8:8000::/33"},
          {"one network", zone("a:x.example/24").host("x.example", {"192.0.2.1", "192.0.2.2"}), "ip4:192.0.2.0/24"},
          {"every address", zone("a:x.example/0").host("x.example", {"192.0.2.1"}), "ip4:0.0.0.0/0"},
          {"already there", zone("ip4:192.0.2.1 a:x.example").host("x.example", {"192.0.2.1"}), "ip4:192.0.2.1"},
          {"there later", zone("a:x.example IP4:192.0.2.1 ip4:192.0.2.3").host("x.example", {"192.0.2.1"}),
           "ip4:192.0.2.1 ip4:192.0.2.3"},
          {"mx",
           zone("mx:x.example")
               .exchanges("x.example", {"m.example", "n.example"})
               .host("m.example", {"192.0.2.1"})
               .host("n.example", {}, {"2001:db8::1"}),
           "ip4:192.0.2.1 ip6:2001:db8::1"},
          {"mx with a prefix", zone("-mx/31").exchanges(kDomain, {"m.example"}).host("m.example", {"192.0.2.1"}),
           "-ip4:192.0.2.0/31"},
      },
      10);
}

TEST(FlatPolicy, LeavesOutWhatLeadsNowhere) {
  const auto zone = [](const std::string& terms) { return Hosts(beside(terms, 10)); };
  expect_rows(
      {
          {"no such name", zone("ip4:192.0.2.7 a:x.example").gone("x.example"), "ip4:192.0.2.7", {"a:x.example"}},
          {"no address", zone("ip4:192.0.2.7 ~a:x.example").host("x.example", {}), "ip4:192.0.2.7", {"~a:x.example"}},
          {"no exchanger's address",
           zone("ip4:192.0.2.7 mx:x.example").exchanges("x.example", {"m.example"}).gone("m.example"),
           "ip4:192.0.2.7",
           {"mx:x.example"}},
          {"null MX",
           zone("ip4:192.0.2.7 mx:x.example").exchanges("x.example", {""}),
           "ip4:192.0.2.7",
           {"mx:x.example"}},
          {"before a host is replaced",
           zone("a:y.example a:x.example").gone("x.example").host("y.example", {"192.0.2.1"}),
           "ip4:192.0.2.1",
           {"a:x.example"}},
      },
      10);
  Hosts include(beside("ip4:192.0.2.7 include:x.example", 10));
  include.no_text("x.example");
  EXPECT_EQ(flat(include).text, "v=spf1 " + beside("ip4:192.0.2.7", 10));
  EXPECT_EQ(flat(include).dropped, Keys{"include:x.example"});
  Hosts alibaba(beside("include:spf.qiye.aliyun.com", 10));
  alibaba.no_text("spf.qiye.aliyun.com");
  EXPECT_EQ(flat(alibaba).text, "") << "Alibaba's include stays, whatever a resolver says today";
}

TEST(FlatPolicy, HasAddressesInsteadOfIncludesIfHostsDoNotSuffice) {
  const auto zone = [](const std::string& terms) { return Hosts(beside(terms, 9)); };
  const std::string two = "include:x.example";
  expect_rows(
      {
          {"addresses",
           zone(two)
               .included("x.example", "ip4:192.0.2.1 ip6:2001:db8::/32 a:h.example -all")
               .host("h.example", {"192.0.2.2"}),
           "ip4:192.0.2.1 ip6:2001:db8::/32 ip4:192.0.2.2"},
          {"its own hosts",
           zone("~include:x.example")
               .included("x.example", "a mx ?all")
               .host("x.example", {"192.0.2.2"})
               .exchanges("x.example", {"x.example"}),
           "~ip4:192.0.2.2"},
          {"another include",
           zone(two).included("x.example", "include:y.example").included("y.example", "ip4:192.0.2.9"),
           "ip4:192.0.2.9"},
          {"a redirect",
           zone(two).included("x.example", "redirect=y.example").included("y.example", "ip4:192.0.2.9 -all"),
           "ip4:192.0.2.9"},
          {"after all",
           zone(two)
               .included("x.example", "ip4:192.0.2.1 include:y.example ~all exists:%{i}.x.example ptr")
               .included("y.example", ""),
           "ip4:192.0.2.1"},
          {"an exception",
           zone(two)
               .included("x.example", "-ip4:192.0.2.1 ip4:192.0.2.0/24 include:y.example")
               .included("y.example", "ip4:192.0.2.9"),
           ""},
          {"exists", zone(two).included("x.example", "exists:%{i}.x.example -all"), ""},
          {"ptr", zone(two).included("x.example", "ptr -all"), ""},
          {"a macro", zone(two).included("x.example", "a:%{d} -all").host("x.example", {"192.0.2.2"}), ""},
          {"everybody", zone(two).included("x.example", "a +all").host("x.example", {"192.0.2.2"}), ""},
          {"broken", zone(two).included("x.example", "a ipv4:1 -all").host("x.example", {"192.0.2.2"}), ""},
          {"Alibaba Mail",
           zone("include:spf.qiye.aliyun.com")
               .included("spf.qiye.aliyun.com", "include:y.example")
               .included("y.example", "ip4:192.0.2.9"),
           ""},
          {"Alibaba Mail below",
           zone(two).included("x.example", "include:spf.sg.aliyun.com").included("spf.sg.aliyun.com", "ip4:192.0.2.9"),
           ""},
          {"DirectMail",
           zone("include:spf1.dm.aliyun.com")
               .included("spf1.dm.aliyun.com", "a")
               .host("spf1.dm.aliyun.com", {"192.0.2.2"}),
           ""},
      },
      9);
}

// An address that nobody told could be missing.
TEST(FlatPolicy, IsNotOfferedIfALookupFailed) {
  for (const Outcome how : kFailures) {
    for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
      Hosts zone(beside("a:x.example", 10));
      const RecordType other = type == RecordType::A ? RecordType::Aaaa : RecordType::A;
      const std::string text = other == RecordType::A ? "192.0.2.1" : "2001:db8::1";
      zone.has("alidns", "x.example", other, {{"x.example", other, 600, Address{text}}});
      zone.fails("alidns", "x.example", type, how);
      EXPECT_EQ(flat(zone).text, "");
      EXPECT_TRUE(flat(zone).flattened.empty() && flat(zone).dropped.empty());
    }
    Hosts exchanger(beside("mx:x.example", 10));
    exchanger.exchanges("x.example", {"m.example"}).fails("alidns", "m.example", RecordType::A, how);
    EXPECT_EQ(flat(exchanger).text, "");
    Hosts include(beside("a:x.example include:y.example", 9));
    include.host("x.example", {"192.0.2.1"}).silent("y.example", how);
    EXPECT_EQ(flat(include).text, "");
  }
}

TEST(FlatPolicy, AsksOnlyWhatItNeeds) {
  EXPECT_TRUE(flat(Hosts(beside("a:x.example", 9))).queries.empty()) << "ten lookups";
  EXPECT_TRUE(flat(Hosts(beside("ip4:192.0.2.1", 11))).queries.empty()) << "nothing can be replaced";
  Hosts two(beside("a:x.example a:y.example", 9));
  EXPECT_TRUE(flat(two).queries.empty()) << "first, the walk looks up whether they exist";
  two.a("x.example").a("y.example");
  const FlatPolicy policy = flat(two);
  EXPECT_FALSE(policy.complete);
  ASSERT_EQ(policy.queries.size(), 2U) << "one host of two";
  EXPECT_EQ(policy.queries[0].question, (Question{"x.example", RecordType::A}));
  EXPECT_EQ(policy.queries[1].question, (Question{"x.example", RecordType::Aaaa}));
  EXPECT_EQ(policy.queries[1].reach, Reach::First);
  EXPECT_EQ(policy.queries[1].why, Purpose("policy-address"));
  std::string forty;
  for (int i = 0; i < 40; ++i) forty += "a:h" + std::to_string(i) + ".example ";
  Hosts many(forty + "-all");
  for (int i = 0; i < 40; ++i) many.a("h" + std::to_string(i) + ".example");
  EXPECT_TRUE(flat(many).queries.empty()) << "more than " << kMaxNetworkHosts << " to replace";
}

TEST(FlatPolicy, NamesWhatItReplaces) {
  Hosts zone(beside("a:x.example -a:y.example/24", 10));
  zone.host("x.example", {"192.0.2.1"}, {"2001:db8::1"}).host("y.example", {"198.51.100.7"});
  const FlatPolicy policy = flat(zone);
  EXPECT_EQ(policy.flattened, (std::vector<FlatTerm>{{"a:x.example", {"ip4:192.0.2.1", "ip6:2001:db8::1"}},
                                                     {"-a:y.example/24", {"ip4:198.51.100.0/24"}}}));
}

TEST(FlatPolicy, MendsLookupsWithoutResult) {
  Hosts zone("a:x.example a:y.example a:six.example a:z.example -all");
  zone.gone("x.example").gone("y.example").host("six.example", {}, {"2001:db8::6"}).host("z.example", {"192.0.2.1"});
  EXPECT_EQ(flat(zone).text, "v=spf1 ip6:2001:db8::6 a:z.example -all");
  EXPECT_EQ(flat(zone).dropped, (Keys{"a:x.example", "a:y.example"}));
  Hosts others("include:b.example -all");
  others.included("b.example", "a:x.example a:y.example a:z.example -all").gone("x.example").gone("y.example");
  EXPECT_EQ(flat(others.gone("z.example")).text, "") << "in the record of another owner";
}

TEST(FlatPolicy, IsNotOfferedIfTheRecordFailsForAnotherReason) {
  const auto over = [](const std::string& terms) {
    return Hosts(beside(terms + " a:x.example", 10)).host("x.example", {"192.0.2.1"});
  };
  EXPECT_NE(flat(over("ip4:192.0.2.2")).text, "");
  EXPECT_EQ(flat(over("ip4:192.0.2.300")).text, "") << "syntax";
  EXPECT_EQ(flat(over("include:abc.example")).text, "") << "a loop";
  EXPECT_EQ(flat(over("include:%{i}.b.example")).text, "") << "an unknown number of lookups";
  EXPECT_EQ(flat(over("+all")).text, "");
  Hosts redirect("a:x.example redirect=gone.example");
  redirect.host("x.example", {"192.0.2.1"}).no_text("gone.example");
  EXPECT_EQ(flat(redirect).text, "");
}

TEST(FlatPolicy, IsBounded) {
  std::vector<std::string> many;
  for (int i = 0; i < 200; ++i) many.push_back("192.0.2." + std::to_string(i));
  EXPECT_EQ(flat(Hosts(beside("a:x.example", 10)).host("x.example", many)).text, "") << "more than 160 addresses";
  many.resize(150);
  EXPECT_EQ(flat(Hosts(beside("a:x.example", 10)).host("x.example", many)).text, "") << "more than 2,000 bytes";
  many.resize(100);
  EXPECT_NE(flat(Hosts(beside("a:x.example", 10)).host("x.example", many)).text, "");
  Hosts exchanges(beside("mx:x.example", 10));
  std::vector<std::string> hosts;
  for (int i = 0; i < 11; ++i) hosts.push_back("m" + std::to_string(i) + ".example");
  for (const std::string& each : hosts) exchanges.host(each, {"192.0.2.1"});
  EXPECT_EQ(flat(exchanges.exchanges("x.example", hosts)).text, "") << "more exchangers than receivers read";
  Hosts wide(beside("include:x.example", 9));
  std::string terms;
  for (int i = 0; i < 17; ++i) {
    terms += "a:h" + std::to_string(i) + ".example ";
    wide.a("h" + std::to_string(i) + ".example");
  }
  EXPECT_TRUE(flat(wide.included("x.example", terms)).queries.empty());
}

}  // namespace
}  // namespace alimail::testing
