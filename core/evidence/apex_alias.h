// The CNAME at the mail domain itself, if there is one. RFC 1034 section 3.6.2: a CNAME excludes all other records.
#pragma once

#include <string>

#include "evidence/evidence.h"

namespace alimail {

// The first target, as seen in the answers to CNAME, MX, TXT or SOA of the domain. Returns the domain itself if the
// CNAME points to itself, and "" if no answer shows a CNAME.
std::string apex_alias(const Evidence& evidence);

}  // namespace alimail
