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

// That of the first problem that is spoken of and has one. Else the one about the site, where `site_wanted`: it parts no
// causes, but without its answer there is no record to publish.
std::optional<FollowUp> question_to_ask(const std::vector<ProblemVerdict>& verdicts, Bench& bench, bool site_wanted,
                                        const std::vector<Reply>& replies);

}  // namespace alimail
