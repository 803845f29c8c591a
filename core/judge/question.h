// The one question that splits the causes still open, or none.
//
// Law: a question is worth asking only if its answers would lead to different verdicts: other states, or another action
// or other steps for the one who asks. Which one splits best is tried out, not written down.
#pragma once

#include <optional>
#include <vector>

#include "judge/judge.h"
#include "model/turn.h"
#include "problems/problem.h"

namespace alimail {

inline constexpr std::size_t kMaxQuestions = 5;  // in one run; more is an interrogation

// Nothing is asked before the lookups are complete: the evidence may answer it. What is answered is known from the
// findings of the bench; `replies` only count. Every answer is supposed on the bench, which is as before afterwards.
std::optional<FollowUp> next_question(const Problem& problem, Bench& bench, const std::vector<Reply>& replies);

// A question that does not part causes, but without whose answer something cannot be done; nothing once it is answered.
std::optional<FollowUp> question_by_id(std::string_view id, const Bench& bench, const std::vector<Reply>& replies);

}  // namespace alimail
