#include "advice/publish.h"

#include <algorithm>
#include <span>

#include "evidence/exchanges.h"
#include "names/domain_name.h"
#include "records/dmarc.h"
#include "records/excerpt.h"
#include "sender_policy/merge.h"

namespace alimail {
namespace {

bool said(const std::vector<Finding>& findings, std::string_view key) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
}

bool said_any(const std::vector<Finding>& findings, std::span<const std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return said(findings, key); });
}

// What a finding says in an argument; "" where nobody says it.
std::string_view told(const std::vector<Finding>& findings, std::string_view key, std::string_view name) {
  for (const Finding& finding : findings) {
    if (finding.key != key) continue;
    for (const Arg& arg : finding.args) {
      if (const auto* text = std::get_if<std::string>(&arg.value); text != nullptr && arg.name == name) return *text;
    }
  }
  return {};
}

// The apex of the zone that holds the mail domain: the owner of the SOA that came with the answers. An alias at the
// domain brings the SOA of the zone that it leads to.
std::string zone_of(const Evidence& evidence) {
  for (const Answer& answer : evidence.answers) {
    if (answer.question != Question{evidence.subject.domain, RecordType::Soa}) continue;
    for (const auto* section : {&answer.records, &answer.authority}) {
      for (const ResourceRecord& record : *section) {
        const bool above = !record.name.empty() && is_under(evidence.subject.domain, record.name);
        if (record.type == RecordType::Soa && above) return record.name;
      }
    }
  }
  return evidence.subject.domain;
}

struct Desk {  // what every part below works with
  const Views& views;
  const Evidence& evidence;
  const std::vector<Finding>& findings;
  const Provider& provider;
  const Site* site;  // nullptr: not known
  std::string zone;
  Published& out;
};

RecordToPublish& put(const Desk& desk, Change change, std::string host, RecordType type, std::string value) {
  RecordToPublish& record = desk.out.records.emplace_back();
  record.change = change;
  record.host = std::move(host);
  record.zone = desk.zone;
  record.type = type;
  record.value = std::move(value);
  return record;
}

// ---------------------------------------------------------------- the login record

bool login_is_wrong(RouteKind kind) {
  switch (kind) {
    case RouteKind::Missing:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Elsewhere:
    case RouteKind::Dangling:
    case RouteKind::Loop: return true;
    case RouteKind::AddressRecord:  // works until the address changes: advised in words, not called wrong
    case RouteKind::GuideTarget:
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::Unknown:
    case RouteKind::DomainAbsent:
    case RouteKind::Alibaba:
    case RouteKind::AlibabaUnresolvable: return false;
  }
  return false;
}

void publish_login(const Desk& desk) {
  const LoginRoute& route = desk.views.login;
  if (!desk.evidence.login_in_question || !login_is_wrong(route.kind)) return;
  if (desk.site == nullptr) {
    desk.out.site_wanted = true;
    return;
  }
  const std::string target = recommended_target(desk.views);
  if (target.empty()) return;
  const bool replaces = !route.target.empty();
  RecordToPublish& record = put(desk, replaces ? Change::Replace : Change::Add, route.host, RecordType::Cname, target);
  if (replaces) record.current = {route.target};
  record.source = source_url(desk.provider, desk.site->login_target_source());
}

// ---------------------------------------------------------------- the apex

// Nothing may stand beside an alias (RFC 1034 section 3.6.2), so it goes before the records for mail come.
void publish_apex(const Desk& desk) {
  const std::string_view target = told(desk.findings, "apex.alias", "target");
  if (target.empty()) return;
  RecordToPublish& record =
      put(desk, Change::Remove, desk.evidence.subject.domain, RecordType::Cname, std::string(target));
  record.source = source_url(desk.provider, "H609862");
}

// ---------------------------------------------------------------- MX

constexpr std::string_view kMxTroubles[] = {
    "mx.missing",   "mx.null",           "mx.null-beside-others", "mx.mixed",         "mx.partial",
    "mx.two-sites", "mx.target-address", "mx.undocumented-name",  "mx.other-product",
};

RecordToPublish& put_mx(const Desk& desk, Change change, std::uint16_t preference, std::string_view exchange) {
  // Nobody is meant by the null MX, and panels show it as the root.
  const std::string_view shown = exchange.empty() ? std::string_view(".") : exchange;
  RecordToPublish& record = put(desk, change, desk.evidence.subject.domain, RecordType::Mx, std::string(shown));
  record.priority = preference;
  record.source = source_url(desk.provider, desk.site->mx_source());
  return record;
}

