// The judge with small artificial problems: what makes a cause confirmed, likely, ruled out, "cannot tell" or possible.
#include "judge/judge.h"

#include <gtest/gtest.h>

#include "judge/question.h"
#include "judge/replies.h"

namespace alimail {
namespace {

Finding seen(std::string key, Severity severity = Severity::Info) {
  return {std::move(key), severity, {}, ""};
}

// The parts that differ between tests, in the format of the files of core/problems/.
Json read(const std::string& text) {
  return parse_json(text, 8).value();
}

std::string record_missing_text(const std::string& confirmed) {
  return R"({"id": "record-missing", "action": "change-record", "confirmed": [[")" + confirmed + R"("]],
             "likely": [["words.dns-error", "words.changed"], ["words.gone"]], "ruled_out": [["login.alibaba"]],
             "needs": ["login"]})";
}

Json problem_with(const std::string& id, const std::string& symptom, const std::string& confirmed) {
  return read(R"({"id": ")" + id + R"(", "severity": "high", "symptoms": [")" + symptom + R"("],
                  "decides": )" +
              (id == "not-ours" ? "true" : "false") + R"(, "causes": [)" + record_missing_text(confirmed) + "]}");
}

Json login_problem() {
  return problem_with("login", "words.dns-error", "login.missing");
}

Bench bench_of(const Problems& problems, std::vector<Finding> findings, bool complete = true) {
  Bench bench(problems, std::move(findings));
  bench.complete = complete;
  return bench;
}

// The state of the only cause of the login problem. `because` gets the keys of its reasons.
State state_when(std::vector<Finding> findings, bool complete = true, std::vector<std::string>* because = nullptr) {
  const Problems problems = problems_from({login_problem()}, {});
  const Bench bench = bench_of(problems, std::move(findings), complete);
  const CauseState judged = state_of(problems.list[0].causes()[0], "login", bench);
  for (const std::size_t reason : judged.because) {
    if (because != nullptr) because->push_back(bench.findings()[reason].key);
  }
  return judged.state;
}

std::vector<std::string> listed_when(std::vector<Finding> findings, std::string start = "") {
  const Problems problems = problems_from({login_problem()}, {});
  Bench bench = bench_of(problems, std::move(findings));
  bench.start = std::move(start);
  std::vector<std::string> ids;
  for (const ProblemVerdict& verdict : judge(bench)) ids.emplace_back(verdict.id);
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

TEST(Judge, CannotTellIfANeededFamilyIsUnknown) {
  EXPECT_EQ(state_when({seen("login.unknown", Severity::Unknown)}), State::CannotTell);
  EXPECT_EQ(state_when({}), State::CannotTell) << "all is answered, and nothing was said about the login host";
  EXPECT_EQ(state_when({}, false), State::Possible) << "it is still being asked";
  EXPECT_EQ(state_when({seen("login.unknown", Severity::Unknown), seen("words.gone")}), State::Likely);
}

TEST(Judge, GivesTheReasonsOfTheClauseThatHolds) {
  std::vector<std::string> because;
  state_when({seen("login.other"), seen("words.gone")}, true, &because);
  EXPECT_EQ(because, std::vector<std::string>{"words.gone"});
  because.clear();
  state_when({seen("login.unknown", Severity::Unknown)}, true, &because);
  EXPECT_EQ(because, std::vector<std::string>{"login.unknown"});
}

TEST(Judge, CannotTellAnythingWithoutADomain) {
  std::vector<std::string> because;
  EXPECT_EQ(state_when({seen("subject.empty", Severity::Notice)}, true, &because), State::CannotTell);
  EXPECT_EQ(because, std::vector<std::string>{"subject.empty"});
}

TEST(Judge, OmitsProblemsThatNobodyHas) {
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
  const Json sending = problem_with("sending", "words.cannot-send", "no.such");
  const Problems problems = problems_from({login_problem(), sending}, {});
  const auto verdicts = judge(bench_of(problems, {seen("words.cannot-send"), seen("login.missing", Severity::Error)}));
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "sending");
  EXPECT_EQ(verdicts[1].id, "login");
}

TEST(Judge, PutsWhatTheEvidenceShowsBeforeWhatItRulesOut) {
  const Json sending = read(R"({"id": "sending", "severity": "high", "symptoms": ["words.cannot-send"],
                                   "causes": [{"id": "full", "action": "wait", "ruled_out": [["login.missing"]]}]})");
  const Problems problems = problems_from({sending, login_problem()}, {});
  const auto verdicts = judge(bench_of(problems, {seen("words.cannot-send"), seen("login.missing", Severity::Error)}));
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "login");
}

