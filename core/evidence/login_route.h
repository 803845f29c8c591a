// The way from the login host to Alibaba Mail, as far as DNS shows it: one value that the checks, the drawing and the
// records to publish share, so that they cannot contradict each other.
#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "provider/provider.h"

namespace alimail {

enum class RouteKind {
  NoHost,   // no subject that has a login host
  Pending,  // not asked yet
  Unknown,
  DomainAbsent,  // the whole domain does not exist: nothing about the login host follows
  Missing,
  Alibaba,
  AlibabaUnresolvable,  // points to Alibaba Mail, and that name has no address
  GuideTarget,
  GuideTargetUnresolvable,
  Elsewhere,
  Dangling,  // points to a name that has no address
  Loop,
  AddressRecord,
};

struct LoginRoute {
  RouteKind kind = RouteKind::NoHost;
  std::string host;
  std::string target;                       // the name that the CNAME leads to, for the kinds that have one
  const Site* site = nullptr;               // of the target
  const OtherProvider* provider = nullptr;  // for Elsewhere: whose the target is, where that is known
  std::size_t links = 0;                    // of the CNAME chain, up to the provider's host
  std::vector<std::string> addresses;
  std::vector<std::string> failing;  // for Unknown: "resolver outcome"
};

LoginRoute login_route(const Evidence& evidence, const Provider& provider);

// Whether a name has an IPv4 address now: Unasked, Unknown, Absent or Present.
Knowledge address_knowledge(const Evidence& evidence, std::string_view name);

}  // namespace alimail
