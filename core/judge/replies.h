// The person's replies as findings: to questions ("reply.<question>-<option>"), and after trying a fix ("fix.worked",
// "fix.not-yet", "fix.does-not-apply" with the problem and the cause).
//
// Rule: a reply to a question counts as given. If there is no reply, a finding that already answers the question gives
// one (`answered_by` in shared.json) and says that it comes from the person's words. A fix is a reply named
// "fix.<problem>.<cause>"; it is not a question and does not count as one.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "judge/bench.h"
#include "model/case.h"
#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

// `option` is one of the question's options. Args: question, value.
Finding reply_finding(std::string_view question, std::string_view option);

// The findings of all replies, and of the questions that `seen` answers. For a question that wants a number, the option
// is the band of the number (args: question, value as given, option). A value that is not a number is "unknown".
Vector<Finding> findings_of_replies(const Vector<Reply>& replies, const Vector<Finding>& seen,
                                    const Problems& problems);

// The number of replies that answer a question of ours.
std::size_t count_answered(const Vector<Reply>& replies);

// True if the person answered the question, or if the complaint does.
bool is_answered(std::string_view question, const Vector<Finding>& findings);

// The index of the finding about the fix of this cause, or kNowhere if there is none.
Index fix_of(std::string_view problem, std::string_view cause, const Bench& bench);
Tried tried_of(const Finding& fix);

}  // namespace alimail