TEST(Judge, PutsADecidingProblemFirst) {
  const Json other = problem_with("not-ours", "words.dns-error", "mx.foreign");
  const Problems problems = problems_from({login_problem(), other}, {});
  const auto verdicts =
      judge(bench_of(problems, {seen("words.dns-error"), seen("mx.foreign", Severity::Notice), seen("login.missing")}));
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "not-ours");
}

// ---------------------------------------------------------------- the question

Json problem_asking(const std::string& questions) {
  return read(R"({"id": "sending", "questions": )" + questions + R"(, "causes": [
    {"id": "frozen", "confirmed": [["reply.status-frozen"]], "ruled_out": [["reply.status-fine"]]},
    {"id": "blocked", "confirmed": [["reply.status-blocked"]], "ruled_out": [["reply.status-fine"]]}]})");
}

Problems sending_with(const std::string& asking) {
  return problems_from({problem_asking(asking)},
                       read(R"({"questions": [{"id": "colour", "options": ["red", "blue", "unknown"]},
                                     {"id": "halves", "options": ["fine", "unknown"]},
                                     {"id": "status", "options": ["frozen", "blocked", "fine", "unknown"]}]})"));
}

std::optional<FollowUp> asked(const Problems& problems, std::vector<Finding> findings,
                              const std::vector<Reply>& replies = {}, bool complete = true) {
  Bench bench = bench_of(problems, std::move(findings), complete);
  return next_question(problems.list[0], bench, replies);
}

TEST(Question, IsTheOneThatSeparatesTheCausesBest) {
  const Problems problems = sending_with(R"(["colour", "halves", "status"])");
  const auto question = asked(problems, {});
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->id, "status");
  EXPECT_EQ(question->options.size(), 4U);
}

TEST(Question, IsNotAskedWhenItsAnswersChangeNothing) {
  const Problems problems = sending_with(R"(["colour"])");
  EXPECT_FALSE(asked(problems, {}).has_value());
}

TEST(Question, IsNotAskedTwiceOrTooEarlyOrWhenSettledOrBeyondTheLimit) {
  const Problems problems = sending_with(R"(["colour", "halves", "status"])");
  const std::vector<Reply> replies = {{"status", "unknown"}, {"halves", "unknown"}};
  const std::vector<Finding> replied = findings_of_replies(replies, {}, problems);
  EXPECT_FALSE(asked(problems, replied, replies).has_value());
  EXPECT_FALSE(asked(problems, {}, {}, false).has_value());
  EXPECT_FALSE(asked(problems, {seen("reply.status-frozen")}).has_value());
  const std::vector<Reply> five(kMaxQuestions, {"else", "unknown"});
  EXPECT_FALSE(asked(problems, {}, five).has_value());
}

TEST(Question, AboutTheRoleComesAfterQuestionsThatSeparateCauses) {
  const Json shared = read(R"({"questions": [{"id": "role", "options": ["postmaster", "member", "unknown"]},
                             {"id": "status", "options": ["frozen", "unknown"]}],
               "steps": [{"id": "click", "role": "postmaster"}, {"id": "forward", "role": "member"}, {"id": "tell", "role": "member"}]})");
  const Json sending = read(R"({"id": "sending", "questions": ["role", "status"], "causes": [
    {"id": "frozen", "action": "ask-administrator", "postmaster_action": "use-admin-console",
     "confirmed": [["reply.status-frozen"]], "steps": ["click", "forward", "tell"]}]})");
  const Problems problems = problems_from({sending}, shared);
  const auto first = asked(problems, {});
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->id, "status");
  const std::vector<Finding> frozen = {reply_finding("status", "frozen")};
  const auto second = asked(problems, frozen, {{"status", "frozen"}});
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->id, "role");
  const std::vector<Finding> settled = {reply_finding("status", "frozen"), reply_finding("role", "member")};
  EXPECT_FALSE(asked(problems, settled).has_value());
}

TEST(Question, LeavesTheBenchUnchanged) {
  const Problems problems = sending_with(R"(["halves", "status"])");
  Bench bench = bench_of(problems, {seen("words.sent")});
  ASSERT_TRUE(next_question(problems.list[0], bench, {}).has_value());
  EXPECT_EQ(bench.findings(), std::vector<Finding>{seen("words.sent")});
  EXPECT_FALSE(bench.has(key_index(problems, "reply.status-fine")));
}

}  // namespace
}  // namespace alimail
