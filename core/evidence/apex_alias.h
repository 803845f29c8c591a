// Where the mail domain itself leads, if it is an alias. RFC 1034 section 3.6.2: no other record is allowed beside a CNAME.
#pragma once

#include <string>

#include "evidence/evidence.h"

namespace alimail {

// The first target, as the answers to CNAME, MX, TXT or SOA of the domain show it; the domain where it leads to itself; ""
// where no answer shows an alias.
std::string apex_alias(const Evidence& evidence);

}  // namespace alimail
