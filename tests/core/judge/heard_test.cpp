// Phrases and likeness together: who decides, what is forgotten, and when the person is asked.
#include "judge/heard.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

Problems small_problems() {
  std::vector<Json> files;
  for (
      const std::string_view text :
      {R"({"id": "login", "from": "guide", "symptoms": ["words.login", "reads.login"], "causes": []})",
       R"({"id": "bounced", "from": "checker", "symptoms": ["words.bounced", "code.refused", "reads.bounced"], "causes": []})",
       R"({"id": "not-alibaba-mail", "from": "checker", "symptoms": ["elsewhere.other", "reads.other-service"], "causes": []})",
       R"({"id": "login-rejected", "from": "official", "symptoms": ["words.password", "reads.login-rejected"], "causes": []})",
       R"({"id": "client-cannot-connect", "from": "official", "symptoms": ["words.app-password"], "causes": []})"}) {
    files.push_back(parse_json(text, 8).value());
  }
  return problems_from(
      std::move(files),
      parse_json(R"({"topics": [{"id": "which-mx", "steps": []}, {"id": "password-reset", "steps": []}]})", 8).value());
}

struct Outcome {
  std::vector<std::string> keys;
  std::string problem;
  std::string topic;
  bool asks = false;
};

Outcome heard(std::vector<std::string> keys, std::vector<Share> shares, std::string_view start = "") {
  static const Problems problems = small_problems();
  std::vector<Finding> words;
  for (std::string& key : keys) words.push_back({std::move(key), Severity::Info, {}, ""});
  const Heard result = hear(words, {std::move(shares), {"mx"}}, start, problems);
  Outcome outcome;
  for (const Finding& finding : words) outcome.keys.push_back(finding.key);
  outcome.problem = result.problem;
  if (result.topic != nullptr) outcome.topic = result.topic->id();
  outcome.asks = !result.closest.empty();
  return outcome;
}

using Keys = std::vector<std::string>;

TEST(Heard, AProblemThatNoPhraseNamesIsNamedByLikeness) {
  const Outcome outcome = heard({"words.unrecognised"}, {{"bounced", 80}, {"nothing", 20}});
  EXPECT_EQ(outcome.keys, Keys{"reads.bounced"});
  EXPECT_EQ(outcome.problem, "bounced");
  EXPECT_FALSE(outcome.asks);
}

TEST(Heard, ThePersonIsAskedIfItIsOnlyFairlyClear) {
  const Outcome outcome = heard({"words.unrecognised"}, {{"bounced", 50}, {"login", 50}});
  EXPECT_EQ(outcome.problem, "bounced");
  EXPECT_TRUE(outcome.asks);
}

TEST(Heard, ThePersonIsAskedIfNothingIsClear) {
  const Outcome outcome = heard({"words.unrecognised"}, {{"bounced", 30}, {"login", 30}});
  EXPECT_EQ(outcome.keys, Keys{"words.unrecognised"});
  EXPECT_EQ(outcome.problem, "");
  EXPECT_TRUE(outcome.asks);
}

TEST(Heard, AProblemOfTheGuideNeedsMore) {
  EXPECT_EQ(heard({}, {{"login", 65}}).problem, "") << "phrases know most words for it";
  EXPECT_EQ(heard({}, {{"bounced", 50}}).problem, "bounced");
  EXPECT_EQ(heard({}, {{"login", 72}}).problem, "login");
}

TEST(Heard, WhereBothAgreeNothingIsAdded) {
  const Outcome outcome = heard({"words.login"}, {{"login", 99}});
  EXPECT_EQ(outcome.keys, Keys{"words.login"});
  EXPECT_FALSE(outcome.asks);
}

TEST(Heard, WherePhrasesNameSeveralProblemsLikenessSaysWhichOneIsMeant) {
  const Outcome outcome = heard({"words.login", "words.bounced"}, {{"bounced", 60}, {"login", 40}});
  EXPECT_EQ(outcome.keys, (Keys{"words.login", "words.bounced"}));
  EXPECT_EQ(outcome.problem, "bounced");
  EXPECT_FALSE(outcome.asks);
}

