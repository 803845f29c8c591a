// Replies: to questions, to "did it help?", and replies that the person's words already give.
#include "judge/replies.h"

#include <gtest/gtest.h>

#include "judge/judge.h"

namespace alimail {
namespace {

Json read(const std::string& text) {
  return parse_json(text, 8).value();
}

Json shared() {
  return read(R"({"questions": [
    {"id": "sent-today", "kind": "number", "bands": [["few", 0], ["hundreds", 200], ["over-guide-limit", 1000]],
     "options": ["few", "hundreds", "over-guide-limit", "unknown"]},
    {"id": "role", "options": ["postmaster", "member", "unknown"], "answered_by": {"words.is-administrator": "postmaster"}}]})");
}

Problems questions() {
  return problems_from({}, shared());
}

std::vector<std::string> keys_of(const std::vector<Reply>& replies, const std::vector<Finding>& seen = {}) {
  std::vector<std::string> keys;
  for (const Finding& finding : findings_of_replies(replies, seen, questions())) keys.push_back(finding.key);
  return keys;
}

struct NumberRow {
  const char* typed;
  const char* finding;
};

class NumberReply : public testing::TestWithParam<NumberRow> {};

TEST_P(NumberReply, FallsIntoItsBandOrIsUnknown) {
  EXPECT_EQ(keys_of({{"sent-today", GetParam().typed}}), std::vector<std::string>{GetParam().finding});
}

INSTANTIATE_TEST_SUITE_P(
    Rows, NumberReply,
    testing::Values(NumberRow{"0", "reply.sent-today-few"}, NumberRow{"199", "reply.sent-today-few"},
                    NumberRow{"200", "reply.sent-today-hundreds"}, NumberRow{"999", "reply.sent-today-hundreds"},
                    NumberRow{"1000", "reply.sent-today-over-guide-limit"},
                    NumberRow{"999999999", "reply.sent-today-over-guide-limit"},
                    NumberRow{"hundreds", "reply.sent-today-hundreds"},
                    NumberRow{"unknown", "reply.sent-today-unknown"}, NumberRow{"", "reply.sent-today-unknown"},
                    NumberRow{"-5", "reply.sent-today-unknown"}, NumberRow{"12 or so", "reply.sent-today-unknown"},
                    NumberRow{"99999999999999999999", "reply.sent-today-unknown"}));

TEST(Replies, KeepTheNumberAsGiven) {
  const std::vector<Finding> findings = findings_of_replies({{"sent-today", "350"}}, {}, questions());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].args[1], (Arg{"value", std::string("350")}));
  EXPECT_EQ(findings[0].args[2], (Arg{"option", std::string("hundreds")}));
}

TEST(Replies, ComeFromTheWordsIfTheyAlreadyAnswer) {
  const Finding administrator{"words.is-administrator", Severity::Info, {}, ""};
  EXPECT_EQ(keys_of({}, {administrator}), std::vector<std::string>{"reply.role-postmaster"});
  EXPECT_EQ(keys_of({{"role", "member"}}, {administrator}), std::vector<std::string>{"reply.role-member"})
      << "what was replied outweighs what was read out of words";
  EXPECT_TRUE(keys_of({}, {}).empty());
  const std::vector<Finding> findings = findings_of_replies({}, {administrator}, questions());
  EXPECT_EQ(findings[0].args.back(), (Arg{"from", std::string("words")}));
}

TEST(Replies, AboutAFixDoNotCountAsAnswersToQuestions) {
  EXPECT_EQ(keys_of({{"fix.sending.frozen", "not-yet"}}), std::vector<std::string>{"fix.not-yet"});
  EXPECT_TRUE(keys_of({{"fix.sending.frozen", "perhaps"}, {"fix.sending", "worked"}}).empty());
  EXPECT_EQ(count_answered({{"fix.sending.frozen", "worked"}, {"role", "member"}}), 1U);
}

// ---------------------------------------------------------------- did it help?

