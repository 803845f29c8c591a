// One HTTP reply of a resolver, judged only as far as: what became of this query? Every way to fail has its own
// outcome.
//
// Law: nothing here may turn a failure into an absence (Nodata, Nxdomain). An absence is only believed of a whole
// message that answers our question and neither contradicts itself nor says that it was filtered.
#pragma once

#include <array>
#include <string_view>

#include "model/case.h"

namespace alimail {

// CNAME records followed from the question name, as resolvers commonly bound it.
inline constexpr std::size_t kMaxChain = 16;

// Everything that Answer::detail may say, besides "".
inline constexpr std::array<std::string_view, 24> kAnswerDetails{
    // Unreadable
    "no-reply",  // neither a failure nor a status nor a body
    "html",      // a web page: a captive portal, a block page
    // Malformed: before any DNS is read
    "empty", "too-long", "short-header", "short-record", "rdata-length", "short-name", "label-type", "name-length",
    "name-loop", "too-deep", "not-json", "not-an-answer", "question", "record",
    // Malformed: a DNS message, but no answer to our query
    "not-a-response",  // QR is clear, or another opcode
    "other-question",  // it answers another question, or does not say which
    "stray-records",   // it holds records of the asked type that no chain of CNAMEs leads to
    "contradiction",   // NXDOMAIN beside records of the asked type
    "chain-loop",      // the CNAMEs lead in a circle
    "chain-too-long",  // more than kMaxChain of them
    "referral",        // it names other servers instead (RFC 2308 section 2.2)
    // Blocked, and beside Records that a filter may have made
    "filtered",  // EDE 4, 15, 16 or 17 (RFC 8914)
};

// Reads wire or JSON by content type, and by the first byte where the type does not say.
//
// The outcomes, in the order in which they are decided:
// - a failure of the page keeps its name, whatever else the case holds;
// - HttpError: a status outside 2xx; the body of such a reply is never DNS (RFC 8484 section 4.2.1). Status 0, "the
//   case does not say", passes if there is a body;
// - Unreadable, Malformed: see the details above. A wire reply has to repeat our question, in either case of letters;
//   only an error rcode may come without any. A JSON reply has to where it repeats one;
// - Servfail, Refused, OtherRcode, with `rcode`, and of the records only the CNAMEs from the question name;
// - Truncated: TC, or more records than are kept. Also where records are there, since the set may lack some of its
//   members (RFC 2181 section 9);
// - Blocked: an absence that the resolver itself says is made by policy;
// - Records, Nodata, Nxdomain. `records` then holds the CNAMEs that lead from the question name, and the records of the
//   asked type at any name of that chain, in the order of the message; what else lay in the answer section is dropped.
//   Nodata and Nxdomain speak of the end of the chain: with CNAMEs in `records`, the question name itself does exist.
Answer decode_answer(const RawAnswer& raw);

}  // namespace alimail
