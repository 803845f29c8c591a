#include "judge/question.h"

#include <algorithm>

#include "base/containers.h"
#include "judge/instructions.h"
#include "judge/replies.h"

namespace alimail {
namespace {

// What an answer would make of the problem: the states of its causes, and what would be shown for the best one.
struct Outlook {
  Vector<State> states;
  Action action = Action::NeedMore;
  std::size_t steps = 0;
  std::size_t open = 0;
  bool operator==(const Outlook&) const = default;
};

struct Worth {
  std::size_t verdicts = 0;  // number of different verdicts that the answers lead to
  std::size_t shown = 0;     // the same, also counting what is shown to whom
  std::size_t open = 0;      // causes left open over all answers; fewer are better
  std::size_t answers = 0;
};

struct Bar {  // one problem and what is known about it
  const Problem& problem;
  Bench& bench;  // supposed replies are added to it and removed again
  // causes that are not ruled out; an answer that would bring a ruled-out cause back does not count
  Vector<const CauseRule*> causes;
};

std::size_t count_steps(const CauseRule& cause, const Bench& bench, std::string_view role) {
  const Reader reader = reader_of(cause, {bench.values, role});
  const Indexes& steps = cause.steps();
  return static_cast<std::size_t>(std::count_if(
      steps.begin(), steps.end(), [&](Index index) { return applies(bench.problems().steps[index], reader); }));
}

Outlook outlook_if(const Bar& bar, const QuestionRule& question, std::string_view option) {
  bar.bench.add(reply_finding(question.id(), option));
  const std::string_view role = role_of(bar.bench);
  Outlook outlook;
  const CauseRule* best = nullptr;
  State best_state = State::RuledOut;
  for (const CauseRule* cause : bar.causes) {
    const CauseState judged = state_of(*cause, bar.problem.id(), bar.bench);
    outlook.states.push_back(judged.state);
    if (!is_next(judged)) continue;
    ++outlook.open;
    if (best != nullptr && judged.state >= best_state) continue;
    best = cause;
    best_state = judged.state;
  }
  bar.bench.drop_last();
  if (best == nullptr) return outlook;
  outlook.action = action_of(*best, role);
  outlook.steps = count_steps(*best, bar.bench, role);
  return outlook;
}

// Counts the different states, and the different outlooks.
Worth worth_of(const QuestionRule& question, const Bar& bar) {
  Vector<Outlook> different;
  Vector<Vector<State>> verdicts;
  Worth worth;
  for (const std::string_view option : question.options()) {
    Outlook outlook = outlook_if(bar, question, option);
    worth.open += outlook.open;
    ++worth.answers;
    if (std::find(verdicts.begin(), verdicts.end(), outlook.states) == verdicts.end())
      verdicts.push_back(outlook.states);
    if (std::find(different.begin(), different.end(), outlook) == different.end())
      different.push_back(std::move(outlook));
  }
  worth.verdicts = verdicts.size();
  worth.shown = different.size();
  return worth;
}

// Separating causes counts more than what is shown to whom. Of questions that separate equally, the one that leaves the
// fewest causes open is better.
bool better(const Worth& a, const Worth& b) {
  if (a.verdicts != b.verdicts) return a.verdicts > b.verdicts;
  return a.open * b.answers < b.open * a.answers;
}

// A bounce of which the reason was read is not asked for its reason.
bool is_moot(const QuestionRule& rule, const Bench& bench) {
  const Vector<Finding>& findings = bench.findings();
  return !rule.moot_by().empty() && std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.key.starts_with(rule.moot_by());
  });
}

FollowUp follow_up(const QuestionRule& rule) {
  FollowUp question{rule.id(), {}, rule.wants_number()};
  for (const std::string_view option : rule.options()) question.options.push_back(option);
  return question;
}

std::optional<FollowUp> question_before_records(std::string_view wanted, const Bench& bench,
                                                const Vector<Reply>& replies) {
  const bool may_ask = bench.complete && count_answered(replies) < kMaxQuestions;
  const QuestionRule* rule = may_ask ? question_rule(bench.problems(), wanted) : nullptr;
  if (rule == nullptr || is_answered(wanted, bench.findings())) return std::nullopt;
  return follow_up(*rule);
}

// Whether the fix of the first cause is a change of records.
bool leads_to_records(const Vector<ProblemVerdict>& verdicts) {
  const CauseVerdict* named = named_cause(verdicts);
  return named != nullptr && named->action == Action::ChangeRecord;
}

}  // namespace

std::optional<FollowUp> next_question(const Problem& problem, Bench& bench, const Vector<Reply>& replies) {
  if (!bench.complete || count_answered(replies) >= kMaxQuestions) return std::nullopt;
  Bar bar{problem, bench, {}};
  bool settled = false;  // causes are not asked about once one is confirmed, but who can fix it may still be asked
  for (const CauseRule& cause : problem.causes()) {
    const State state = state_of(cause, problem.id(), bench).state;
    if (state != State::RuledOut) bar.causes.push_back(&cause);
    if (state == State::Confirmed) settled = true;
  }
  const QuestionRule* best = nullptr;
  Worth best_worth;
  for (const Index index : problem.questions()) {
    const QuestionRule& rule = bench.problems().questions[index];
    if (is_answered(rule.id(), bench.findings()) || is_moot(rule, bench)) continue;
    const Worth worth = worth_of(rule, bar);
    if (worth.shown < 2 || (settled && worth.verdicts > 1)) continue;
    if (best != nullptr && !better(worth, best_worth)) continue;
    best = &rule;
    best_worth = worth;
  }
  if (best == nullptr) return std::nullopt;
  return follow_up(*best);
}

std::optional<FollowUp> question_to_ask(const Vector<ProblemVerdict>& verdicts, Bench& bench, std::string_view wanted,
                                        const Vector<Reply>& replies) {
  std::optional<FollowUp> before_records = question_before_records(wanted, bench, replies);
  if (before_records && leads_to_records(verdicts)) return before_records;
  for (const ProblemVerdict& verdict : verdicts) {
    const Problem* problem = problem_by_id(bench.problems(), verdict.id);
    if (problem == nullptr || !has_symptom(*problem, bench)) continue;
    if (std::optional<FollowUp> question = next_question(*problem, bench, replies)) return question;
  }
  return before_records;
}

}  // namespace alimail
