// Compares what the resolvers say about one name and type. The table of the report, the checks of agreement and the
// wait use it. RFC 2181 section 5, RFC 2308 section 5.
//
// Rule: compares whole sets of values and ignores their order; dns/ has already normalized the spelling. Addresses may
// differ by location for good reasons, so all resolvers that have any form one group with all addresses. If a CNAME
// points elsewhere, the comparison of CNAME at the same name shows it. An answer made by a filter counts as a failure
// with the outcome "blocked". A failure is a group with its own outcome and never an absence.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/ask.h"
#include "model/report.h"

namespace alimail {

// The maximum number of resolvers compared. A page asks a few; the ledger has the answers of all.
inline constexpr std::size_t kMaxCompared = 32;

// If a resolver answered more than once, its last answer counts. Answers without validation are ignored. The groups are
// ordered: records, absences, failures; within each kind, groups with the most resolvers first. There are no groups if
// no resolver was asked.
Comparison compare_answers(const Evidence& evidence, const Question& question);

// The same for a question about mail. Of the TXT records at the domain itself, only the SPF record counts. The others
// (a verification for a search engine, for example) may change at any time and do not affect mail.
Comparison compare_mail_answers(const Evidence& evidence, const Question& question);

// Compares every question that goes to all resolvers and has been answered, in the order of asking. Pasted output of
// this machine's resolver joins the group that it agrees with, or comes after all other groups.
Vector<Comparison> compare_all(const Evidence& evidence, const Vector<Query>& queries);

// The mail questions that go to all resolvers: MX, SPF, the DKIM key at the default selector, DMARC.
Vector<Question> mail_questions(const String& domain);

// True if the group has records or an absence. Everything else is unknown.
bool is_said(const AnswerGroup& group);

// True if at least two resolvers say different things. NODATA and NXDOMAIN count as equal: no such record.
bool is_disagreement(const Comparison& comparison);

}  // namespace alimail