// "id state", best first.
std::vector<std::string> causes_when(std::vector<Reply> replies, std::vector<Finding> findings) {
  const Json sending = read(R"({"id": "sending", "severity": "high", "symptoms": ["words.cannot-send"], "causes": [
    {"id": "frozen", "action": "ask-administrator", "confirmed": [["console.frozen"]], "likely": [["words.frozen"]]},
    {"id": "limit", "action": "wait", "likely": [["words.limit"]]},
    {"id": "weak", "action": "fix-on-your-device", "ruled_out": [["words.strong"]]}]})");
  const Problems problems = problems_from({sending}, shared());
  findings.push_back({"words.cannot-send", Severity::Info, {}, ""});
  for (Finding& reply : findings_of_replies(replies, findings, problems)) findings.push_back(std::move(reply));
  Bench bench(problems, std::move(findings));
  bench.complete = true;
  std::vector<std::string> causes;
  for (const ProblemVerdict& verdict : judge(bench)) {
    for (const CauseVerdict& cause : verdict.causes) {
      const char* state[] = {"confirmed", "likely", "possible", "cannot-tell", "ruled-out"};
      causes.push_back(std::string(cause.id) + " " + state[static_cast<int>(cause.state)]);
    }
  }
  return causes;
}

Finding seen(std::string key) {
  return {std::move(key), Severity::Info, {}, ""};
}

using Lines = std::vector<std::string>;

TEST(Fix, ThatDidNotHelpPutsTheNextCauseFirst) {
  EXPECT_EQ(causes_when({}, {seen("words.frozen")}), (Lines{"frozen likely", "limit possible", "weak possible"}));
  EXPECT_EQ(causes_when({{"fix.sending.frozen", "not-yet"}}, {seen("words.frozen")}),
            (Lines{"limit possible", "weak possible", "frozen likely"}));
}

TEST(Fix, ThatDoesNotApplyRulesItsCauseOut) {
  EXPECT_EQ(causes_when({{"fix.sending.frozen", "does-not-apply"}}, {seen("words.frozen")}),
            (Lines{"limit possible", "weak possible", "frozen ruled-out"}));
}

TEST(Fix, OfAConfirmedCauseStaysFirstWhileItTakesTime) {
  EXPECT_EQ(causes_when({{"fix.sending.frozen", "not-yet"}}, {seen("console.frozen")}),
            (Lines{"frozen confirmed", "limit possible", "weak possible"}));
  EXPECT_EQ(causes_when({{"fix.sending.frozen", "does-not-apply"}}, {seen("console.frozen")}),
            (Lines{"limit possible", "weak possible", "frozen likely"}))
      << "the person contradicts the evidence: it is doubtful, and others come first";
}

TEST(Fix, ThatWorkedConfirmsItsCause) {
  EXPECT_EQ(causes_when({{"fix.sending.weak", "worked"}}, {seen("words.strong")}),
            (Lines{"weak confirmed", "frozen possible", "limit possible"}));
}

TEST(Fix, OfAnotherProblemChangesNothing) {
  EXPECT_EQ(causes_when({{"fix.receiving.frozen", "does-not-apply"}}, {seen("words.frozen")}),
            (Lines{"frozen likely", "limit possible", "weak possible"}));
}

// ---------------------------------------------------------------- for and against

TEST(Argument, NamesEvidenceForAndAgainstEvenIfNoWholeClauseHolds) {
  const Json problem = read(R"({"id": "p", "severity": "high", "symptoms": ["words.a"], "causes": [
    {"id": "c", "action": "wait", "confirmed": [["words.a", "words.never"], ["words.b"]], "likely": [["words.a"]],
     "ruled_out": [["words.d", "words.never"], ["words.e", "words.never"]]}]})");
  const Problems problems = problems_from({problem}, {});
  Bench bench(problems, {seen("words.a"), seen("words.b"), seen("words.d")});
  bench.complete = true;
  const auto verdicts = judge(bench);
  ASSERT_EQ(verdicts.size(), 1U);
  EXPECT_EQ(verdicts[0].causes[0].supports, (std::vector<std::string_view>{"words.a", "words.b"}));
  EXPECT_EQ(verdicts[0].causes[0].opposes, (std::vector<std::string_view>{"words.d"}));
}

}  // namespace
}  // namespace alimail