// The set of the site whole, and nothing beside it. Another provider's domain is left alone, and a set that no page
// gives is not recommended.
void publish_mx(const Desk& desk) {
  if (!said_any(desk.findings, kMxTroubles)) return;
  if (desk.site == nullptr) {
    desk.out.site_wanted = true;
    return;
  }
  if (desk.site->mx_source().empty()) return;
  const Exchanges& published = desk.views.exchanges;
  for (const SiteExchange wanted : desk.site->mx()) {
    const std::string& host = wanted.host();
    const bool there = std::any_of(published.list.begin(), published.list.end(),
                                   [&](const MailExchange& each) { return each.exchange == host; });
    if (!there) put_mx(desk, Change::Add, static_cast<std::uint16_t>(wanted.priority()), host);
  }
  for (const MailExchange& each : published.list) {
    if (!publishes_mx(*desk.site, each.exchange)) put_mx(desk, Change::Remove, each.preference, each.exchange);
  }
}

// ---------------------------------------------------------------- SPF

// What one merged record mends. Too many lookups, and mistakes in the records of others, are for a person to weigh.
constexpr std::string_view kSpfTroubles[] = {
    "spf.missing",  "spf.multiple-records", "spf.syntax",        "spf.include-the-following",
    "spf.mistyped", "spf.self-include",     "spf.other-region",  "spf.provider-absent",
    "spf.pass-all", "spf.include-missing",  "spf.other-product",
};

void publish_spf(const Desk& desk) {
  if (!said_any(desk.findings, kSpfTroubles)) return;
  if (told(desk.findings, "spf.syntax", "reason") == "too-many-terms")
    return;  // senders beyond the limit would be lost
  if (desk.site == nullptr) {
    desk.out.site_wanted = !said(desk.findings, "mx.foreign");
    return;
  }
  MergedPolicy merged = merged_policy(desk.evidence, *desk.site, desk.provider);
  if (merged.text.empty() || !merged.changes || merged.exceeds) return;
  const Change change = merged.current.empty() ? Change::Add : Change::Replace;
  RecordToPublish& record = put(desk, change, desk.evidence.subject.domain, RecordType::Txt, std::move(merged.text));
  record.current = std::move(merged.current);
  record.source = source_url(desk.provider, desk.site->spf_source());
}

// ---------------------------------------------------------------- DMARC

// The least that RFC 9989 section 4.7 takes: it asks receivers for nothing, and can be made stricter later.
constexpr std::string_view kOpenPolicy = "v=DMARC1; p=none";

// The person's own policy, where it only stands in the wrong place; "" where it could not be read there whole.
std::string_view stray_policy(const Desk& desk) {
  const std::string_view text = told(desk.findings, "dmarc.wrong-place", "record");
  const bool sound = text.size() < kMaxExcerptBytes && parse_dmarc(text).errors.empty();
  return sound ? text : std::string_view();
}

void publish_dmarc(const Desk& desk, bool authentication) {
  if (!authentication || !said(desk.findings, "dmarc.missing")) return;
  const std::string_view stray = stray_policy(desk);
  RecordToPublish& record = put(desk, Change::Add, "_dmarc." + desk.evidence.subject.domain, RecordType::Txt,
                                std::string(stray.empty() ? kOpenPolicy : stray));
  record.from = "checker";
  record.source = source_url(desk.provider, "I-AUTH");
  if (stray.empty()) return;
  const std::string_view place = told(desk.findings, "dmarc.wrong-place", "place");
  put(desk, Change::Remove, std::string(place), RecordType::Txt, std::string(stray)).from = "checker";
}

}  // namespace

std::string recommended_target(const Views& views) {
  const Site* site = views.site.chosen;
  if (site == nullptr || !site->login_target_documented()) return {};
  const std::string& target = site->login_target();
  return address_knowledge(views.evidence, target) == Knowledge::Absent ? std::string() : target;
}

Published records_to_publish(const Views& views, const std::vector<Finding>& findings, bool authentication) {
  Published out;
  const Desk desk{views, views.evidence, findings, views.provider, views.site.chosen, zone_of(views.evidence), out};
  publish_login(desk);
  publish_apex(desk);
  publish_mx(desk);
  publish_spf(desk);
  publish_dmarc(desk, authentication);
  return out;
}

}  // namespace alimail
