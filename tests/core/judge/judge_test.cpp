// The judge on problems made for the purpose: what makes a cause confirmed, likely, ruled out, untellable or possible.
#include "judge/judge.h"

#include <gtest/gtest.h>

#include "judge/question.h"
#include "judge/replies.h"

namespace alimail {
namespace {

Finding seen(std::string key, Severity severity = Severity::Info) {
  return {std::move(key), severity, {}, ""};
}

// What differs from test to test is put in, as the files of core/problems/ write it.
Json read(const std::string& text) {
  return parse_json(text, 8).value();
}

std::string record_missing_text(const std::string& confirmed) {
  return R"({"id": "record-missing", "action": "change-record", "confirmed": [[")" + confirmed + R"("]],
             "likely": [["words.dns-error", "words.changed"], ["words.gone"]], "ruled_out": [["login.alibaba"]],
             "needs": ["login"]})";
}

CauseRule record_missing() {
  return read(record_missing_text("login.missing"));
}

Problem problem_with(const std::string& id, const std::string& symptom, const std::string& confirmed) {
  return read(R"({"id": ")" + id + R"(", "severity": "high", "symptoms": [")" + symptom + R"("],
                  "decides": )" +
              (id == "not-ours" ? "true" : "false") + R"(, "causes": [)" + record_missing_text(confirmed) + "]}");
}

Problem login_problem() {
  return problem_with("login", "words.dns-error", "login.missing");
}

State state_when(std::vector<Finding> findings, bool complete = true) {
  return state_of(record_missing(), "login", {std::move(findings), "", complete, {}}).state;
}

std::vector<std::string> listed_when(std::vector<Finding> findings, std::string start = "") {
  const Problems problems = {{login_problem()}, {}};
  const Bench bench = {std::move(findings), std::move(start), true, {}};
  std::vector<std::string> ids;
  for (const ProblemVerdict& verdict : judge(bench, problems, {})) ids.emplace_back(verdict.id);
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
  const CauseState state = state_of(record_missing(), "login", bench);
  ASSERT_EQ(state.because.size(), 1U);
  EXPECT_EQ(bench.findings[state.because[0]].key, "words.gone");
  const Bench silent = {{seen("login.unknown", Severity::Unknown)}, "", true, {}};
  const CauseState unknown = state_of(record_missing(), "login", silent);
  ASSERT_EQ(unknown.because.size(), 1U);
  EXPECT_EQ(silent.findings[unknown.because[0]].key, "login.unknown");
}

TEST(Judge, SaysThatWithoutADomainNothingCanBeTold) {
  const Bench bench = {{seen("subject.empty", Severity::Notice)}, "", true, {}};
  const CauseState state = state_of(record_missing(), "login", bench);
  EXPECT_EQ(state.state, State::CannotTell);
  ASSERT_EQ(state.because.size(), 1U);
  EXPECT_EQ(bench.findings[state.because[0]].key, "subject.empty");
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
  const Problem sending = problem_with("sending", "words.cannot-send", "no.such");
  const Problems problems = {{login_problem(), sending}, {}};
  const auto verdicts =
      judge({{seen("words.cannot-send"), seen("login.missing", Severity::Error)}, "", true, {}}, problems, {});
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "sending");
  EXPECT_EQ(verdicts[1].id, "login");
}

TEST(Judge, PutsWhatTheEvidenceShowsBeforeWhatItRulesOut) {
  const Problem sending = read(R"({"id": "sending", "severity": "high", "symptoms": ["words.cannot-send"],
                                   "causes": [{"id": "full", "action": "wait", "ruled_out": [["login.missing"]]}]})");
  const Problems problems = {{sending, login_problem()}, {}};
  const auto verdicts =
      judge({{seen("words.cannot-send"), seen("login.missing", Severity::Error)}, "", true, {}}, problems, {});
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "login");
}

