// The route from the login host to Alibaba Mail, as far as DNS shows it. The checks, the drawing and the records to
// publish share this value and therefore cannot contradict each other.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "evidence/existence.h"
#include "evidence/lookup.h"
#include "provider/provider.h"

namespace alimail {

enum class RouteKind {
  NoHost,   // the subject has no login host
  Pending,  // not asked yet
  Unknown,
  DomainAbsent,  // the whole domain does not exist, so nothing is known about the login host
  Missing,
  Alibaba,
  AlibabaUnresolvable,  // points to Alibaba Mail, but that name has no address
  GuideTarget,
  GuideTargetUnresolvable,
  Elsewhere,
  Dangling,  // points to a name that has no address
  Loop,
  AddressRecord,
};

struct LoginRoute {
  RouteKind kind = RouteKind::NoHost;
  String host;
  String target;                            // the target of the CNAME, for the kinds that have one
  const Site* site = nullptr;               // the site of the target
  const OtherProvider* provider = nullptr;  // for Elsewhere: the owner of the target, if known
  std::size_t links = 0;                    // length of the CNAME chain up to the provider's host
  Knowledge address = Knowledge::Unasked;   // of the host or the end of its chain
  Vector<String> addresses;
  Vector<String> unroutable;   // those among the addresses that no host on the Internet has
  Vector<Unanswered> failing;  // for Unknown
};

// `domain` must come from the same evidence.
LoginRoute login_route(const Evidence& evidence, const Provider& provider, const Existence& domain);

// Whether a name has an IPv4 address: Unasked, Unknown, Absent or Present.
Knowledge address_knowledge(const Evidence& evidence, std::string_view name);

}  // namespace alimail
