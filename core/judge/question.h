// The one question that best separates the open causes, or none.
//
// Rule: a question is worth asking only if its answers would lead to different verdicts: other states, another action,
// or other steps for the person. The best question is found by trying the answers; it is not configured.
#pragma once

#include <optional>

#include "base/containers.h"
#include "judge/judge.h"
#include "model/turn.h"
#include "problems/problem.h"

namespace alimail {

inline constexpr std::size_t kMaxQuestions = 5;  // in one run; more would annoy the person

// Asks nothing before the lookups are complete, because the evidence may answer the question. The findings of the bench
// show what is already answered; `replies` are only counted. Answers are tried on the bench, which is unchanged
// afterwards.
std::optional<FollowUp> next_question(const Problem& problem, Bench& bench, const Vector<Reply>& replies);

// The question of the first mentioned problem that has one, or else the question `wanted`: it does not separate causes,
// but without its answer no record can be named. It comes first if the fix of the first cause is such a record.
std::optional<FollowUp> question_to_ask(const Vector<ProblemVerdict>& verdicts, Bench& bench, std::string_view wanted,
                                        const Vector<Reply>& replies);

}  // namespace alimail
