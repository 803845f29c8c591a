// The JSON dialects of DNS over HTTPS (Google, Cloudflare, AliDNS, DNSPod, 360, AdGuard, NextDNS ...), read tolerantly.
//
// There is no standard for it (RFC 8427 is another format) and the resolvers differ: a final dot or none, TXT quoted or
// not, Question as object or array, Answer absent or null, numbers as text.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxJsonBytes = 1U << 20U;  // the largest DNS message is 64 KiB
inline constexpr std::size_t kMaxJsonDepth = 16;         // an answer needs three

// Message::questions is empty where the dialect does not echo it, TTLs are 0 where they cannot be read, records of
// other classes than IN are left out, and kMaxRecords holds as for a wire message. One record of the answer section
// that cannot be read spoils the whole answer, for leaving it out would look like an absence; elsewhere it is left out.
// Errors: "too-long", "too-deep", "not-json", "not-an-answer" (no object, or no Status), "question" and "record" (one
// that cannot be read).
Result<Message> decode_doh_json(std::string_view text);

}  // namespace alimail
