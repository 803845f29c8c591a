// From findings and problems to verdicts: the state of every cause with its reasons, best problem first.
//
// Rule: knows no DNS and no words. A cause is confirmed, ruled out or likely because one of its clauses holds. Its
// state is "cannot tell" if a family that it needs is unknown; otherwise it is possible. No clause reads an unknown as
// an absence, because the checks then say only "<family>.unknown".
#pragma once

#include <string_view>

#include "base/containers.h"
#include "judge/bench.h"
#include "judge/instructions.h"
#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

// Only problems that the person's words, the start or an established failure point to. Each problem lists all its
// causes.
Vector<ProblemVerdict> judge(const Bench& bench);

// The state of one cause and the findings that decided it.
struct CauseState {
  State state = State::Possible;
  Reasons because;
  Tried tried = Tried::No;
};

// The state by its clauses, and then by what the person says about its fix. "worked" confirms the cause. "does not
// apply" rules it out, or makes it doubtful if the evidence confirms it. "not yet" keeps the state and moves the cause
// behind those that were not tried.
CauseState state_of(const CauseRule& cause, std::string_view problem, const Bench& bench);

// Whether the cause is worth trying next: it is open, and no fix for it has failed.
bool is_next(const CauseState& cause);
bool is_open(State state);

// The reply to the question about the role: "postmaster", "member" or "".
std::string_view role_of(const Bench& bench);

// The action for the cause, depending on the person's role.
Action action_of(const CauseRule& cause, std::string_view role);

// Who reads the steps of the cause. Somebody who fixes it without help gets no steps for administrators, unless they say
// that they are one.
Reader reader_of(const CauseRule& cause, const Reader& reader);

// Whether the findings or the start mention this problem.
bool has_symptom(const Problem& problem, const Bench& bench);

// The first cause of the first problem, or nullptr.
const CauseVerdict* first_cause(const Vector<ProblemVerdict>& verdicts);

// The same if it is confirmed or likely, as a cause must be before anything is done about it.
const CauseVerdict* named_cause(const Vector<ProblemVerdict>& verdicts);

// The FAQ entries that matter for these problems, each once.
Vector<std::string_view> faq_of(const Vector<ProblemVerdict>& verdicts, const Problems& problems);

}  // namespace alimail
