// The one question that splits the causes still open, or none.
//
// Law: a question is worth asking only if its answers would lead to different states; which one splits best is tried
// out, not written down.
#pragma once

#include <optional>
#include <vector>

#include "judge.h"
#include "model.h"
#include "problems/problem.h"

namespace alimail {

inline constexpr std::size_t kMaxQuestions = 5;  // in one run; more is an interrogation

// `problem` is the best one. Nothing is asked before the lookups are complete: the evidence may answer it.
std::optional<FollowUp> next_question(const Problem& problem, const Bench& bench, const Problems& problems,
                                      const std::vector<Reply>& replies);

// A question that does not part causes, but without whose answer something cannot be done; nothing once it is answered.
std::optional<FollowUp> question_by_id(std::string_view id, const Problems& problems,
                                       const std::vector<Reply>& replies);

// A reply as a finding: "reply.<question>-<value>".
Finding reply_finding(const Reply& reply);

}  // namespace alimail
