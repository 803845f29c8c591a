#include "outlook.h"

#include <algorithm>

#include "edition.h"

namespace alimail {
namespace {

constexpr std::int64_t kMaxNegativeTtl = 86400;  // RFC 2308 section 5: more than a day is not sensible; caches cut it

std::int64_t negative_ttl(const Answer& answer) {
  for (const ResourceRecord& record : answer.authority) {
    const auto* soa = std::get_if<StartOfAuthority>(&record.data);
    if (soa != nullptr) return std::min<std::int64_t>({record.ttl, soa->minimum, kMaxNegativeTtl});
  }
  return 0;
}

bool wrong_or_missing(RouteKind kind) {
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

HopState resolver_state(const Evidence& evidence) {
  if (evidence.answers.empty()) return HopState::Unasked;
  const bool any = std::any_of(evidence.answers.begin(), evidence.answers.end(), [](const Answer& answer) {
    return answer.outcome == Outcome::Records || answer.outcome == Outcome::Nodata ||
           answer.outcome == Outcome::Nxdomain || answer.outcome == Outcome::Servfail;
  });
  return any ? HopState::Good : HopState::Unknown;
}

struct RouteStates {
  HopState host = HopState::Unasked;
  HopState target = HopState::Unasked;
};

RouteStates route_states(RouteKind kind) {
  switch (kind) {
    case RouteKind::NoHost:
    case RouteKind::Pending: return {HopState::Unasked, HopState::Unasked};
    case RouteKind::Unknown: return {HopState::Unknown, HopState::Unasked};
    case RouteKind::DomainAbsent:
    case RouteKind::Missing:
    case RouteKind::Loop: return {HopState::Bad, HopState::Unasked};
    case RouteKind::Alibaba: return {HopState::Good, HopState::Good};
    case RouteKind::GuideTarget:
    case RouteKind::Elsewhere: return {HopState::Good, HopState::Unknown};
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Dangling: return {HopState::Good, HopState::Bad};
    case RouteKind::AddressRecord: return {HopState::Good, HopState::Unasked};
  }
  return {};
}

HopState mail_state(const Evidence& evidence, const LoginRoute& route) {
  const std::string own = "https://" + route.host + "/";
  HopState state = HopState::Unasked;
  for (const ProbeResult& probe : evidence.probes) {
    if (probe.url == own) state = probe.outcome == ProbeOutcome::Reached ? HopState::Good : HopState::Unknown;
  }
  return state;
}

}  // namespace

std::string recommended_target(const Evidence& evidence, const Provider& provider) {
  const Family* family = edition_of(evidence, provider).chosen;
  if (family == nullptr || !flag(*family, "login_target_documented")) return {};
  const std::string& target = text_or_empty(*family, "login_target");
  return address_knowledge(evidence, target) == Knowledge::Absent ? std::string() : target;
}

std::vector<RecordToPublish> records_to_publish(const Evidence& evidence, const LoginRoute& route,
                                                const Provider& provider) {
  const std::string target = recommended_target(evidence, provider);
  if (target.empty() || !evidence.login_in_question || !wrong_or_missing(route.kind)) return {};
  const Family* family = family_of_login_target(provider, target);
  RecordToPublish record;
  record.change = route.target.empty() ? Change::Add : Change::Replace;
  record.host = route.host;
  record.zone = evidence.subject.domain;
  record.value = target;
  if (!route.target.empty()) record.current = {route.target};
  record.source = source_url(provider, text_or_empty(*family, "login_target_source"));
  return {std::move(record)};
}

std::optional<Wait> wait_for_login(const Evidence& evidence, const std::vector<Finding>& findings) {
  const auto disagreement = std::find_if(findings.begin(), findings.end(),
                                         [](const Finding& finding) { return finding.key == "resolvers.disagree"; });
  if (disagreement == findings.end()) return std::nullopt;
  std::int64_t until = 0;
  for (const Answer& answer : evidence.answers) {
    const bool absent = answer.outcome == Outcome::Nodata || answer.outcome == Outcome::Nxdomain;
    if (!absent || answer.question.name != evidence.subject.login_host || answer.at == 0) continue;
    if (answer.question.type == RecordType::Aaaa) continue;  // its absence is ordinary
    if (const std::int64_t ttl = negative_ttl(answer); ttl > 0) until = std::max(until, answer.at + ttl);
  }
  if (until == 0) return std::nullopt;
  return Wait{until, {&*disagreement}, {}};
}

std::vector<Hop> path_of(const Evidence& evidence, const LoginRoute& route) {
  if (route.kind == RouteKind::NoHost) return {};
  const RouteStates states = route_states(route.kind);
  const HopState resolver = resolver_state(evidence);
  std::vector<Hop> path = {
      {"browser", "", HopState::Good}, {"resolver", "", resolver}, {"login-host", route.host, states.host}};
  if (!route.target.empty()) path.push_back({"target", route.target, states.target});
  path.push_back({"alibaba-mail", "", mail_state(evidence, route)});
  return path;
}

}  // namespace alimail
