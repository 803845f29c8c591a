// DMARC records in the wrong place: at the domain itself, or at the doubled name that results if a control panel
// appends the domain to the typed name.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"

namespace alimail {

struct StrayPolicy {
  String place;
  String text;  // the whole text
};

// _dmarc.<domain>.<domain>, or "" if that is too long for a name.
String doubled_policy_name(const String& domain);

// At most one for each place; the domain comes first.
Vector<StrayPolicy> stray_policies(const Evidence& evidence);

}  // namespace alimail
