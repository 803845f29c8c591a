// The names of record types.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// The first function returns "CNAME", or "TYPE65280" (RFC 3597 section 5) for a type without a name. The second
// reverses it and returns 0 for any other text.
String type_name(RecordType type);
RecordType type_from_name(std::string_view name);

}  // namespace alimail
