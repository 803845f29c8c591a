#include "judge/action.h"

#include <algorithm>
#include <optional>

#include "judge/judge.h"

namespace alimail {
namespace {

// Nothing can be called right without these.
constexpr std::string_view kDecisive[] = {"domain.", "mx.", "login.", "spf."};

// Other unknown findings (optional hosts, reports, transport) are listed but do not change the verdict: poor name
// servers fail on names with underscores although mail works.
bool undecided(const Vector<Finding>& findings) {
  const auto known = [&](std::string_view family) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.key.starts_with(family) && finding.severity != Severity::Unknown;
    });
  };
  return !std::all_of(std::begin(kDecisive), std::end(kDecisive), known) ||
         std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
           return finding.follows == Follows::Undecided || finding.follows == Follows::AskFirst;
         });
}

bool trouble_among(const Vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), is_trouble);
}

// The action of the first cause. After a failed fix, the next cause is worth trying even if it is only possible. If all
// were tried, support has to look.
std::optional<Action> action_of_cause(const ProblemVerdict& problem) {
  if (problem.causes.empty() || !is_open(problem.causes.front().state)) return std::nullopt;
  const CauseVerdict& first = problem.causes.front();
  if (first.tried == Tried::Worked) return Action::NothingWrong;
  if (first.tried == Tried::DoesNotApply || (first.tried == Tried::NotYet && first.state != State::Confirmed))
    return Action::ContactSupport;
  const bool any_tried = std::any_of(problem.causes.begin(), problem.causes.end(),
                                     [](const CauseVerdict& cause) { return cause.tried != Tried::No; });
  const bool found = first.state == State::Confirmed || first.state == State::Likely || any_tried;
  return found ? std::optional<Action>(first.action) : std::nullopt;
}

Action of_verdicts(const Vector<ProblemVerdict>& problems, const Bench& bench) {
  const bool looked = bench.complete && bench.domain_known;
  const bool clean = looked && !undecided(bench.findings()) && !trouble_among(bench.findings());
  if (!problems.empty()) {
    const ProblemVerdict& best = problems.front();
    if (std::optional<Action> action = action_of_cause(best)) return *action;
    return clean && best.state == State::RuledOut ? Action::NothingWrong : Action::NeedMore;
  }
  // "Nothing wrong" is a statement, too. It requires that everything was answered and that the person reports no
  // problem.
  return clean && !bench.complaint_given ? Action::NothingWrong : Action::NeedMore;
}

}  // namespace

// A named login host that leads elsewhere is not an error by itself, but there is a record to change.
Action overall_action(const Vector<ProblemVerdict>& problems, const Bench& bench) {
  const Action action = of_verdicts(problems, bench);
  return action == Action::NothingWrong && bench.records_to_publish ? Action::ChangeRecord : action;
}

}  // namespace alimail
