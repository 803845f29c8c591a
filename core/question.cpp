#include "question.h"

#include <algorithm>
#include <string>

namespace alimail {
namespace {

using States = std::vector<State>;

bool open(const CauseRule& cause, const Bench& bench) {
  switch (state_of(cause, bench).state) {
    case State::Likely:
    case State::Possible:
    case State::CannotTell: return true;
    case State::Confirmed:
    case State::RuledOut: return false;
  }
  return false;
}

// What the answer would make of the causes in question.
States states_if(const std::vector<const CauseRule*>& causes, Bench& bench, const Reply& reply) {
  bench.findings.push_back(reply_finding(reply));
  States states;
  for (const CauseRule* cause : causes) states.push_back(state_of(*cause, bench).state);
  bench.findings.pop_back();
  return states;
}

// Into how many different verdicts the answers would part.
std::size_t splits(const QuestionRule& question, const std::vector<const CauseRule*>& causes, Bench& bench) {
  std::vector<States> verdicts;
  for (const Json& option : array_or_empty(question, "options")) {
    States states = states_if(causes, bench, {text_or_empty(question, "id"), option.text});
    if (std::find(verdicts.begin(), verdicts.end(), states) == verdicts.end()) verdicts.push_back(std::move(states));
  }
  return verdicts.size();
}

FollowUp follow_up(const QuestionRule& rule) {
  return {text_or_empty(rule, "id"), texts(rule, "options")};
}

bool answered(const std::vector<Reply>& replies, std::string_view question) {
  return std::any_of(replies.begin(), replies.end(), [&](const Reply& reply) { return reply.question == question; });
}

bool settled(const Problem& problem, const Bench& bench) {
  const std::vector<CauseRule>& causes = array_or_empty(problem, "causes");
  return std::any_of(causes.begin(), causes.end(),
                     [&](const CauseRule& cause) { return state_of(cause, bench).state == State::Confirmed; });
}

}  // namespace

Finding reply_finding(const Reply& reply) {
  return {"reply." + reply.question + "-" + reply.value,
          Severity::Info,
          {{"question", reply.question}, {"value", reply.value}},
          ""};
}

std::optional<FollowUp> next_question(const Problem& problem, const Bench& bench, const Problems& problems,
                                      const std::vector<Reply>& replies) {
  if (!bench.complete || replies.size() >= kMaxQuestions || settled(problem, bench)) return std::nullopt;
  std::vector<const CauseRule*> still_open;
  for (const CauseRule& cause : array_or_empty(problem, "causes")) {
    if (open(cause, bench)) still_open.push_back(&cause);
  }
  Bench supposed = bench;
  const QuestionRule* best = nullptr;
  std::size_t best_splits = 1;
  for (const Json& id : array_or_empty(problem, "questions")) {
    if (answered(replies, id.text)) continue;
    const QuestionRule* rule = find_by(array_or_empty(problems.shared, "questions"), "id", id.text);
    if (rule == nullptr) continue;
    const std::size_t parts = splits(*rule, still_open, supposed);
    if (parts > best_splits) {
      best = rule;
      best_splits = parts;
    }
  }
  if (best == nullptr) return std::nullopt;
  return follow_up(*best);
}

std::optional<FollowUp> question_by_id(std::string_view id, const Problems& problems,
                                       const std::vector<Reply>& replies) {
  const QuestionRule* rule = find_by(array_or_empty(problems.shared, "questions"), "id", id);
  if (rule == nullptr || replies.size() >= kMaxQuestions || answered(replies, id)) return std::nullopt;
  return follow_up(*rule);
}

}  // namespace alimail
