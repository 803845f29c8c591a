// The judge on problems made for the purpose: what makes a cause confirmed, likely, ruled out, untellable or possible.
#include "judge.h"

#include <gtest/gtest.h>

#include "question.h"

namespace alimail {
namespace {

Finding seen(std::string key, Severity severity = Severity::Info) {
  return {std::move(key), severity, {}, ""};
}

CauseRule record_missing() {
  CauseRule cause;
  cause.id = "record-missing";
  cause.confirmed = {{"login.missing"}};
  cause.likely = {{"words.dns-error", "words.changed"}, {"words.gone"}};
  cause.ruled_out = {{"login.alibaba"}};
  cause.needs = {"login"};
  cause.action = Action::ChangeRecord;
  return cause;
}

Problem login_problem() {
  Problem problem;
  problem.id = "login";
  problem.severity = "high";
  problem.symptoms = {"words.dns-error"};
  problem.causes = {record_missing()};
  return problem;
}

State state_when(std::vector<Finding> findings, bool complete = true) {
  return state_of(record_missing(), {std::move(findings), "", complete, {}}).state;
}

std::vector<std::string> listed_when(std::vector<Finding> findings, std::string start = "") {
  Problems problems;
  problems.list = {login_problem()};
  std::vector<std::string> ids;
  for (const ProblemVerdict& verdict : judge({std::move(findings), std::move(start), true, {}}, problems, {})) {
    ids.push_back(verdict.id);
  }
  return ids;
}

TEST(Judge, ReadsEachClauseAsAllOfAndTheListAsAnyOf) {
  EXPECT_EQ(state_when({seen("login.missing")}), State::Confirmed);
  EXPECT_EQ(state_when({seen("login.alibaba")}), State::RuledOut);
  EXPECT_EQ(state_when({seen("login.other"), seen("words.gone")}), State::Likely);
  EXPECT_EQ(state_when({seen("login.other"), seen("words.dns-error"), seen("words.changed")}), State::Likely);
  EXPECT_EQ(state_when({seen("login.other"), seen("words.dns-error")}), State::Possible);
}

TEST(Judge, LetsEvidenceOutweighWords) {
  EXPECT_EQ(state_when({seen("login.alibaba"), seen("words.gone")}), State::RuledOut);
  EXPECT_EQ(state_when({seen("login.missing"), seen("words.gone")}), State::Confirmed);
}

TEST(Judge, CannotTellWhatItsNeedsDoNotSay) {
  EXPECT_EQ(state_when({seen("login.unknown", Severity::Unknown)}), State::CannotTell);
  EXPECT_EQ(state_when({}), State::CannotTell) << "all is answered, and nothing was said about the login host";
  EXPECT_EQ(state_when({}, false), State::Possible) << "it is still being asked";
  EXPECT_EQ(state_when({seen("login.unknown", Severity::Unknown), seen("words.gone")}), State::Likely);
}

TEST(Judge, GivesTheReasonsOfTheClauseThatHolds) {
  const Bench bench = {{seen("words.gone"), seen("login.other")}, "", true, {}};
  const CauseState state = state_of(record_missing(), bench);
  ASSERT_EQ(state.because.size(), 1U);
  EXPECT_EQ(state.because[0]->key, "words.gone");
  const Bench silent = {{seen("login.unknown", Severity::Unknown)}, "", true, {}};
  const CauseState unknown = state_of(record_missing(), silent);
  ASSERT_EQ(unknown.because.size(), 1U);
  EXPECT_EQ(unknown.because[0]->key, "login.unknown");
}

TEST(Judge, SaysThatWithoutADomainNothingCanBeTold) {
  const Bench bench = {{seen("subject.empty", Severity::Notice)}, "", true, {}};
  const CauseState state = state_of(record_missing(), bench);
  EXPECT_EQ(state.state, State::CannotTell);
  ASSERT_EQ(state.because.size(), 1U);
  EXPECT_EQ(state.because[0]->key, "subject.empty");
}

TEST(Judge, KeepsQuietAboutProblemsThatNobodyHas) {
  EXPECT_TRUE(listed_when({}).empty());
  EXPECT_TRUE(listed_when({seen("login.alibaba")}).empty());
  EXPECT_TRUE(listed_when({seen("login.missing", Severity::Notice)}).empty()) << "a notice is no problem by itself";
}

TEST(Judge, ListsAProblemThatThePersonHasOrTheEvidenceEstablishes) {
  EXPECT_EQ(listed_when({seen("words.dns-error")}), std::vector<std::string>{"login"});
  EXPECT_EQ(listed_when({}, "login"), std::vector<std::string>{"login"});
  EXPECT_EQ(listed_when({seen("login.missing", Severity::Error)}), std::vector<std::string>{"login"});
}

TEST(Judge, PutsWhatThePersonSaysBeforeWhatTheEvidenceAdds) {
  Problem sending = login_problem();
  sending.id = "sending";
  sending.symptoms = {"words.cannot-send"};
  sending.causes[0].confirmed = {};
  Problems problems;
  problems.list = {login_problem(), sending};
  const auto verdicts =
      judge({{seen("words.cannot-send"), seen("login.missing", Severity::Error)}, "", true, {}}, problems, {});
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "sending");
  EXPECT_EQ(verdicts[1].id, "login");
}

TEST(Judge, LetsAProblemThatDecidesStandFirst) {
  Problem other = login_problem();
  other.id = "not-ours";
  other.decides = true;
  other.causes[0].confirmed = {{"mx.foreign"}};
  Problems problems;
  problems.list = {login_problem(), other};
  const auto verdicts =
      judge({{seen("words.dns-error"), seen("mx.foreign", Severity::Notice), seen("login.missing")}, "", true, {}},
            problems, {});
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "not-ours");
}

