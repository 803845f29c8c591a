// The CNAME at the mail domain itself, if there is one. RFC 1034 section 3.6.2: a CNAME excludes all other records.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "evidence/evidence.h"

namespace alimail {

// The first target, as seen in the answers to CNAME, MX, TXT or SOA of the domain. Returns the domain itself if the
// CNAME points to itself, and "" if no answer shows a CNAME.
String apex_alias(const Evidence& evidence);

// True if such a CNAME keeps the domain's own records of this type from being seen: it is there, and no answer has a
// record of the type at the domain itself. Some DNS hosts keep both, and answer with the record or with the CNAME.
// `alias` is what apex_alias() gave.
bool is_hidden_by_alias(const Evidence& evidence, std::string_view alias, RecordType type);

}  // namespace alimail
