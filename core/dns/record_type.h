// The names of record types.
#pragma once

#include <string>
#include <string_view>

#include "model/dns.h"

namespace alimail {

// "CNAME", or "TYPE65280" (RFC 3597 section 5) where there is no name; and the way back, 0 where it is neither.
std::string type_name(RecordType type);
RecordType type_from_name(std::string_view name);

}  // namespace alimail
