#include "advice/path.h"

#include <algorithm>

#include "evidence/answers.h"

namespace alimail {
namespace {

HopState resolver_state(const Evidence& evidence) {
  if (evidence.answers.empty()) return HopState::Unasked;
  const bool any = std::any_of(evidence.answers.begin(), evidence.answers.end(), [](const Answer& answer) {
    return is_conclusive(answer.outcome) || answer.outcome == Outcome::Servfail;
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
    case RouteKind::Missing: return {HopState::Bad, HopState::Unasked};
    case RouteKind::Alibaba: return {HopState::Good, HopState::Good};
    case RouteKind::GuideTarget:
    case RouteKind::Elsewhere: return {HopState::Good, HopState::Unknown};
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Loop:
    case RouteKind::Dangling: return {HopState::Good, HopState::Bad};
    case RouteKind::AddressRecord: return {HopState::Good, HopState::Unasked};
  }
  return {};
}

HopState mail_state(const Evidence& evidence, const LoginRoute& route) {
  const String own = "https://" + route.host + "/";
  HopState state = HopState::Unasked;
  for (const ProbeResult& probe : evidence.probes) {
    if (probe.url == own) state = probe.outcome == ProbeOutcome::Reached ? HopState::Good : HopState::Unknown;
  }
  return state;
}

// The longest chain through the target of the route, because one resolver may show more of it than another. Links after
// a host of the provider do not count, because they are the provider's own.
Vector<String> links_of(const Evidence& evidence, const LoginRoute& route) {
  Vector<String> best;
  for (const RecordType type : {RecordType::Cname, RecordType::A, RecordType::Aaaa}) {
    const Lookup lookup = look_up(evidence, route.host, type);
    for (const RecordSet& set : differing(lookup)) {
      Vector<String> links = alias_chain(set.records, route.host).targets;
      const auto target = std::find(links.begin(), links.end(), route.target);
      if (target == links.end()) continue;
      const bool provider = route.site != nullptr || route.kind == RouteKind::GuideTarget ||
                            route.kind == RouteKind::GuideTargetUnresolvable;
      if (provider) links.erase(target + 1, links.end());
      if (links.size() > best.size()) best = std::move(links);
    }
  }
  return best;
}

void add_links(Vector<Hop>& path, Vector<String> links, const LoginRoute& route, HopState end) {
  const bool loops = route.kind == RouteKind::Loop;
  if (links.empty() && loops) path.back().state = HopState::Bad;  // the host is a CNAME to itself
  if (links.empty() && !route.target.empty()) links = {route.target};
  if (links.empty()) return;
  String last = std::move(links.back());
  links.pop_back();
  Vector<String> shown;
  for (String& link : links) {
    if (shown.size() == kMaxAliasHops && &link != &links.back()) continue;
    shown.push_back(std::move(link));
  }
  for (String& link : shown) path.push_back({"alias", std::move(link), HopState::Good});
  path.push_back({loops ? "alias" : "target", std::move(last), end});
}

}  // namespace

Vector<Hop> path_of(const Evidence& evidence, const LoginRoute& route) {
  if (route.kind == RouteKind::NoHost) return {};
  RouteStates states = route_states(route.kind);
  if (!route.unroutable.empty()) (route.target.empty() ? states.host : states.target) = HopState::Bad;
  Vector<Hop> path = {{"browser", "", HopState::Good},
                      {"resolver", "", resolver_state(evidence)},
                      {"login-host", route.host, states.host}};
  add_links(path, links_of(evidence, route), route, states.target);
  path.push_back({"alibaba-mail", "", mail_state(evidence, route)});
  return path;
}

}  // namespace alimail
