// The tree of an SPF record, as far as the resolvers have answered. RFC 7208 sections 4.6.4, 5.1, 5.2 and 6.1.
#include "sender_policy/tree.h"

#include <gtest/gtest.h>

#include "model/keys.h"
#include "sender_policy/zone.h"

namespace alimail::testing {
namespace {

PolicyWalk walked(Zone zone) {
  return walk_policy(zone.evidence(), kDomain);
}

// "0 abc.example fine 2, 1 _spf.abc.example pending 0"
std::string drawn(const PolicyTree& tree) {
  std::string text;
  for (const PolicyNode& node : tree.nodes) {
    if (!text.empty()) text += ", ";
    text += std::to_string(node.depth) + ' ' + node.domain + ' ' + std::string(key_of(node.state)) + ' ' +
            std::to_string(node.lookups);
  }
  return text;
}

std::string tree_of(Zone zone) {
  return drawn(policy_tree(walked(std::move(zone))));
}

TEST(PolicyTree, FollowsEveryIncludeAndRedirect) {
  EXPECT_EQ(tree_of(own("include:spf.qiye.aliyun.com -all").alibaba()),
            "0 abc.example fine 1, 1 spf.qiye.aliyun.com fine 0");
  EXPECT_EQ(
      tree_of(own("redirect=_spf.abc.example").spf("_spf.abc.example", "include:x.example ~all").spf("x.example", "a")),
      "0 abc.example fine 3, 1 _spf.abc.example fine 2, 2 x.example fine 1");
  EXPECT_EQ(
      tree_of(own("include:B.Example include:c.example -all").spf("b.example", "mx -all").spf("c.example", "-all")),
      "0 abc.example fine 3, 1 b.example fine 1, 1 c.example fine 0");
  EXPECT_EQ(tree_of(own("include:_spf.%{d} -all").spf("_spf.abc.example", "-all")),
            "0 abc.example fine 1, 1 _spf.abc.example fine 0")
      << "the domain is known without a message";
}

TEST(PolicyTree, SkipsTermsWithoutEffect) {
  EXPECT_EQ(tree_of(own("-all include:b.example a mx")), "0 abc.example fine 0");
  EXPECT_EQ(tree_of(own("redirect=b.example -all")), "0 abc.example fine 0");
  EXPECT_EQ(tree_of(own("ip4:192.0.2.1 ip6:2001:db8::1 exp=why.abc.example -all")), "0 abc.example fine 0");
}

TEST(PolicyTree, CountsEachTermEachTimeItsRecordIsIncluded) {
  EXPECT_EQ(walked(own("a mx ptr exists:e.example include:b.example redirect=c.example")).lookups, 6);
  Zone twice = own("include:b.example include:c.example -all").spf("b.example", "include:d.example");
  twice.spf("c.example", "include:d.example").spf("d.example", "a mx");
  EXPECT_EQ(walked(twice).lookups, 8);
  EXPECT_TRUE(walked(twice).complete);
}

TEST(PolicyTree, DescribesEachNode) {
  EXPECT_EQ(tree_of(own("include:b.example -all").no_text("b.example")), "0 abc.example fine 1, 1 b.example absent 0");
  EXPECT_EQ(tree_of(own("include:b.example -all").text("b.example", {"google-site-verification=1"})),
            "0 abc.example fine 1, 1 b.example absent 0");
  EXPECT_EQ(tree_of(own("include:b.example -all").text("b.example", {"v=spf1 a", "v=spf1 include:c.example"})),
            "0 abc.example fine 1, 1 b.example several 0");
  EXPECT_EQ(tree_of(own("include:b.example -all").spf("b.example", "ipv4:192.0.2.1 a")),
            "0 abc.example fine 2, 1 b.example broken 1");
  EXPECT_EQ(tree_of(Zone().text(kDomain, {"v=spf1 a -all", "v=spf1 include:b.example -all"})),
            "0 abc.example several 2, 1 b.example pending 0");
}

TEST(PolicyTree, NeverTakesAFailureForAnAbsence) {
  for (const Outcome how : kFailures) {
    const PolicyWalk walk = walked(own("include:b.example -all").silent("b.example", how));
    EXPECT_EQ(walk.branches[1].state, PolicyState::Unknown);
    EXPECT_EQ(walk.branches[1].failing.size(), 1U);
    EXPECT_EQ(walk.void_lookups, 0);
    EXPECT_FALSE(walk.complete);
    EXPECT_EQ(walked(Zone().silent(kDomain, how)).branches.front().state, PolicyState::Unknown);
  }
  EXPECT_EQ(tree_of(Zone()), "0 abc.example pending 0");
}

TEST(PolicyTree, LeavesTermsThatDependOnAMessageUnknown) {
  const PolicyWalk walk = walked(own("include:%{ir}.%{v}._spf.%{d} exists:%{i}.b.example -all"));
  EXPECT_EQ(walk.branches[1].state, PolicyState::Unknown);
  EXPECT_TRUE(walk.branches[1].failing.empty());
  EXPECT_EQ(walk.lookups, 2);
  EXPECT_FALSE(walk.complete);
  EXPECT_EQ(walk.queries.size(), 1U) << "nothing is asked for it";
}

TEST(PolicyTree, EndsAtALoop) {
  const PolicyWalk self = walked(own("include:abc.example -all"));
  ASSERT_EQ(self.branches.size(), 2U);
  EXPECT_EQ(self.branches[1].state, PolicyState::Loop);
  const PolicyWalk three = walked(
      own("include:b.example -all").spf("b.example", "include:c.example").spf("c.example", "redirect=abc.example"));
  ASSERT_EQ(three.branches.size(), 4U);
  EXPECT_EQ(three.branches[3].state, PolicyState::Loop);
  EXPECT_EQ(chain_to(three, three.branches[3]),
            (std::vector<std::string>{"abc.example", "b.example", "c.example", "abc.example"}));
  EXPECT_EQ(three.lookups, 3);
}

TEST(PolicyTree, CountsLookupsThatFindNothing) {
  EXPECT_EQ(walked(own("a:x.example mx exists:y.example -all")).void_lookups, 0) << "nobody has answered";
  EXPECT_EQ(walked(own("a:x.example exists:y.example ptr -all").no_a("x.example").no_a("y.example")).void_lookups, 2);
  EXPECT_EQ(walked(own("a:x.example a:x.example -all").no_a("x.example")).void_lookups, 2);
  EXPECT_EQ(walked(own("a:x.example include:b.example -all").a("x.example").no_text("b.example")).void_lookups, 1);
  Zone unknown = own("a:x.example -all");
  unknown.fails("alidns", "x.example", RecordType::A, Outcome::Servfail);
  EXPECT_EQ(walked(unknown).void_lookups, 0);
}

TEST(PolicyTree, IsBoundedInDepthAndBreadth) {
  Zone deep = own("include:d1.example -all");
  for (int i = 1; i < 30; ++i) {
    deep.spf("d" + std::to_string(i) + ".example", "include:d" + std::to_string(i + 1) + ".example");
  }
  const PolicyWalk down = walked(deep);
  EXPECT_EQ(down.branches.size(), kMaxPolicyDepth + 2);
  EXPECT_EQ(down.branches.back().state, PolicyState::Cut);
  EXPECT_TRUE(down.cut);

  std::string terms;
  for (int i = 0; i < 500; ++i)
    terms += "include:b" + std::to_string(i) + ".example a:a" + std::to_string(i) + ".example ";
  const PolicyWalk wide = walked(own(terms));
  EXPECT_EQ(wide.branches.size(), kMaxPolicyNodes);
  EXPECT_TRUE(wide.cut);
  EXPECT_FALSE(wide.complete);
  EXPECT_EQ(wide.lookups, static_cast<std::int64_t>(kMaxSpfTerms));
  EXPECT_LE(wide.queries.size(), kMaxPolicyNodes + kMaxPolicyAddresses);
}

TEST(PolicyTree, AsksEverythingOfOneDepthTogetherAndTheDomainAtEveryResolver) {
  Zone zone;
  std::vector<std::size_t> rounds;
  const auto open = [&] {
    std::vector<Query> list;
    for (const Query& query : walked(zone).queries) {
      if (look_up(zone.evidence(), query.question.name, query.question.type).knowledge == Knowledge::Unasked) {
        list.push_back(query);
      }
    }
    return list;
  };
  ASSERT_EQ(open().size(), 1U);
  EXPECT_EQ(open().front().reach, Reach::Every);
  for (std::vector<Query> list = open(); !list.empty(); list = open()) {
    rounds.push_back(list.size());
    for (const Query& query : list) {
      const std::string& name = query.question.name;
      if (query.question.type != RecordType::Txt) {
        zone.a(name);
      } else if (name == kDomain) {
        zone.spf(name, "include:a1.example include:b1.example a:m.example -all");
      } else if (name.ends_with("1.example") || name.ends_with("2.example")) {
        const char next = static_cast<char>(name[1] + 1);
        zone.spf(name, std::string("include:") + name[0] + next + ".example ~all");
      } else {
        zone.spf(name, "ip4:192.0.2.0/24 ~all");
      }
    }
  }
  EXPECT_EQ(rounds, (std::vector<std::size_t>{1, 3, 2, 2}));
}

TEST(PolicyTree, TakesTheResolverThatHasARecord) {
  Zone zone;
  zone.lacks("google", kDomain, RecordType::Txt);
  zone.text(kDomain, {"other"}, "cloudflare").text(kDomain, {"v=spf1 -all"}, "alidns");
  EXPECT_EQ(tree_of(zone), "0 abc.example fine 0");
}

TEST(PolicyTree, KeepsForeignBytesUpToTheShownLength) {
  const std::string bytes("include:\0\xFF\xC3 -all", 16);
  const PolicyTree tree = policy_tree(walked(own(bytes + std::string(10000, 'x'))));
  EXPECT_LE(tree.nodes.front().record.size(), 520U);
  std::vector<std::string> many(500, "v=spf1 -all");
  EXPECT_EQ(walked(Zone().text(kDomain, many)).branches.front().texts.size(), kMaxPolicyTexts);
}

}  // namespace
}  // namespace alimail::testing
