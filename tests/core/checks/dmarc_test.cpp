// The DMARC policy, its inheritance, and the wrong places for it. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/said.h"

namespace alimail::testing {
namespace {

const std::string kPolicy = "_dmarc.abc.example";
const std::string kParent = "_dmarc.example";
const std::string kDoubled = "_dmarc.abc.example.abc.example";

World& with_text(World& world, const std::string& name, const std::string& text) {
  return world.has("a", name, RecordType::Txt, {txt(name, text)});
}

World policy(const std::string& text) {
  World world;
  return with_text(world, kPolicy, text);
}

World& lacking(World& world, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool domain = !name.starts_with('_');  // which exists
    domain ? world.lacks("a", name, RecordType::Txt) : world.nothing_at("a", name, RecordType::Txt);
  }
  return world;
}

World without_policy() {
  World world;
  return lacking(world, {kPolicy, kParent, kDoubled, kDomain});
}

std::vector<std::string> asks(World world) {
  std::vector<std::string> names;
  for (const Query& query : kDmarcCheck.run(views_of(world.evidence(), catalogue().provider)).queries) {
    names.push_back(query.question.name);
  }
  return names;
}

std::string arg(const Finding& finding, std::string_view name) {
  const auto found =
      std::find_if(finding.args.begin(), finding.args.end(), [&](const Arg& each) { return each.name == name; });
  const auto* text = found != finding.args.end() ? std::get_if<std::string>(&found->value) : nullptr;
  return text != nullptr ? *text : "";
}

Finding first(World world) {
  const std::vector<Finding> findings = kDmarcCheck.run(views_of(world.evidence(), catalogue().provider)).findings;
  return findings.empty() ? Finding{} : findings.front();
}

TEST(Dmarc, AcceptsAReadableRecord) {
  EXPECT_EQ(says(kDmarcCheck, World()), Keys());
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=reject; sp=none")), Keys({"dmarc.present"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=quarantine; rua=mailto:a@abc.example")), Keys({"dmarc.present"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=reject; rua=mailto:a@reports.abc.example")), Keys({"dmarc.present"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=none")), Keys({"dmarc.present", "dmarc.policy-none"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; rua=mailto:a@abc.example")),
            Keys({"dmarc.present", "dmarc.policy-none"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=reject; pct=50; ri=1")),
            Keys({"dmarc.present", "dmarc.removed-tags"}));
}

TEST(Dmarc, AsksForOtherRecordsOnlyIfTheDomainHasNone) {
  EXPECT_EQ(asks(World()), (std::vector<std::string>{kPolicy}));
  World absent;
  EXPECT_EQ(asks(lacking(absent, {kPolicy})), (std::vector<std::string>{kPolicy, kDomain, kDoubled, kParent}));
}

TEST(Dmarc, CallsItMissingOnlyOnceEveryParentHasAnswered) {
  World pending;
  EXPECT_EQ(says(kDmarcCheck, lacking(pending, {kPolicy, kDoubled, kDomain})), Keys());
  EXPECT_EQ(says(kDmarcCheck, without_policy()), Keys({"dmarc.missing", "dmarc.nowhere-else"}));
  World wildcard;
  with_text(wildcard, kPolicy, "v=spf1 -all");
  EXPECT_EQ(says(kDmarcCheck, lacking(wildcard, {kParent, kDoubled, kDomain})),
            Keys({"dmarc.missing", "dmarc.nowhere-else"}));
  World no_domain = World().nothing_at("a", kPolicy, RecordType::Txt).nothing_at("a", kDomain, RecordType::Txt);
  no_domain.nothing_at("a", kParent, RecordType::Txt).nothing_at("a", kDoubled, RecordType::Txt);
  EXPECT_EQ(says(kDmarcCheck, no_domain), Keys());
}

struct WalkRow {
  const char* why;
  std::vector<std::pair<std::string, std::string>> records;  // domain, record
  const char* from;
  const char* policy;
};

World walk_of(const WalkRow& row) {
  World world;
  world.evidence().subject.domain = "a.b.abc.example";
  for (const std::string domain : {"a.b.abc.example", "b.abc.example", "abc.example", "example"}) {
    const auto found =
        std::find_if(row.records.begin(), row.records.end(), [&](const auto& each) { return each.first == domain; });
    if (found == row.records.end()) lacking(world, {"_dmarc." + domain});
    if (found != row.records.end()) with_text(world, "_dmarc." + domain, found->second);
  }
  return lacking(world, {"_dmarc.a.b.abc.example.a.b.abc.example", "a.b.abc.example"});
}

TEST(Dmarc, InheritsAPolicyByTheTreeWalk) {
  const WalkRow rows[] = {
      {"the only one", {{"abc.example", "v=DMARC1; p=reject"}}, "abc.example", "reject"},
      {"the policy for subdomains", {{"abc.example", "v=DMARC1; p=reject; sp=none"}}, "abc.example", "none"},
      {"the one with the fewest labels",
       {{"b.abc.example", "v=DMARC1; p=none"}, {"abc.example", "v=DMARC1; p=reject"}},
       "abc.example",
       "reject"},
      {"the organisation ends where a record says so",
       {{"b.abc.example", "v=DMARC1; p=none; psd=n"}, {"abc.example", "v=DMARC1; p=reject"}},
       "b.abc.example",
       "none"},
      {"right below a public suffix",
       {{"abc.example", "v=DMARC1; p=none"}, {"example", "v=DMARC1; p=reject; psd=y"}},
       "abc.example",
       "none"},
      {"the public suffix, where the organisation has none",
       {{"b.abc.example", "v=DMARC1; p=none"}, {"example", "v=DMARC1; p=reject; psd=y"}},
       "example",
       "reject"},
      {"a record that is ignored is none",
       {{"b.abc.example", "v=DMARC1; p=quarantine"}, {"abc.example", "v=DMARC1"}},
       "b.abc.example",
       "quarantine"},
  };
  for (const WalkRow& row : rows) {
    const Finding finding = first(walk_of(row));
    EXPECT_EQ(finding.key, "dmarc.inherited") << row.why;
    EXPECT_EQ(arg(finding, "from"), row.from) << row.why;
    EXPECT_EQ(arg(finding, "policy"), row.policy) << row.why;
  }
}

TEST(Dmarc, WalksNoMoreThanEightNames) {
  World world;
  world.evidence().subject.domain = "a.b.c.d.e.f.g.h.i.j.abc.example";
  lacking(world, {"_dmarc.a.b.c.d.e.f.g.h.i.j.abc.example"});
  const std::vector<std::string> names = asks(world);
  EXPECT_EQ(std::count_if(names.begin(), names.end(), [](const std::string& name) { return name.size() < 40; }), 9);
  EXPECT_EQ(std::find(names.begin(), names.end(), "_dmarc.f.g.h.i.j.abc.example") != names.end(), true);
  EXPECT_EQ(std::find(names.begin(), names.end(), "_dmarc.e.f.g.h.i.j.abc.example") != names.end(), false);
}

TEST(Dmarc, ReportsMistakesInTheRecord) {
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=rejct")), Keys({"dmarc.malformed"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=dmarc1; p=none")), Keys({"dmarc.malformed"}));
  EXPECT_EQ(says(kDmarcCheck, policy("\"v=DMARC1; p=none\"")), Keys({"dmarc.malformed"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=x; rua=mailto:a@abc.example")), Keys({"dmarc.malformed"}));
  EXPECT_EQ(says(kDmarcCheck, policy("v=DMARC1; p=reject; adkim=x")), Keys({"dmarc.malformed", "dmarc.present"}));
  const Finding finding = first(policy("v=DMARC1; p=rejct"));
  EXPECT_EQ(arg(finding, "reason"), "bad-value");
  EXPECT_EQ(arg(finding, "record"), "v=DMARC1; p=rejct");
  World two;
  two.has("a", kPolicy, RecordType::Txt, {txt(kPolicy, "v=DMARC1; p=none"), txt(kPolicy, "v=DMARC1; p=reject")});
  EXPECT_EQ(says(kDmarcCheck, two), Keys({"dmarc.multiple-records"}));
}

TEST(Dmarc, ShowsNoMoreOfARecordThanItsLimit) {
  EXPECT_EQ(arg(first(policy("v=DMARC1; p=reject; n=" + std::string(4000, 'x'))), "record").size(), 512U);
}

TEST(Dmarc, FindsARecordInTheWrongPlace) {
  World apex;
  with_text(apex, kDomain, "v=DMARC1; p=none");
  EXPECT_EQ(says(kDmarcCheck, lacking(apex, {kPolicy, kParent, kDoubled})),
            Keys({"dmarc.wrong-place", "dmarc.missing"}));
  World doubled;
  with_text(doubled, kDoubled, "v=DMARC1; p=none");
  lacking(doubled, {kPolicy, kParent, kDomain});
  EXPECT_EQ(says(kDmarcCheck, doubled), Keys({"dmarc.wrong-place", "dmarc.missing"}));
  EXPECT_EQ(arg(first(doubled), "place"), kDoubled);
}

TEST(Dmarc, AsksForTheConsentOfOtherReportReceivers) {
  const std::string consent = "abc.example._report._dmarc.other.example";
  const std::string record = "v=DMARC1; p=reject; rua=mailto:x@other.example,mailto:y@other.example";
  EXPECT_EQ(asks(policy(record)), (std::vector<std::string>{kPolicy, consent}));
  EXPECT_EQ(says(kDmarcCheck, policy(record)), Keys({"dmarc.present"}));
  World given = policy(record);
  EXPECT_EQ(says(kDmarcCheck, with_text(given, consent, "v=DMARC1")), Keys({"dmarc.present"}));
  World denied = policy(record);
  EXPECT_EQ(says(kDmarcCheck, lacking(denied, {consent})), Keys({"dmarc.report-unauthorised", "dmarc.present"}));
  World failing = policy(record);
  EXPECT_EQ(says(kDmarcCheck, failing.fails("a", consent, RecordType::Txt, Outcome::Timeout)),
            Keys({"dmarc.report-unknown", "dmarc.present"}));
  std::string many = "v=DMARC1; p=reject; rua=mailto:x@other0.example";
  for (int i = 1; i < 10; ++i) many += ",mailto:x@other" + std::to_string(i) + ".example";
  EXPECT_EQ(asks(policy(many)).size(), 5U);
}

TEST(Dmarc, NeverReportsAFailedLookupAsAnAbsence) {
  EXPECT_EQ(says(kDmarcCheck, World().fails("a", kPolicy, RecordType::Txt, Outcome::Servfail)),
            Keys({"dmarc.unknown"}));
  World suffix;
  lacking(suffix, {kPolicy, kDoubled, kDomain}).fails("a", kParent, RecordType::Txt, Outcome::Servfail);
  EXPECT_EQ(says(kDmarcCheck, suffix), Keys({"dmarc.missing", "dmarc.nowhere-else"}))
      << "the domain itself has none, and few suffixes do";
  World above;
  above.evidence().subject.domain = "b.abc.example";
  lacking(above, {"_dmarc.b.abc.example", "_dmarc.b.abc.example.b.abc.example", "b.abc.example", kParent});
  EXPECT_EQ(says(kDmarcCheck, World(above).fails("a", kPolicy, RecordType::Txt, Outcome::Servfail)),
            Keys({"dmarc.unknown"}))
      << "nothing follows from where else it is not, before its own place is known";
  World strays;
  lacking(strays, {kPolicy, kParent}).fails("a", kDoubled, RecordType::Txt, Outcome::Servfail);
  EXPECT_EQ(says(kDmarcCheck, strays), Keys({"dmarc.missing"})) << "it may be at the doubled name";
}

}  // namespace
}  // namespace alimail::testing
