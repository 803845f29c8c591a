#include <gtest/gtest.h>

#include "checks/kit/check.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Mx>({
    {"x.missing", Severity::Error, "RFC 1", Follows::Publish},
    {"x.unknown", Severity::Unknown, "", Follows::Undecided},
});
static_assert(kSays["x.missing"].follows == Follows::Publish);
static_assert(kSays["x.unknown"].about == About::Mx);

TEST(Table, GivesAFindingItsColumns) {
  CheckResult result;
  say(result, kSays["x.missing"])
      .with("domain", "abc.example")
      .with("count", 3)
      .of({"abc.example", RecordType::Mx}, "r");
  ASSERT_EQ(result.findings.size(), 1U);
  const Finding& finding = result.findings.front();
  EXPECT_EQ(finding.key, "x.missing");
  EXPECT_EQ(finding.severity, Severity::Error);
  EXPECT_EQ(finding.source, "RFC 1");
  EXPECT_EQ(finding.follows, Follows::Publish);
  EXPECT_EQ(finding.about, About::Mx);
  EXPECT_EQ(finding.args, (Args{{"domain", "abc.example"}, {"count", std::int64_t{3}}}));
  EXPECT_EQ(finding.basis, (Basis{{"abc.example", RecordType::Mx}, "r"}));
}

TEST(Table, SaysHowEachResolverFailed) {
  CheckResult result;
  say(result, kSays["x.unknown"]).with("outcomes", std::vector<Unanswered>{{"r", Outcome::Timeout}});
  const Args& args = result.findings.front().args;
  ASSERT_EQ(args.size(), 1U);
  std::vector<Args> expected(1);
  expected.front() = {{"resolver", "r"}, {"outcome", "timeout"}};
  EXPECT_EQ(args.front(), (Arg{"outcomes", expected}));
}

}  // namespace
}  // namespace alimail
