// Decides from one HTTP reply of a resolver what became of the query, and nothing more. Every kind of failure has its
// own outcome.
//
// Rule: a failure never becomes an absence (Nodata, Nxdomain). An absence is believed only if a whole message answers
// our question, does not contradict itself and does not say that it was filtered.
#pragma once

#include <array>
#include <string_view>

#include "model/case.h"

namespace alimail {

// All values of Answer::detail except "".
inline constexpr std::array<std::string_view, 24> kAnswerDetails{
    // Unreadable
    "no-reply",  // no failure, no status and no body
    "html",      // a web page: a captive portal or a block page
    // Malformed: found before any DNS data is read
    "empty", "too-long", "short-header", "short-record", "rdata-length", "short-name", "label-type", "name-length",
    "name-loop", "too-deep", "not-json", "not-an-answer", "question", "record",
    // Malformed: a DNS message that does not answer our query
    "not-a-response",  // QR is clear, or another opcode
    "other-question",  // it answers another question, or does not repeat the question
    "stray-records",   // it holds records of the asked type that no chain of CNAMEs leads to
    "contradiction",   // NXDOMAIN beside records of the asked type
    "chain-loop",      // the CNAMEs form a loop
    "chain-too-long",  // more than kMaxAliases CNAMEs
    "referral",        // it names other servers instead (RFC 2308 section 2.2)
    // Blocked; also with Records if a filter may have made them
    "filtered",  // EDE 4, 15, 16 or 17 (RFC 8914)
};

// Reads wire format or JSON, depending on the content type, or on the first byte if the type does not say.
//
// The outcomes, in the order in which they are decided:
// * A failure reported by the page is kept, regardless of what else the case contains.
// * HttpError: a status outside 2xx. The body of such a reply is never DNS data (RFC 8484 section 4.2.1). Status 0
//   means that the case does not say; it is accepted if there is a body.
// * Unreadable, Malformed: see the details above. A wire reply must repeat our question, in any letter case; only a
//   reply with an error rcode may omit it. A JSON reply may omit the question, but must not repeat another one.
// * Servfail, Refused, OtherRcode: with `rcode`. Of the records, only the CNAMEs from the question name are kept.
// * Truncated: TC is set, or there are more records than are kept. This also applies if there are records, because the
//   set may be incomplete (RFC 2181 section 9).
// * Blocked: an absence that the resolver itself attributes to its policy.
// * Records, Nodata, Nxdomain: `records` then has the CNAMEs that lead from the question name, and the records of the
//   asked type at any name of that chain, in the order of the message. Other records of the answer section are dropped.
//   Nodata and Nxdomain describe the end of the chain: if `records` has CNAMEs, the question name itself exists.
Answer decode_answer(const RawAnswer& raw);

}  // namespace alimail
