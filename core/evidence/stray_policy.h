// DMARC records in the wrong place: at the domain itself, or at the doubled name that results if a control panel
// appends the domain to the typed name.
#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace alimail {

struct StrayPolicy {
  std::string place;
  std::string text;  // the whole text
};

// _dmarc.<domain>.<domain>, or "" if that is too long for a name.
std::string doubled_policy_name(const std::string& domain);

// At most one for each place; the domain comes first.
std::vector<StrayPolicy> stray_policies(const Evidence& evidence);

}  // namespace alimail
