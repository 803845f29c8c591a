// Extended DNS errors (RFC 8914) in JSON dialects that have no field for them and write them as text.
#pragma once

#include <optional>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// Reads Cloudflare's Comment: "EDE(9): DNSKEY Missing no SEP matching ...". Returns nothing for any other comment.
std::optional<ExtendedError> read_comment_error(std::string_view comment);

// Reads an OPT record in text form (NextDNS' Additional): lines "; EDE: 9 (DNSKEY Missing): (no SEP matching ...)".
Vector<ExtendedError> read_opt_text_errors(std::string_view text);

}  // namespace alimail
