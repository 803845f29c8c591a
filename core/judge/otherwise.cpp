#include "judge/otherwise.h"

#include <algorithm>

#include "judge/instructions.h"
#include "judge/judge.h"

namespace alimail {
namespace {

// Support has to look because all fixes were tried, and not because the first cause says so.
bool ran_out_of_fixes(const Vector<ProblemVerdict>& verdicts, Action action) {
  const CauseVerdict* first = first_cause(verdicts);
  return action == Action::ContactSupport && first != nullptr && first->action != Action::ContactSupport;
}

bool is_unsolved(const Vector<ProblemVerdict>& verdicts, const Bench& bench) {
  return verdicts.empty() ? bench.complaint_given : verdicts.front().state == State::RuledOut;
}

}  // namespace

Vector<Instruction> what_else(const Vector<ProblemVerdict>& verdicts, Action action, const Bench& bench) {
  const bool unsolved = action == Action::NothingWrong && is_unsolved(verdicts, bench);
  if (action != Action::NeedMore && !unsolved && !ran_out_of_fixes(verdicts, action)) return {};
  const Problems& problems = bench.problems();
  const Problem* first = verdicts.empty() ? nullptr : problem_by_id(problems, verdicts.front().id);
  const Reader reader{bench.values, role_of(bench)};
  Vector<Instruction> steps =
      instructions(first != nullptr ? first->otherwise() : problems.otherwise, problems.steps, reader);
  if (const CauseVerdict* named = named_cause(verdicts)) {
    erase_if(steps, [&](const Instruction& step) {
      return std::find(named->steps.begin(), named->steps.end(), step) != named->steps.end();
    });
  }
  return steps;
}

}  // namespace alimail
