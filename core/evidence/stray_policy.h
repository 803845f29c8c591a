// DMARC records that were published in the wrong place: at the domain itself, or at the doubled name that a panel makes which
// adds the domain to what is typed.
#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace alimail {

struct StrayPolicy {
  std::string place;
  std::string text;  // whole
};

// _dmarc.<domain>.<domain>; "" where that is too long to be a name.
std::string doubled_policy_name(const std::string& domain);

// At most one of each place, the domain first.
std::vector<StrayPolicy> stray_policies(const Evidence& evidence);

}  // namespace alimail