// ---------------------------------------------------------------- the question

Problems with_questions(Problem& problem) {
  CauseRule frozen;
  frozen.id = "frozen";
  frozen.confirmed = {{"reply.status-frozen"}};
  frozen.ruled_out = {{"reply.status-fine"}};
  CauseRule blocked = frozen;
  blocked.id = "blocked";
  blocked.confirmed = {{"reply.status-blocked"}};
  problem.causes = {frozen, blocked};
  problem.questions = {"colour", "halves", "status"};
  Problems problems;
  problems.list = {problem};
  problems.questions = {{"colour", {"red", "blue", "unknown"}},
                        {"halves", {"fine", "unknown"}},
                        {"status", {"frozen", "blocked", "fine", "unknown"}}};
  return problems;
}

TEST(Question, IsTheOneThatPartsTheCausesMost) {
  Problem problem;
  const Problems problems = with_questions(problem);
  const auto question = next_question(problem, {{}, "", true, {}}, problems, {});
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->id, "status");
  EXPECT_EQ(question->options.size(), 4U);
}

TEST(Question, IsNotAskedWhenItsAnswersChangeNothing) {
  Problem problem;
  Problems problems = with_questions(problem);
  problem.questions = {"colour"};
  EXPECT_FALSE(next_question(problem, {{}, "", true, {}}, problems, {}).has_value());
}

TEST(Question, IsNotAskedTwiceNorBeforeTheLookupsEndNorWhenAllIsSettledNorForEver) {
  Problem problem;
  const Problems problems = with_questions(problem);
  EXPECT_FALSE(
      next_question(problem, {{}, "", true, {}}, problems, {{"status", "unknown"}, {"halves", "unknown"}}).has_value());
  EXPECT_FALSE(next_question(problem, {{}, "", false, {}}, problems, {}).has_value());
  EXPECT_FALSE(next_question(problem, {{seen("reply.status-frozen")}, "", true, {}}, problems, {}).has_value());
  const std::vector<Reply> five(kMaxQuestions, {"else", "unknown"});
  EXPECT_FALSE(next_question(problem, {{}, "", true, {}}, problems, five).has_value());
}

}  // namespace
}  // namespace alimail
