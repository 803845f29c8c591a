// Extended DNS errors (RFC 8914) where a JSON dialect has no field for them and puts them into text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/dns.h"

namespace alimail {

// Cloudflare's Comment: "EDE(9): DNSKEY Missing no SEP matching ...". Nothing for any other comment.
std::optional<ExtendedError> read_comment_error(std::string_view comment);

// The OPT record as text, NextDNS' Additional: lines "; EDE: 9 (DNSKEY Missing): (no SEP matching ...)".
std::vector<ExtendedError> read_opt_text_errors(std::string_view text);

}  // namespace alimail
