#include "advice/publish.h"

#include <algorithm>
#include <optional>

#include "evidence/exchanges.h"
#include "evidence/other_receivers.h"
#include "evidence/stray_policy.h"
#include "names/domain_name.h"
#include "records/dmarc.h"

namespace alimail {
namespace {

// The apex of the zone that contains the mail domain: the owner of the SOA in the answers. If the domain is an alias,
// the SOA belongs to the zone of its target and is ignored.
String zone_of(const Evidence& evidence) {
  for (const Place& place : answers_to(evidence, evidence.subject.domain, RecordType::Soa)) {
    const Answer& answer = evidence.answers[place.answer];
    for (const auto* section : {&answer.records, &answer.authority}) {
      for (const ResourceRecord& record : *section) {
        const bool above = !record.name.empty() && is_under(evidence.subject.domain, record.name);
        if (record.type == RecordType::Soa && above) return record.name;
      }
    }
  }
  return evidence.subject.domain;
}

constexpr std::string_view kSiteQuestion = "edition";

struct Desk {  // the data that all parts below use
  const Views& views;
  const Evidence& evidence;
  const Vector<Finding>& findings;
  const Provider& provider;
  const Site* site;  // nullptr if unknown
  String zone;
  Published& out;
};

// True if the checks found a problem that a record of this kind fixes.
bool wanted(const Desk& desk, About record, Follows follows = Follows::Publish) {
  return std::any_of(desk.findings.begin(), desk.findings.end(),
                     [&](const Finding& finding) { return finding.follows == follows && finding.about == record; });
}

RecordToPublish& put(const Desk& desk, About about, Change change, String host, RecordType type, String value) {
  RecordToPublish& record = desk.out.records.emplace_back();
  record.about = about;
  record.change = change;
  record.host = std::move(host);
  record.zone = desk.zone;
  record.type = type;
  record.value = std::move(value);
  return record;
}

// ---------------------------------------------------------------- the login record

void publish_login(const Desk& desk) {
  const LoginRoute& route = desk.views.login;
  if (!desk.evidence.login_in_question || !wanted(desk, About::Login)) return;
  if (desk.site == nullptr) {
    desk.out.question = kSiteQuestion;
    return;
  }
  const String target = recommended_target(desk.views);
  if (target.empty()) return;
  Vector<String> current = {route.target};
  if (route.kind == RouteKind::AddressRecord) current = route.addresses;
  const bool replaces = !current.front().empty();
  RecordToPublish& record =
      put(desk, About::Login, replaces ? Change::Replace : Change::Add, route.host, RecordType::Cname, target);
  if (replaces) record.current = std::move(current);
  record.source = source_url(desk.provider, desk.site->login_target_source());
}

// ---------------------------------------------------------------- the apex

// A CNAME excludes all other records (RFC 1034 section 3.6.2). It is removed first. What is behind it is not known to be
// missing, so the checks ask for no other record until it is gone.
void publish_apex(const Desk& desk) {
  if (!wanted(desk, About::Apex)) return;
  const String& domain = desk.evidence.subject.domain;
  RecordToPublish& record = put(desk, About::Apex, Change::Remove, domain, RecordType::Cname, desk.views.apex_alias);
  record.source = source_url(desk.provider, "H609862");
}

// ---------------------------------------------------------------- MX

RecordToPublish& put_mx(const Desk& desk, Change change, std::uint16_t preference, std::string_view exchange) {
  // The null MX names no host, and control panels show it as the root.
  const std::string_view shown = exchange.empty() ? std::string_view(".") : exchange;
  RecordToPublish& record = put(desk, About::Mx, change, desk.evidence.subject.domain, RecordType::Mx, String(shown));
  record.priority = preference;
  record.source = source_url(desk.provider, desk.site->mx_source());
  return record;
}

bool must_ask_first(const Desk& desk) {
  return std::any_of(desk.findings.begin(), desk.findings.end(),
                     [](const Finding& finding) { return finding.follows == Follows::AskFirst; });
}

// Whether others receive mail of the domain beside Alibaba Mail, perhaps on purpose.
bool has_others(const Desk& desk) {
  const Targets targets = targets_of(desk.views.exchanges, desk.evidence.subject.domain, desk.provider);
  return !targets.foreign.empty();
}

// The complete set of the site, and nothing else. The domain of another provider is not changed, and a set without an
// official page is not recommended.
void publish_mx(const Desk& desk) {
  if (must_ask_first(desk)) desk.out.question = kOtherReceiversQuestion;
  if (!wanted(desk, About::Mx)) return;
  if (has_others(desk) && other_receivers(desk.evidence) != OtherReceivers::Unwanted) {
    desk.out.question = kOtherReceiversQuestion;
    return;
  }
  if (desk.site == nullptr) {
    desk.out.question = kSiteQuestion;
    return;
  }
  if (desk.site->mx_source().empty()) return;
  const Exchanges& published = desk.views.exchanges;
  for (const SiteExchange wanted : desk.site->mx()) {
    const String& host = wanted.host();
    const bool there = std::any_of(published.list.begin(), published.list.end(),
                                   [&](const MailExchange& each) { return each.exchange == host; });
    if (!there) put_mx(desk, Change::Add, static_cast<std::uint16_t>(wanted.priority()), host);
  }
  for (const MailExchange& each : published.list) {
    if (!publishes_mx(*desk.site, each.exchange)) put_mx(desk, Change::Remove, each.preference, each.exchange);
  }
}

// ---------------------------------------------------------------- SPF

// Senders after the limit of terms are not read and would be missing in a new record.
bool has_unread_terms(const PolicyWalk& policy) {
  const Vector<SpfRecord>& records = policy.branches.front().records;
  return std::any_of(records.begin(), records.end(), [](const SpfRecord& record) {
    return std::any_of(record.errors.begin(), record.errors.end(),
                       [](const RecordError& error) { return error.reason == kTooManyTerms; });
  });
}

RecordToPublish& put_spf(const Desk& desk, const String& text) {
  const MergedPolicy& merged = desk.views.merged;
  const Vector<String>& current = desk.site != nullptr ? merged.current : desk.views.policy.branches.front().texts;
  const Change change = current.empty() ? Change::Add : Change::Replace;
  RecordToPublish& record = put(desk, About::Spf, change, desk.evidence.subject.domain, RecordType::Txt, text);
  record.current = current;
  record.left_out = merged.dropped;
  return record;
}

// The addresses in it are those that resolvers gave, and no official page has them.
void publish_flat_spf(const Desk& desk) {
  const FlatPolicy& flat = desk.views.flat;
  RecordToPublish& record = put_spf(desk, flat.text);
  record.left_out.insert(record.left_out.end(), flat.dropped.begin(), flat.dropped.end());
  for (const FlatTerm& each : flat.flattened) record.flattened.push_back(each.term);
  record.from = "checker";
  record.source = "RFC 7208 section 4.6.4";
}

// One merged record, with fewer lookups if it needs too many. If that is not possible, or if there are mistakes in
// records of others, a person must decide.
void publish_spf(const Desk& desk) {
  const bool for_site = wanted(desk, About::Spf);
  const bool for_any = wanted(desk, About::Spf, Follows::PublishForAnySite);
  if ((!for_site && !for_any) || has_unread_terms(desk.views.policy)) return;
  if (!desk.views.flat.text.empty()) {
    publish_flat_spf(desk);
    return;
  }
  if (desk.site == nullptr) {
    const Targets targets = targets_of(desk.views.exchanges, desk.evidence.subject.domain, desk.provider);
    if (for_site && !is_at_another_provider(targets, desk.provider)) desk.out.question = kSiteQuestion;
    return;
  }
  const MergedPolicy& merged = desk.views.merged;
  if (merged.text.empty() || !merged.changes || merged.exceeds) return;
  // It may still need too many lookups without result, or that may be unknown.
  const bool within = merged.walk.read && !is_over_limits(merged.walk);
  if (for_site || within) put_spf(desk, merged.text).source = source_url(desk.provider, desk.site->spf_source());
}

// ---------------------------------------------------------------- DMARC

// The minimum that RFC 9989 section 4.7 accepts. It requests nothing from receivers and can be made stricter later.
constexpr std::string_view kOpenPolicy = "v=DMARC1; p=none";

// The person's own policy, if it has no mistakes and is only in the wrong place.
std::optional<StrayPolicy> stray_policy(const Evidence& evidence) {
  Vector<StrayPolicy> strays = stray_policies(evidence);
  if (strays.empty() || !parse_dmarc(strays.front().text).errors.empty()) return std::nullopt;
  return std::move(strays.front());
}

void publish_dmarc(const Desk& desk, bool authentication) {
  if (!authentication || !wanted(desk, About::Dmarc)) return;
  const std::optional<StrayPolicy> stray = stray_policy(desk.evidence);
  RecordToPublish& record = put(desk, About::Dmarc, Change::Add, "_dmarc." + desk.evidence.subject.domain,
                                RecordType::Txt, stray ? stray->text : String(kOpenPolicy));
  record.from = "checker";
  record.source = source_url(desk.provider, "I-AUTH");
  if (stray) put(desk, About::Dmarc, Change::Remove, stray->place, RecordType::Txt, stray->text).from = "checker";
}

bool asks_for_record(const Finding& finding) {
  return finding.follows == Follows::Publish || finding.follows == Follows::PublishForAnySite;
}

// SPF decides about a sender, so what is about the sender is about SPF.
bool is_about(const Finding& finding, About record) {
  return finding.about == record || (finding.about == About::Sender && record == About::Spf);
}

}  // namespace

String recommended_target(const Views& views) {
  const Site* site = views.site.chosen;
  if (site == nullptr || !site->login_target_documented()) return {};
  const String& target = site->login_target();
  return address_knowledge(views.evidence, target) == Knowledge::Absent ? String() : target;
}

Published records_to_publish(const Views& views, const Vector<Finding>& findings, bool authentication) {
  Published out;
  const Desk desk{views, views.evidence, findings, views.provider, views.site.chosen, zone_of(views.evidence), out};
  publish_login(desk);
  publish_apex(desk);
  publish_mx(desk);
  publish_spf(desk);
  publish_dmarc(desk, authentication);
  return out;
}

void put_off(Vector<RecordToPublish>& records, const Vector<ProblemVerdict>& problems,
             const Vector<Finding>& findings) {
  if (problems.empty() || problems.front().causes.empty()) return;
  Vector<const Finding*> reasons;  // those that are about a record
  for (const CauseVerdict& cause : problems.front().causes) {
    if (cause.state != State::Confirmed && cause.state != State::Likely) continue;
    for (const std::size_t reason : cause.because) {
      if (findings[reason].about != About::Other) reasons.push_back(&findings[reason]);
    }
  }
  if (reasons.empty() && problems.front().causes.front().action == Action::ChangeRecord) return;
  for (RecordToPublish& record : records) {
    const bool fixes_it = std::any_of(reasons.begin(), reasons.end(),
                                      [&](const Finding* reason) { return is_about(*reason, record.about); });
    const bool fixes_an_error = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.severity == Severity::Error && asks_for_record(finding) && is_about(finding, record.about);
    });
    record.later = !fixes_it && !fixes_an_error;
  }
}

}  // namespace alimail
