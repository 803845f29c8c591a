// Reads the JSON dialects of DNS over HTTPS (Google, Cloudflare, AliDNS, DNSPod, 360, AdGuard, NextDNS ...) tolerantly.
//
// No standard covers them (RFC 8427 is another format), and the resolvers differ: final dot or none, TXT quoted or not,
// Question as object or array, Answer absent or null, numbers as text.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxJsonBytes = 1U << 20U;  // the largest DNS message is 64 KiB
inline constexpr std::size_t kMaxJsonDepth = 16;         // an answer needs three

// Message::questions is empty if the dialect does not repeat the question. Unreadable TTLs become 0. Records of classes
// other than IN are dropped, and kMaxRecords applies as for a wire message. One unreadable record in the answer section
// makes the whole answer unusable, because dropping it would look like an absence; in other sections it is dropped.
// Errors: "too-long", "too-deep", "not-json", "not-an-answer" (not an object, or no Status), "question" and "record"
// (unreadable).
Result<Message> decode_doh_json(std::string_view text);

}  // namespace alimail
