// The JSON dialects of DNS over HTTPS (Google, Cloudflare, AliDNS, DNSPod, 360, AdGuard, NextDNS ...), read tolerantly.
//
// There is no standard for it (RFC 8427 is another format) and the resolvers differ: a final dot or none, TXT quoted or
// not, Question as object or array, Answer absent or null, numbers as text. One of the two files that know nlohmann.
#pragma once

#include <string_view>

#include "model.h"
#include "result.h"

namespace alimail {

// Errors: "not-json", "not-an-answer" (no Status), "record" (a record that cannot be read), "too-deep".
Result<Message> decode_doh_json(std::string_view text);

}  // namespace alimail
