// What the person replied, as findings: to questions ("reply.<question>-<option>"), and after trying a fix
// ("fix.worked", "fix.not-yet", "fix.does-not-apply" with the problem and the cause).
//
// Law: a reply to a question counts as given; where none was given, a finding that answers the question already makes
// one (`answered_by` in shared.json), and says that it is from the person's words. A fix is a reply named
// "fix.<problem>.<cause>"; it is no question and does not count as one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "judge/bench.h"
#include "model/case.h"
#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

// `option`: of the question's options. Args: question, value.
Finding reply_finding(std::string_view question, std::string_view option);

// Of all replies, and of the questions that `seen` answers. The reply to a question for a number is the band into which
// it falls (args: question, value as it was given, option); what is no number is "unknown".
std::vector<Finding> findings_of_replies(const std::vector<Reply>& replies, const std::vector<Finding>& seen,
                                         const Problems& problems);

// Those that answer a question of ours.
std::size_t count_answered(const std::vector<Reply>& replies);

// By the person, or by what they wrote.
bool is_answered(std::string_view question, const std::vector<Finding>& findings);

// The index of what was said of the fix of this cause, kNowhere where nothing was.
Index fix_of(std::string_view problem, std::string_view cause, const Bench& bench);
Tried tried_of(const Finding& fix);

}  // namespace alimail
