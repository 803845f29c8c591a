// SPF: what the record includes. RFC 7208 sections 4.6.4 (lookups, and void lookups) and 5.2 (an include without a
// record makes the whole record fail).
//
// Asks nothing beyond checks/spf.cpp. If there are several records, that check reports them, and there is no tree to
// judge. A name that depends on the sender is counted and skipped.
#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/apex_alias.h"
#include "records/excerpt.h"
#include "sender_policy/check_host.h"
#include "sender_policy/tree.h"

namespace alimail {
namespace {

constexpr Table kSays(
    About::Spf,
    {
        {"spf.self-include", Severity::Error, "RFC 7208 section 4.6.4", Follows::Publish},
        {"spf.loop", Severity::Error, "RFC 7208 section 4.6.4"},
        {"spf.too-many-lookups", Severity::Error, "RFC 7208 section 4.6.4", Follows::PublishForAnySite},
        {"spf.many-lookups", Severity::Notice, "RFC 7208 section 4.6.4"},
        {"spf.too-many-void-lookups", Severity::Warning, "RFC 7208 section 4.6.4", Follows::PublishForAnySite},
        {"spf.include-missing", Severity::Error, "RFC 7208 section 5.2", Follows::Publish},
        {"spf.include-broken", Severity::Error, "RFC 7208 section 5.2"},
        {"spf.cut", Severity::Notice, ""},
        {"spf.includes-read", Severity::Info, "RFC 7208 section 4.6.4"},
        {"spf.include-unknown", Severity::Unknown, "", Follows::Undecided},
    });

constexpr std::int64_t kManyLookups = 9;  // from here on, one more sender may exceed the limit
constexpr std::size_t kMaxSaidIncludes = 8;

void say_loop(CheckResult& result, const PolicyWalk& walk, const PolicyBranch& branch) {
  const Vector<String> chain = chain_to(walk, branch);
  if (chain.size() > 2) {
    say(result, kSays["spf.loop"]).with("chain", chain);
    return;
  }
  const String& record = walk.branches.front().texts.front();
  const Excerpt shown = excerpt(record, {record.find(branch.term), branch.term.size()});
  Saying said = say(result, kSays["spf.self-include"]).with("record", shown.text);
  said.with("position", static_cast<std::int64_t>(shown.mark.position));
  said.with("length", static_cast<std::int64_t>(shown.mark.length));
}

void judge_branch(CheckResult& result, const PolicyWalk& walk, const PolicyBranch& branch) {
  const String name = excerpt(branch.domain.empty() ? branch.term : branch.domain).text;
  const String& in = walk.branches[branch.parent].domain;
  switch (branch.state) {
    case PolicyState::Absent: say(result, kSays["spf.include-missing"]).with("include", name).with("in", in); return;
    case PolicyState::Several:
    case PolicyState::Broken: {
      Saying said = say(result, kSays["spf.include-broken"]).with("include", name).with("in", in);
      const bool several = branch.state == PolicyState::Several;
      said.with("reason", several ? std::string_view("several-records") : branch.records.front().errors.front().reason);
      return;
    }
    case PolicyState::Unknown:
      if (branch.failing.empty()) return;
      say(result, kSays["spf.include-unknown"]).with("include", name).with("outcomes", branch.failing);
      return;
    case PolicyState::Loop: say_loop(result, walk, branch); return;
    case PolicyState::Fine:
    case PolicyState::Pending:
    case PolicyState::Cut: return;
  }
}

// A record that is included twice is reported once.
bool is_first(const PolicyWalk& walk, const PolicyBranch& branch) {
  const auto same = [&](const PolicyBranch& each) {
    return each.domain == branch.domain && each.state == branch.state;
  };
  return &*std::find_if(walk.branches.begin(), walk.branches.end(), same) == &branch;
}

void judge_counts(CheckResult& result, const PolicyWalk& walk) {
  constexpr std::int64_t kLimit = kMaxLookupTerms;
  constexpr std::int64_t kVoidLimit = kMaxVoidLookups;
  if (walk.lookups > kLimit) {
    say(result, kSays["spf.too-many-lookups"]).with("lookups", walk.lookups).with("limit", kLimit);
  } else if (walk.lookups >= kManyLookups) {
    say(result, kSays["spf.many-lookups"]).with("lookups", walk.lookups).with("limit", kLimit);
  }
  if (walk.void_lookups > kVoidLimit) {
    Saying said = say(result, kSays["spf.too-many-void-lookups"]).with("lookups", walk.void_lookups);
    said.with("limit", kVoidLimit);
  }
  if (walk.read) say(result, kSays["spf.includes-read"]).with("lookups", walk.lookups);
  if (walk.cut) say(result, kSays["spf.cut"]).with("limit", std::int64_t{kMaxPolicyNodes});
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  const PolicyWalk& walk = views.policy;
  if (walk.branches.front().texts.size() != 1 || is_hidden_by_alias(evidence, views.apex_alias, RecordType::Txt))
    return result;
  for (const PolicyBranch& branch : walk.branches) {
    const bool own = branch.parent == kNoParent;
    if (own || result.findings.size() == kMaxSaidIncludes || !is_first(walk, branch)) continue;
    judge_branch(result, walk, branch);
  }
  judge_counts(result, walk);
  return result;
}

}  // namespace

extern const Check kSpfIncludesCheck = {"spf", kSays, run};

}  // namespace alimail
