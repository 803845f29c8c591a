// Findings and problems to verdicts: the state of every cause, with its reasons, best problem first.
//
// Law: knows no DNS and no words. A cause is confirmed, ruled out or likely because one of its clauses holds; it cannot
// be told where what it needs is unknown; otherwise it stays possible. No clause ever reads an unknown as an absence,
// because the checks say "<family>.unknown" then, and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "judge/bench.h"
#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

// Only problems that the person's words, the start or an established trouble speak of. Each lists all its causes.
std::vector<ProblemVerdict> judge(const Bench& bench);

// The state of one cause and the findings that decide it.
struct CauseState {
  State state = State::Possible;
  Reasons because;
  Tried tried = Tried::No;
};

// By its clauses, and then by what the person says of its fix: "worked" confirms it; "does not apply" rules it out, or
// where the evidence confirms it, makes it doubtful; "not yet" leaves its state and puts it behind those not tried yet.
CauseState state_of(const CauseRule& cause, std::string_view problem, const Bench& bench);

// Whether it is worth trying next: open, and nothing was tried for it in vain.
bool is_next(const CauseState& cause);
bool is_open(State state);

// What the reply to the question about the role says: "postmaster", "member" or "".
std::string_view role_of(const Bench& bench);

// What would be done about the cause: its action, by who asks.
Action action_of(const CauseRule& cause, std::string_view role);

// Whether the findings, or the start, speak of this problem at all.
bool has_symptom(const Problem& problem, const Bench& bench);

// The answers that matter for these problems, each once.
std::vector<std::string_view> faq_of(const std::vector<ProblemVerdict>& verdicts, const Problems& problems);

}  // namespace alimail
