// Values derived from the evidence once per turn, for all checks and the advice.
//
// Rule: the views are consistent with each other. The site is derived from the exchanges and the login route next to
// it, so no two readers see different ones.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "evidence/exchanges.h"
#include "evidence/existence.h"
#include "evidence/login_route.h"
#include "evidence/site.h"
#include "provider/provider.h"
#include "sender_policy/flatten.h"
#include "sender_policy/merge.h"
#include "sender_policy/tree.h"

namespace alimail {

// Valid as long as the evidence and the provider.
struct Views {
  const Evidence& evidence;
  const Provider& provider;
  Existence domain;
  String apex_alias;  // the CNAME at the domain itself, or ""
  Exchanges exchanges;
  LoginRoute login;
  SiteInUse site;
  PolicyWalk policy;    // for the subject's domain
  MergedPolicy merged;  // for the chosen site; empty if none is chosen
  FlatPolicy flat;      // of the merged record, or of the domain's own one if no site is chosen
};

Views views_of(const Evidence& evidence, const Provider& provider);

}  // namespace alimail
