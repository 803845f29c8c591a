// The way from the browser to Alibaba Mail, station by station, for the drawing: where it breaks, the hop is marked.
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "evidence/login_route.h"
#include "model/report.h"

namespace alimail {

// Aliases that are drawn between the login host and the target; of a longer chain these, and then the last.
inline constexpr std::size_t kMaxAliasHops = 6;

// Empty where there is no login host. Of a chain of CNAMEs the links before the target are hops of their own; the
// target is the provider's host where the chain gets there, else the last name that was seen. A loop has no target:
// the alias that leads back is the bad one.
std::vector<Hop> path_of(const Evidence& evidence, const LoginRoute& route);

}  // namespace alimail
