// SPF: the domain's own record, and whether it allows Alibaba Mail. RFC 7208 sections 3.2, 3.4, 4.5, 5.1 and 12. The
// name to include is that of the site (help.aliyun.com 36771, "spfadd").
//
// Asks all resolvers for <domain> TXT, and looks up the includes of the record and of the record to publish. One record
// is judged; text that is only meant as SPF counts if there is no valid record. A missing Alibaba Mail is reported only
// if the MX records or the person say that the domain uses it, and if every include could be read.
#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/apex_alias.h"
#include "evidence/site.h"
#include "records/excerpt.h"
#include "records/spf_slip.h"
#include "sender_policy/published.h"

namespace alimail {
namespace {

constexpr Table kSays(About::Spf,
                      {
                          {"spf.alibaba", Severity::Info, "I-SPF"},
                          {"spf.present", Severity::Info, "RFC 7208 section 4.5"},
                          {"spf.missing", Severity::Warning, "H36771", Follows::Publish},
                          {"spf.multiple-records", Severity::Error, "RFC 7208 section 4.5", Follows::Publish},
                          {"spf.syntax", Severity::Error, "RFC 7208 section 12", Follows::Publish},
                          {"spf.include-the-following", Severity::Error, "I-SPF", Follows::Publish},
                          {"spf.mistyped", Severity::Error, "RFC 7208 section 4.5", Follows::Publish},
                          {"spf.provider-absent", Severity::Warning, "I-SPF", Follows::Publish},
                          {"spf.other-region", Severity::Error, "I-SPF", Follows::Publish},
                          {"spf.legacy-include", Severity::Notice, "H36771"},
                          {"spf.other-product", Severity::Warning, "H36771", Follows::Publish},
                          {"spf.pass-all", Severity::Warning, "RFC 7208 section 5.1", Follows::Publish},
                          {"spf.neutral-all", Severity::Notice, "RFC 7208 section 8.2"},
                          {"spf.all-absent", Severity::Notice, "RFC 7208 section 4.7"},
                          {"spf.terms-after-all", Severity::Notice, "RFC 7208 section 5.1"},
                          {"spf.ptr", Severity::Notice, "RFC 7208 section 5.5"},
                          {"spf.long-record", Severity::Notice, "RFC 7208 section 3.4"},
                          {"spf.hidden", Severity::Unknown, "RFC 1034 section 3.6.2", Follows::Undecided},
                          {"spf.unknown", Severity::Unknown, "", Follows::Undecided},
                      });

constexpr std::size_t kMaxUnsplitBytes = 450;  // RFC 7208 section 3.4: an answer with more may not fit into 512
constexpr std::size_t kMaxSaidErrors = 4;
constexpr std::size_t kMaxSaidTerms = 8;

constexpr std::string_view kTranslated = "include-the-following";

String term_at(std::string_view text, TextSpan span) {
  return excerpt(text.substr(span.position, span.length)).text;
}

Saying say_marked(CheckResult& result, const Says& says, std::string_view text, TextSpan span) {
  const Excerpt shown = excerpt(text, span);
  Saying said = say(result, says).with("record", shown.text);
  said.with("position", static_cast<std::int64_t>(shown.mark.position));
  return said.with("length", static_cast<std::int64_t>(shown.mark.length));
}

void say_slip(CheckResult& result, const SpfSlip& slip, std::string_view text) {
  if (slip.slip == kTranslated) {
    say_marked(result, kSays["spf.include-the-following"], text, slip.span);
  } else {
    say_marked(result, kSays["spf.mistyped"], text, slip.span).with("slip", slip.slip);
  }
}

// Receivers skip a second version, and also "include=...", as unknown modifiers. Only the latter has an effect, because
// the include is missing.
bool has_effect(const SpfSlip& slip, bool broken) {
  return broken || slip.slip == "equals-sign";
}

// If there is a slip, it explains the syntax errors, so the slip is reported instead of them.
void judge_syntax(CheckResult& result, const String& text, const SpfRecord& record) {
  const std::optional<SpfSlip> slip = spf_slip(text);
  if (slip && has_effect(*slip, !record.errors.empty())) {
    say_slip(result, *slip, text);
    return;
  }
  const std::size_t count = std::min(record.errors.size(), kMaxSaidErrors);
  for (std::size_t i = 0; i < count; ++i) {
    const RecordError& error = record.errors[i];
    Saying said = say_marked(result, kSays["spf.syntax"], text, error.span);
    said.with("term", term_at(text, error.span)).with("reason", error.reason);
  }
}

void judge_all(CheckResult& result, const String& text, const SpfRecord& record) {
  const auto all = std::find_if(record.mechanisms.begin(), record.mechanisms.end(),
                                [](const Mechanism& each) { return each.kind == MechanismKind::All; });
  if (all == record.mechanisms.end()) {
    if (record.errors.empty() && modifier(record, "redirect") == nullptr) {
      say(result, kSays["spf.all-absent"]).with("record", excerpt(text).text);
    }
    return;
  }
  if (all->qualifier == Qualifier::Pass) {
    say_marked(result, kSays["spf.pass-all"], text, all->span);
  } else if (all->qualifier == Qualifier::Neutral) {
    say_marked(result, kSays["spf.neutral-all"], text, all->span);
  }
  Vector<String> behind;
  for (auto each = all + 1; each != record.mechanisms.end() && behind.size() < kMaxSaidTerms; ++each) {
    behind.push_back(term_at(text, each->span));
  }
  if (!behind.empty()) say(result, kSays["spf.terms-after-all"]).with("terms", behind);
}

void judge_form(CheckResult& result, const String& text, const SpfRecord& record) {
  judge_syntax(result, text, record);
  judge_all(result, text, record);
  for (const Mechanism* each : effective_mechanisms(record)) {
    if (each->kind != MechanismKind::Ptr) continue;
    say_marked(result, kSays["spf.ptr"], text, each->span);
    break;
  }
  if (text.size() <= kMaxUnsplitBytes) return;
  Saying said = say(result, kSays["spf.long-record"]).with("bytes", static_cast<std::int64_t>(text.size()));
  said.with("limit", std::int64_t{kMaxUnsplitBytes});
}

bool passes_all(const SpfRecord& record) {
  return std::any_of(record.mechanisms.begin(), record.mechanisms.end(), [](const Mechanism& each) {
    return each.kind == MechanismKind::All && each.qualifier == Qualifier::Pass;
  });
}

// ---------------------------------------------------------------- Alibaba Mail in the record

// The first branch of each kind in the record, at any depth.
struct Included {
  const PolicyBranch* own = nullptr;     // of the site of the MX
  const PolicyBranch* any = nullptr;     // of any site
  const PolicyBranch* direct = nullptr;  // of another product
  bool current = false;                  // it uses the current name
};

Included included(const PolicyWalk& walk, const Site* site, const Provider& provider) {
  Included found;
  for (const PolicyBranch& branch : walk.branches) {
    const Site* its = site_of_spf_include(provider, branch.domain);
    if (its != nullptr && found.any == nullptr) found.any = &branch;
    if (its != nullptr && site != nullptr && same_region(*its, *site)) {
      if (found.own == nullptr) found.own = &branch;
      if (branch.domain == site->spf()) found.current = true;
    }
    const bool product = product_of_spf_include(provider, branch.domain) != nullptr;
    if (product && found.direct == nullptr) found.direct = &branch;
  }
  return found;
}

void say_alibaba(CheckResult& result, const String& text, const PolicyBranch& branch, const Provider& provider) {
  const Site* site = site_of_spf_include(provider, branch.domain);
  Saying said = say(result, kSays["spf.alibaba"]).with("record", excerpt(text).text);
  said.with("family", site->id());
}

void judge_provider(CheckResult& result, const PolicyWalk& walk, const Site* site, const Provider& provider) {
  const String& text = walk.branches.front().texts.front();
  const Included found = included(walk, site, provider);
  if (site == nullptr) {
    if (found.any != nullptr) {
      say_alibaba(result, text, *found.any, provider);
    } else {
      say(result, kSays["spf.present"]).with("record", excerpt(text).text);
    }
    return;
  }
  const String& expected = site->spf();
  if (found.own != nullptr) {
    say_alibaba(result, text, *found.own, provider);
    if (found.current) return;
    Saying said = say(result, kSays["spf.legacy-include"]).with("found", found.own->domain);
    said.with("current", expected);
  } else if (!walk.complete || passes_all(walk.branches.front().records.front())) {
    return;
  } else if (found.any != nullptr) {
    Saying said = say(result, kSays["spf.other-region"]).with("record", excerpt(text).text);
    said.with("found", found.any->domain).with("expected", expected);
  } else if (found.direct != nullptr) {
    say(result, kSays["spf.other-product"]).with("found", found.direct->domain);
  } else {
    Saying said = say(result, kSays["spf.provider-absent"]).with("record", excerpt(text).text);
    said.with("include", expected);
  }
}

// ---------------------------------------------------------------- the record, or none

void judge_absence(CheckResult& result, const Views& views, const PublishedTexts& published) {
  for (const String& text : published.others) {
    const std::optional<SpfSlip> slip = spf_slip(text);
    if (!slip) continue;
    say_slip(result, *slip, text);
    return;
  }
  // If the whole domain does not exist, the domain check reports it.
  if (!views.domain.absent()) say(result, kSays["spf.missing"]).with("domain", views.evidence.subject.domain);
}

void say_several(CheckResult& result, const Vector<String>& texts) {
  Vector<String> records;
  for (const String& each : texts) records.push_back(excerpt(each).text);
  say(result, kSays["spf.multiple-records"]).with("records", records);
}

void judge(CheckResult& result, const PolicyWalk& walk, const Site* site, const Provider& provider) {
  const PolicyBranch& root = walk.branches.front();
  if (root.state == PolicyState::Several) {
    say_several(result, root.texts);
    return;
  }
  judge_form(result, root.texts.front(), root.records.front());
  if (root.state == PolicyState::Fine) judge_provider(result, walk, site, provider);
}

// The site that the domain's mail uses: by the MX records, or by the person's reply if they name no site. It is then the
// chosen one, too.
const Site* site_of_mail(const SiteInUse& in_use) {
  if (in_use.mx != nullptr) return in_use.mx;
  return in_use.chosen_by == "reply" ? in_use.chosen : nullptr;
}

// The lookups of the record to publish must be counted, too. If it equals the current record, this adds no queries. If
// it needs too many, addresses are looked up that may take the place of names.
void ask_all(CheckResult& result, const Views& views, const Site* site) {
  Vector<Query>& queries = result.queries;
  queries = views.policy.queries;
  const PolicyWalk& merged = views.merged.walk;
  if (site != nullptr || is_over_limits(merged))
    queries.insert(queries.end(), merged.queries.begin(), merged.queries.end());
  queries.insert(queries.end(), views.flat.queries.begin(), views.flat.queries.end());
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  const PolicyWalk& walk = views.policy;
  const PublishedTexts published = published_texts(evidence, domain);
  const Site* site = site_of_mail(views.site);
  ask_all(result, views, site);
  if (published.knowledge == Knowledge::Unasked) return result;
  if (published.knowledge == Knowledge::Unknown) {
    say(result, kSays["spf.unknown"]).with("domain", domain).with("outcomes", published.failing);
  } else if (is_hidden_by_alias(evidence, views.apex_alias, RecordType::Txt)) {
    say(result, kSays["spf.hidden"]).with("domain", domain).with("target", views.apex_alias);
  } else if (published.spf.empty()) {
    judge_absence(result, views, published);
  } else {
    judge(result, walk, site, provider);
  }
  return result;
}

}  // namespace

extern const Check kSpfCheck = {"spf", kSays, run};

}  // namespace alimail
