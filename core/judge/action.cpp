#include "judge/action.h"

#include <algorithm>
#include <optional>

#include "judge/judge.h"

namespace alimail {
namespace {

// Of the rest (optional hosts, reports, transport) an unknown is listed and changes no verdict: poor name servers fail on
// names with underscores, and mail works all the same.
bool undecided(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.follows == Follows::Undecided; });
}

bool trouble_among(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), is_trouble);
}

// Of the cause that comes first. After a fix in vain the next one is worth trying even if it is merely possible; where all
// were tried, somebody else has to look.
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

}  // namespace

Action overall_action(const std::vector<ProblemVerdict>& problems, const Evidence& evidence,
                      const std::vector<Finding>& findings, bool complete) {
  if (!problems.empty()) {
    const ProblemVerdict& best = problems.front();
    if (std::optional<Action> action = action_of_cause(best)) return *action;
    const bool looked = complete && !evidence.subject.domain.empty();
    const bool refuted = looked && best.state == State::RuledOut && !trouble_among(findings);
    return refuted ? Action::NothingWrong : Action::NeedMore;
  }
  // "Nothing wrong" is a statement too: it needs answers, all of them, and a person who did not say otherwise.
  const bool healthy = complete && !evidence.subject.domain.empty() && !evidence.complaint_given;
  return healthy && !undecided(findings) && !trouble_among(findings) ? Action::NothingWrong : Action::NeedMore;
}

}  // namespace alimail
