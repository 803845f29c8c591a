// The grammar of phrases and rules, tested with small phrases: what a support person may write into phrases.json.
#include "words/matcher.h"

#include <gtest/gtest.h>

#include "words/complaint.h"

namespace alimail {
namespace {

Phrases small() {
  Phrases phrases;
  phrases.concepts = {
      {"negation", {"not", "没有"}, false, false},  {"contrast", {"but", "但是"}, false, false},
      {"filler", {"not sure"}, false, false},       {"bounce", {"mailer daemon"}, false, false},
      {"cannot", {"cant", "cannot"}, false, false}, {"page", {"login page", "mail.*", "登录页"}, true, false},
      {"file", {"attachment"}, true, false},        {"fails", {"{cannot} open", "打不开"}, false, false},
      {"frozen", {"frozen", "冻结"}, false, true},  {"code", {"error 5##", "error 503"}, false, false},
      {"bare", {"^help$"}, false, false},           {"word", {"lock"}, false, false},
      {"long", {"lock screen"}, false, false},
  };
  phrases.symptoms = {
      {"page-fails", {"page", "fails"}, {"file"}, false},
      {"frozen", {"frozen"}, {}, false},
      {"code", {"code"}, {}, true},
      {"bare", {"bare"}, {}, false},
      {"word", {"word"}, {}, false},
      {"long", {"long"}, {}, false},
      {"bounce", {"bounce"}, {}, true},
      {"unknown", {"no-such-concept"}, {}, false},
      {"unknown", {"frozen"}, {"no-such-concept"}, false},
      {"unknown", {}, {}, false},
  };
  return phrases;
}

std::string said(std::string_view complaint) {
  std::string keys;
  for (const Finding& finding : read_complaint(complaint, small())) {
    if (finding.key == kUnrecognised) continue;
    keys += finding.key + ":";
    for (const std::string& slice : std::get<std::vector<std::string>>(finding.args.front().value)) keys += slice + "|";
  }
  return keys;
}

TEST(Phrase, IsFoundWithoutRegardToCaseWidthSpaceAndApostrophe) {
  EXPECT_EQ(said("The LOGIN   page can’t open"), "page-fails:LOGIN   page|can’t open|");
  EXPECT_EQ(said("ｌｏｇｉｎ－ｐａｇｅ cant open"), "page-fails:ｌｏｇｉｎ－ｐａｇｅ|cant open|");
  EXPECT_EQ(said("登录 页 打 不 开"), "page-fails:登录 页|打 不 开|");
  EXPECT_EQ(said("fro\xE2\x80\x8Bzen"), "frozen:fro\xE2\x80\x8Bzen|");
  EXPECT_EQ(said("can't\nopen the login page"), "page-fails:can't\nopen|login page|")
      << "a long line, broken by a program";
}

TEST(Phrase, EndsWhereTheWordEnds) {
  EXPECT_EQ(said("unfrozen frozenly frozen@abc.com"), "");
  EXPECT_EQ(said("'frozen', (frozen) frozen。"), "frozen:frozen|");
  EXPECT_EQ(said("被冻结了"), "frozen:冻结|");
}

TEST(Phrase, LongestMatchWins) {
  EXPECT_EQ(said("lock screen"), "long:lock screen|");
  EXPECT_EQ(said("lock, screen"), "word:lock|");
}

TEST(Phrase, SupportsDigitsPrefixesAndWholeText) {
  EXPECT_EQ(said("error 599 error 503"), "code:error 599|error 503|");
  EXPECT_EQ(said("error 5999"), "");
  EXPECT_EQ(said("cannot open mail.abc.com/x"), "page-fails:cannot open|mail.abc.com|");
  EXPECT_EQ(said(" Help! "), "bare:Help|");
  EXPECT_EQ(said("help me"), "");
}

TEST(Sentence, EndsAtAStopOrAContrast) {
  EXPECT_EQ(said("login page. frozen"), "frozen:frozen|");
  EXPECT_EQ(said("the attachment cannot open; login page is fine"), "");
  EXPECT_EQ(said("attachment is there but login page cannot open"), "page-fails:login page|cannot open|");
}

TEST(Sentence, KeepsThePreviousTopic) {
  EXPECT_EQ(said("This is about the login page. Hello. It cannot open."), "page-fails:cannot open|");
  EXPECT_EQ(said("This is about the login page. The attachment cannot open."), "");
}

TEST(Negation, RemovesTheNextDeniableConcept) {
  EXPECT_EQ(said("it is not frozen"), "");
  EXPECT_EQ(said("not yet really frozen"), "");
  EXPECT_EQ(said("账号没有被管理员冻结"), "");
  EXPECT_EQ(said("it is not nice, frozen"), "frozen:frozen|");
  EXPECT_EQ(said("not a word about it so frozen"), "frozen:frozen|");
  EXPECT_EQ(said("not sure, frozen"), "frozen:frozen|");
  EXPECT_EQ(said("not sure frozen"), "frozen:frozen|");
}

// Phrases for the ownership of an account: a small company, in which a problem with the recipient's account is not a
// problem.
Phrases company() {
  Phrases phrases;
  phrases.concepts = {
      {"colleague", {"colleague", "同事"}, false, false, true},
      {"pronoun", {"his account", "他的账号"}},
      {"recipient", {"recipient"}, false, false, true},
      {"correspondent", {"customer", "客户"}},
      {"bounce-talk", {"came back"}},
      {"account", {"account", "his account", "账号", "他的账号"}, true},
      {"frozen", {"frozen", "冻结"}},
      {"login", {"log in"}},
  };
  phrases.symptoms = {
      {"frozen", {"account", "frozen"}, {"recipient"}},
      {"bounce", {"bounce-talk"}, {}},
      {"login", {"login"}, {}, false, {}, false, {"frozen"}},
  };
  phrases.same = {"~ account colleague frozen", "customer customers"};
  return phrases;
}

std::string keys(std::string_view complaint) {
  std::string found;
  for (const Finding& finding : read_complaint(complaint, company())) found += finding.key + " ";
  return found;
}

TEST(Pronoun, MeansTheColleagueMentionedBefore) {
  EXPECT_EQ(keys("My colleague told a customer that his account is frozen"), "frozen ");
  EXPECT_EQ(keys("同事说他的账号被冻结"), "frozen ");
}

TEST(Pronoun, MeansTheRecipientIfOneIsMentioned) {
  EXPECT_EQ(keys("The customer says his account is frozen"), "words.unrecognised ");
  EXPECT_EQ(keys("His account is frozen, so my mail came back"), "bounce ");
}

TEST(Pronoun, MeansOneOfUsIfNobodyElseIsMentioned) {
  EXPECT_EQ(keys("It tells him his account is frozen"), "frozen ");
}

TEST(Unless, ReportsOneProblemOnce) {
  EXPECT_EQ(keys("I cannot log in"), "login ");
  EXPECT_EQ(keys("The account is frozen. I cannot log in."), "frozen ");
}

TEST(Slips, WithAMissingLetterOrTwoSwappedLettersCountAsTheWord) {
  for (const char* typed : {"acount frozen", "accout frozen", "accuont forzen", "ACOUNT frozne"})
    EXPECT_EQ(keys(typed), "frozen ") << typed;
  for (const char* other : {"count frozen", "a count frozen", "account frzn", "account unfrozen"})
    EXPECT_EQ(keys(other), "words.unrecognised ") << other;
}

TEST(Bounce, DisablesRulesThatAreNotForBounces) {
  EXPECT_EQ(said("MAILER-DAEMON: frozen. error 550"), "code:error 550|bounce:MAILER-DAEMON|");
}

TEST(Matched, ShowsSixSlicesAtMost) {
  EXPECT_EQ(said("error 501 error 502 error 504 error 505 error 506 error 507 error 508 error 501"),
            "code:error 501|error 502|error 504|error 505|error 506|error 507|");
}

TEST(Compile, DropsRulesWithUnknownConcepts) {
  EXPECT_EQ(compile(small()).rules.size(), 7U);
  EXPECT_TRUE(compile({}).patterns.empty());
}

TEST(Compile, IgnoresBrokenPhrases) {
  Phrases phrases;
  phrases.concepts = {
      {"a", {"", "{", "{}", "{a}", "{b", "*", "^$", "^", "#", std::string(500, 'x'), "{a} {a} {a} {a}"}, false, false}};
  phrases.symptoms = {{"a", {"a"}, {}, false}};
  const Matcher matcher = compile(phrases);
  EXPECT_LT(matcher.patterns.size(), 100U);
  EXPECT_EQ(read_complaint("7", matcher).front().key, "a");
}

}  // namespace
}  // namespace alimail