TEST(Judge, LetsAProblemThatDecidesStandFirst) {
  const Problem other = problem_with("not-ours", "words.dns-error", "mx.foreign");
  const Problems problems = {{login_problem(), other}, {}};
  const auto verdicts =
      judge({{seen("words.dns-error"), seen("mx.foreign", Severity::Notice), seen("login.missing")}, "", true, {}},
            problems, {});
  ASSERT_EQ(verdicts.size(), 2U);
  EXPECT_EQ(verdicts[0].id, "not-ours");
}

// ---------------------------------------------------------------- the question

Problem problem_asking(const std::string& questions) {
  return read(R"({"id": "sending", "questions": )" + questions + R"(, "causes": [
    {"id": "frozen", "confirmed": [["reply.status-frozen"]], "ruled_out": [["reply.status-fine"]]},
    {"id": "blocked", "confirmed": [["reply.status-blocked"]], "ruled_out": [["reply.status-fine"]]}]})");
}

Problems with_questions() {
  return {{}, read(R"({"questions": [{"id": "colour", "options": ["red", "blue", "unknown"]},
                                     {"id": "halves", "options": ["fine", "unknown"]},
                                     {"id": "status", "options": ["frozen", "blocked", "fine", "unknown"]}]})")};
}

TEST(Question, IsTheOneThatPartsTheCausesMost) {
  const Problem problem = problem_asking(R"(["colour", "halves", "status"])");
  const Problems problems = with_questions();
  const auto question = next_question(problem, {{}, "", true, {}}, problems, {});
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->id, "status");
  EXPECT_EQ(question->options.size(), 4U);
}

TEST(Question, IsNotAskedWhenItsAnswersChangeNothing) {
  const Problem problem = problem_asking(R"(["colour"])");
  const Problems problems = with_questions();
  EXPECT_FALSE(next_question(problem, {{}, "", true, {}}, problems, {}).has_value());
}

TEST(Question, IsNotAskedTwiceNorBeforeTheLookupsEndNorWhenAllIsSettledNorForEver) {
  const Problem problem = problem_asking(R"(["colour", "halves", "status"])");
  const Problems problems = with_questions();
  const std::vector<Reply> replies = {{"status", "unknown"}, {"halves", "unknown"}};
  const std::vector<Finding> replied = findings_of_replies(replies, {}, problems);
  EXPECT_FALSE(next_question(problem, {replied, "", true, {}}, problems, replies).has_value());
  EXPECT_FALSE(next_question(problem, {{}, "", false, {}}, problems, {}).has_value());
  EXPECT_FALSE(next_question(problem, {{seen("reply.status-frozen")}, "", true, {}}, problems, {}).has_value());
  const std::vector<Reply> five(kMaxQuestions, {"else", "unknown"});
  EXPECT_FALSE(next_question(problem, {{}, "", true, {}}, problems, five).has_value());
}

TEST(Question, AboutWhoAsksComesWhenTheCausesArePartedAsFarAsTheyCanBe) {
  const Problems problems = {{}, read(R"({"questions": [{"id": "role", "options": ["postmaster", "member", "unknown"]},
                             {"id": "status", "options": ["frozen", "unknown"]}],
               "steps": [{"id": "click", "role": "postmaster"}, {"id": "forward", "role": "member"}, {"id": "tell", "role": "member"}]})")};
  const Problem problem = read(R"({"id": "sending", "questions": ["role", "status"], "causes": [
    {"id": "frozen", "action": "ask-administrator", "postmaster_action": "use-admin-console",
     "confirmed": [["reply.status-frozen"]], "steps": ["click", "forward", "tell"]}]})");
  const auto first = next_question(problem, {{}, "", true, {}}, problems, {});
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->id, "status");
  const std::vector<Finding> frozen = {reply_finding("status", "frozen")};
  const auto second = next_question(problem, {frozen, "", true, {}}, problems, {{"status", "frozen"}});
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->id, "role");
  const std::vector<Finding> settled = {reply_finding("status", "frozen"), reply_finding("role", "member")};
  EXPECT_FALSE(next_question(problem, {settled, "", true, {}}, problems, {}).has_value());
}

}  // namespace
}  // namespace alimail
