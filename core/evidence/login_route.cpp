#include "evidence/login_route.h"

#include <algorithm>
#include <initializer_list>

#include "base/order.h"
#include "dns/address_text.h"
#include "model/keys.h"

namespace alimail {
namespace {

struct Found {
  AliasChain chain;
  String target;
  const Site* site = nullptr;
  bool guide = false;
};

Found classify(std::span<const ResourceRecord> records, const String& host, const Provider& provider) {
  Found found{alias_chain(records, host), {}, nullptr, false};
  for (const String& target : found.chain.targets) {
    const Site* site = site_of_login_target(provider, target);
    if (site != nullptr || target == guide_login_target(provider)) {
      found.target = target;
      found.site = site;
      found.guide = site == nullptr;
      return found;
    }
  }
  if (!found.chain.targets.empty()) found.target = found.chain.targets.front();
  return found;
}

// How much a set of records counts. A route to Alibaba Mail counts most, because it shows that the right record is
// published somewhere. A loop counts more than an alias whose first link is all that was seen.
int weight(const Found& found) {
  if (found.site != nullptr) return 4;
  if (found.guide) return 3;
  if (found.chain.loops) return 2;
  return found.target.empty() ? 0 : 1;
}

Found best_of(const Vector<const Lookup*>& lookups, const String& host, const Provider& provider) {
  Found best;
  for (const Lookup* lookup : lookups) {
    for (const RecordSet& set : differing(*lookup)) {
      Found found = classify(set.records, host, provider);
      if (weight(found) > weight(best)) best = std::move(found);
    }
  }
  return best;
}

// Links after a host of the provider do not count, because they are the provider's own.
std::size_t links_to(const Found& found) {
  const Vector<String>& targets = found.chain.targets;
  if (found.site == nullptr && !found.guide) return targets.size();
  return static_cast<std::size_t>(std::find(targets.begin(), targets.end(), found.target) - targets.begin()) + 1;
}

const OtherProvider* provider_among(const Vector<String>& targets, const Provider& provider) {
  for (const String& target : targets) {
    if (const OtherProvider* found = provider_of_host(provider, target); found != nullptr) return found;
  }
  return nullptr;
}

RouteKind alias_kind(const Found& found, Knowledge address) {
  const bool unresolvable = address == Knowledge::Absent;
  const bool known = found.site != nullptr || found.guide;
  // Alibaba Mail may be at the end of a chain that was not followed to its end, by us or by a resolver that gave up.
  if (!known && (found.chain.cut || address == Knowledge::Unknown)) return RouteKind::Unknown;
  if (found.site != nullptr) return unresolvable ? RouteKind::AlibabaUnresolvable : RouteKind::Alibaba;
  if (found.guide) return unresolvable ? RouteKind::GuideTargetUnresolvable : RouteKind::GuideTarget;
  return unresolvable ? RouteKind::Dangling : RouteKind::Elsewhere;
}

Vector<String> addresses_of(const Lookup& a, const Lookup& aaaa) {
  Vector<String> addresses;
  for (const RecordSet& set : differing(a)) append(addresses, values_of(set.records, RecordType::A));
  for (const RecordSet& set : differing(aaaa)) append(addresses, values_of(set.records, RecordType::Aaaa));
  sort_once(addresses);
  return addresses;
}

// Ordered by resolver; each kind of failure is listed once.
Vector<Unanswered> failing_of(std::initializer_list<const Lookup*> lookups) {
  const auto before = [](const Unanswered& a, const Unanswered& b) {
    return a.resolver != b.resolver ? a.resolver < b.resolver : key_of(a.outcome) < key_of(b.outcome);
  };
  Vector<Unanswered> failing;
  for (const Lookup* lookup : lookups) {
    for (const Unanswered& each : lookup->failing) {
      const auto place = std::lower_bound(failing.begin(), failing.end(), each, before);
      if (place == failing.end() || *place != each) failing.insert(place, each);
    }
  }
  return failing;
}

// An NXDOMAIN applies to every type at the name (RFC 8020), so no AAAA answer is needed then.
Knowledge join(const Lookup& a, const Lookup& aaaa) {
  if (a.knowledge == Knowledge::Present || aaaa.knowledge == Knowledge::Present) return Knowledge::Present;
  if (a.knowledge == Knowledge::Absent && (!a.end_exists || aaaa.knowledge == Knowledge::Absent)) {
    return Knowledge::Absent;
  }
  if (a.knowledge == Knowledge::Unasked || aaaa.knowledge == Knowledge::Unasked) return Knowledge::Unasked;
  return Knowledge::Unknown;
}

RouteKind without_alias(Knowledge address, const Existence& domain) {
  switch (address) {
    case Knowledge::Unasked: return RouteKind::Pending;
    case Knowledge::Unknown: return RouteKind::Unknown;
    case Knowledge::Absent: return domain.absent() ? RouteKind::DomainAbsent : RouteKind::Missing;
    case Knowledge::Present: return RouteKind::AddressRecord;
  }
  return RouteKind::Unknown;
}

}  // namespace

LoginRoute login_route(const Evidence& evidence, const Provider& provider, const Existence& domain) {
  LoginRoute route;
  route.host = evidence.subject.login_host;
  if (evidence.subject.domain.empty() || route.host.empty()) return route;

  const Lookup cname = look_up(evidence, route.host, RecordType::Cname);
  const Lookup a = look_up(evidence, route.host, RecordType::A);
  const Lookup aaaa = look_up(evidence, route.host, RecordType::Aaaa);
  route.address = join(a, aaaa);
  const Found found = best_of({&cname, &a, &aaaa}, route.host, provider);

  route.target = found.target;
  route.site = found.site;
  route.links = links_to(found);
  route.addresses = addresses_of(a, aaaa);
  for (const String& each : route.addresses) {
    if (is_unroutable(each)) route.unroutable.push_back(each);
  }
  route.failing = failing_of({&cname, &a, &aaaa});
  if (found.chain.loops) {
    route.kind = RouteKind::Loop;
  } else if (!found.target.empty()) {
    route.kind = alias_kind(found, route.address);
    if (route.kind == RouteKind::Elsewhere) route.provider = provider_among(found.chain.targets, provider);
  } else {
    route.kind = without_alias(route.address, domain);
  }
  return route;
}

Knowledge address_knowledge(const Evidence& evidence, std::string_view name) {
  const Lookup a = look_up(evidence, name, RecordType::A);
  // Every login target of the provider has an IPv4 address if it works at all, so AAAA would only cost a query.
  return a.knowledge;
}

}  // namespace alimail