TEST(Heard, WhereTheyDisagreeTheSurerOneLeadsAndThePersonIsAsked) {
  Outcome outcome = heard({"words.login"}, {{"bounced", 30}});
  EXPECT_EQ(outcome.keys, Keys{"words.login"});
  EXPECT_EQ(outcome.problem, "");
  EXPECT_TRUE(outcome.asks);
  outcome = heard({"words.login"}, {{"bounced", 60}});
  EXPECT_EQ(outcome.keys, (Keys{"words.login", "reads.bounced"}));
  EXPECT_EQ(outcome.problem, "bounced");
  EXPECT_TRUE(outcome.asks);
}

// An app that refuses the password may want another one, which the login page never does.
TEST(Heard, APasswordThatAnAppRefusesIsAboutTheApp) {
  const Outcome app = heard({"words.mail-app", "words.unrecognised"}, {{"login-rejected", 95}});
  EXPECT_EQ(app.keys, Keys{"words.app-password"});
  EXPECT_EQ(app.problem, "client-cannot-connect");
  EXPECT_EQ(heard({"words.password"}, {{"login-rejected", 95}}).problem, "login-rejected");
}

TEST(Heard, HowToResetAPasswordIsAQuestionUnlessAnAppRefusesIt) {
  EXPECT_EQ(heard({"words.mail-app"}, {{"password-reset", 95}}).topic, "password-reset");
  EXPECT_EQ(heard({"words.mail-app", "words.wrong-password"}, {{"password-reset", 95}}).problem,
            "client-cannot-connect");
}

TEST(Heard, AnotherServiceMustBeClearWherePhrasesNameATroubleOfOurs) {
  EXPECT_NE(heard({"words.login"}, {{"other-service", 60}}).problem, "not-alibaba-mail");
  EXPECT_EQ(heard({"words.login"}, {{"other-service", 72}}).problem, "not-alibaba-mail");
  EXPECT_EQ(heard({"words.unrecognised"}, {{"other-service", 60}}).problem, "not-alibaba-mail");
}

TEST(Heard, ThatAnAppIsMentionedIsSaidToNobody) {
  EXPECT_EQ(heard({"words.login", "words.mail-app"}, {{"login", 95}}).keys, Keys{"words.login"});
  EXPECT_EQ(heard({"words.login", "words.mail-app"}, {}).keys, Keys{"words.login"});
  EXPECT_EQ(heard({"words.login", "words.mail-app"}, {}, "bounced").keys, Keys{"words.login"});
}

TEST(Heard, AQuestionInTheWordsOfATroubleIsAQuestion) {
  const Outcome outcome = heard({"words.login", "words.can-log-in"}, {{"which-mx", 90}});
  EXPECT_EQ(outcome.topic, "which-mx");
  EXPECT_EQ(outcome.keys, Keys{"words.can-log-in"}) << "what names no problem stays";
}

TEST(Heard, WhatAServerRepliedDecidesAlone) {
  const Outcome outcome = heard({"code.refused"}, {{"which-mx", 99}});
  EXPECT_EQ(outcome.keys, Keys{"code.refused"});
  EXPECT_EQ(outcome.topic, "");
  EXPECT_FALSE(outcome.asks);
}

TEST(Heard, NothingOfOursIsNoTroubleAndTheListIsStillThere) {
  const Outcome outcome = heard({"words.login"}, {{"nothing", 95}, {"login", 5}});
  EXPECT_EQ(outcome.keys, Keys{});
  EXPECT_TRUE(outcome.asks);
}

TEST(Heard, AnotherServiceIsTheProblemOfThatName) {
  EXPECT_EQ(heard({}, {{"other-service", 95}}).problem, "not-alibaba-mail");
}

TEST(Heard, ATroubleWithAnotherServiceIsNotOurs) {
  EXPECT_EQ(heard({"elsewhere.other"}, {{"login", 80}}).keys, Keys{"elsewhere.other"});
  EXPECT_EQ(heard({"elsewhere.other"}, {{"login", 90}}).keys, Keys{"reads.login"}) << "the name of it was by the way";
}

TEST(Heard, WhatThePersonChoseIsNotAskedAgain) {
  EXPECT_EQ(heard({}, {{"bounced", 20}}, "which-mx").topic, "which-mx");
  EXPECT_FALSE(heard({}, {{"bounced", 20}}, "login").asks);
}

TEST(Heard, WithoutAReadingNothingChanges) {
  EXPECT_EQ(heard({"words.unrecognised"}, {}).keys, Keys{"words.unrecognised"});
}

}  // namespace
}  // namespace alimail
