// The way from the browser to Alibaba Mail as a list of stations for the drawing. The hop where it breaks is marked.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "evidence/login_route.h"
#include "model/report.h"

namespace alimail {

// The maximum number of aliases drawn between the login host and the target. A longer chain shows these and the last
// one.
inline constexpr std::size_t kMaxAliasHops = 6;

// Empty if there is no login host. Each link of a CNAME chain before the target is a hop of its own. The target is the
// provider's host if the chain reaches it, or else the last name seen. A loop has no target; its bad hop is the alias
// that leads back.
Vector<Hop> path_of(const Evidence& evidence, const LoginRoute& route);

}  // namespace alimail
