// What the resolvers say about one name and type, side by side: the table of the report, and what the checks of
// agreement and the wait read. RFC 2181 section 5, RFC 2308 section 5.
//
// Law: compares whole sets of values, never their order or spelling (dns/ has made that one). Addresses differ by place
// for good reasons, so all resolvers that have any stand together, with all of their addresses; where an alias leads
// elsewhere, the CNAME of the same name shows it. An answer that a filter made is a failure here: outcome "blocked". A
// failure is a group of its own outcome and never "nothing there".
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "model/ask.h"
#include "model/report.h"

namespace alimail {

// Resolvers that are set side by side; a page asks a handful, and the ledger holds the answers of all.
inline constexpr std::size_t kMaxCompared = 32;

// Of a resolver that answered more than once, the last answer counts; answers without validation are left out. Groups:
// records first, then absences, then failures; of each, most holders first. Empty groups where nobody was asked.
Comparison compare_answers(const Evidence& evidence, const Question& question);

// The same for a question about mail. Of the TXT records of the domain itself only the SPF record counts: what else
// stands there (a proof for a search engine, say) may change at any time and has nothing to do with mail.
Comparison compare_mail_answers(const Evidence& evidence, const Question& question);

// Of every question that goes to every resolver and has been answered, in the order of asking; with what was pasted of
// this machine's resolver beside those that it agrees with, or else behind all others.
std::vector<Comparison> compare_all(const Evidence& evidence, const std::vector<Query>& queries);

// The questions about mail that go to every resolver: MX, SPF, the DKIM key at the default selector, DMARC.
std::vector<Question> mail_questions(const std::string& domain);

// Whether the group says that there is such a record, or none: everything else is not known.
bool is_said(const AnswerGroup& group);

// Two resolvers at least say different things. NODATA and NXDOMAIN are the same here: no such record.
bool is_disagreement(const Comparison& comparison);

}  // namespace alimail
