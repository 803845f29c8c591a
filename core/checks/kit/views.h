// What follows from the evidence, worked out once a turn for all checks and for the advice.
//
// Law: views share what they are made of. The site is derived from the exchanges and the login route beside it, so no two
// readers can see different ones.
#pragma once

#include "evidence/evidence.h"
#include "evidence/exchanges.h"
#include "evidence/login_route.h"
#include "evidence/site.h"
#include "provider/provider.h"
#include "sender_policy/tree.h"

namespace alimail {

// Valid as long as the evidence and the provider are.
struct Views {
  const Evidence& evidence;
  const Provider& provider;
  Exchanges exchanges;
  LoginRoute login;
  SiteInUse site;
  PolicyWalk policy;  // of the subject's domain
};

Views views_of(const Evidence& evidence, const Provider& provider);

}  // namespace alimail
