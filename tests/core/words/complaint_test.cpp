// Reads complaints with the real phrases: limits, arbitrary bytes, bounces of other systems, and the consistency of the
// data.
#include "words/complaint.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "door/catalogue_json.h"
#include "reader.h"
#include "words/fold.h"

namespace alimail::words_test {
namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

TEST(Complaint, IfEmptyGivesNoFindings) {
  for (const std::string_view text : {"", " ", "\r\n\t", "　"}) EXPECT_TRUE(read_complaint(text, matcher()).empty());
}

TEST(Complaint, IsReadUpToTheLimit) {
  const std::string filler = repeated("今天天气不错。", kMaxComplaintBytes);
  EXPECT_EQ(keys_of(filler + " AccountFrozen"), full("unrecognised cut"));
  EXPECT_EQ(keys_of("AccountFrozen " + filler), full("account-frozen cut"));
  EXPECT_EQ(keys_of(filler.substr(0, kMaxComplaintBytes)), full("unrecognised"));
}

// These texts only have to finish, which takes milliseconds in one pass.
TEST(Complaint, IsReadInOnePassWhateverItContains) {
  for (const std::string_view part :
       {"a",        "1",        "\n",      " ",        ".",     "冻",          "冻结!",    "not ",      "没有",
        "{",        "#",        "5.5.5.",  "500 5.5.", "mail.", "can not be ", "account ", "邮箱",      "\xFF",
        "\xE5",     "\xF0\x9F", "error 5", "\n   ",    "'a",    "<<<<",        "503 503 ", "邮箱冻结,", "登录页打不开!",
        "mail.a.b "}) {
    const std::string text = repeated(part, kMaxComplaintBytes);
    for (const Finding& finding : read_complaint(text, matcher())) EXPECT_FALSE(finding.key.empty());
  }
}

TEST(Complaint, MayBeAnyBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string text(random() % 200, '\0');
    for (char& c : text) c = static_cast<char>(random());
    for (const Finding& finding : read_complaint(text, matcher())) {
      for (const Arg& arg : finding.args) {
        for (const std::string& slice : std::get<std::vector<std::string>>(arg.value))
          EXPECT_NE(text.find(slice), std::string::npos);
      }
    }
  }
  std::string large(kMaxComplaintBytes, '\0');
  for (char& c : large) c = static_cast<char>(random());
  EXPECT_FALSE(read_complaint(large, matcher()).empty());
}

TEST(Fold, KeepsTrackOfWhereEachByteComesFrom) {
  std::mt19937 random(11);
  for (int i = 0; i < 3000; ++i) {
    std::string text(random() % 60, '\0');
    for (char& c : text) c = static_cast<char>(random());
    const Folded folded = fold(text, FoldFor::Text);
    ASSERT_EQ(folded.text.size(), folded.begin.size());
    ASSERT_EQ(folded.text.size(), folded.end.size());
    for (std::size_t at = 0; at < folded.text.size(); ++at) {
      EXPECT_LE(folded.begin[at], folded.end[at]);
      EXPECT_LE(folded.end[at], text.size());
      EXPECT_LE(folded.begin[at == 0 ? 0 : at - 1], folded.begin[at]);
    }
  }
}

TEST(PhrasesFile, NamesOnlyItsOwnConcepts) {
  const Phrases phrases = phrases_from_text(lexicon_text());
  std::set<std::string> ids;
  for (const Concept& each : phrases.concepts) EXPECT_TRUE(ids.insert(each.id).second) << each.id;
  for (const SymptomRule& rule : phrases.symptoms) {
    for (const std::string& id : rule.all) EXPECT_TRUE(ids.contains(id)) << rule.key << " " << id;
    for (const std::string& id : rule.none) EXPECT_TRUE(ids.contains(id)) << rule.key << " " << id;
  }
  for (const Concept& each : phrases.concepts) {
    for (const std::string& phrase : each.phrases) {
      const std::size_t open = phrase.find('{');
      if (open == std::string::npos) continue;
      EXPECT_TRUE(ids.contains(phrase.substr(open + 1, phrase.find('}') - open - 1))) << phrase;
    }
  }
  EXPECT_EQ(matcher().rules.size(), phrases.symptoms.size());
  EXPECT_LE(phrases.concepts.size(), kMaxConcepts);
  EXPECT_LT(matcher().patterns.size(), kMaxPatterns);
}

TEST(PhrasesFile, HasNoPhraseThatCannotMatch) {
  for (const Pattern& pattern : matcher().patterns) {
    const std::string_view text = text_of(pattern, matcher());
    EXPECT_LE(text.size(), kMaxPhraseBytes);
    EXPECT_EQ(text.find('\n'), std::string::npos) << text;
  }
}

bool names_a_problem_of_the_guide(std::string_view text) {
  constexpr std::string_view kProblems[] = {"words.account-",    "words.login-page-fails",     "words.http-503",
                                            "words.inbox-empty", "words.old-mail-unavailable", "words.cannot-send"};
  for (const Finding& finding : read_complaint(text, matcher())) {
    for (const std::string_view problem : kProblems) {
      if (finding.key.starts_with(problem)) return true;
    }
  }
  return false;
}

TEST(BounceSuite, NamesAProblemOfTheGuideInLessThanTwoPercent) {
  const char* folder = std::getenv("ALIMAIL_SUITES");
  if (folder == nullptr)
    GTEST_SKIP() << "ALIMAIL_SUITES names no folder with bounces.jsonl: the foreign bounces were not read";
  std::ifstream file(std::string(folder) + "/bounces.jsonl");
  int rows = 0;
  int named = 0;
  for (std::string line; std::getline(file, line); ++rows) {
    if (!names_a_problem_of_the_guide(nlohmann::json::parse(line)["text"].get<std::string>())) continue;
    ++named;
    std::cout << "  named: " << nlohmann::json::parse(line)["id"] << "\n";
  }
  ASSERT_GT(rows, 0) << "no bounces.jsonl in " << folder;
  std::cout << "  " << named << " of " << rows << " foreign bounces name a problem of the guide\n";
  EXPECT_LT(named * 50, rows);
}

}  // namespace
}  // namespace alimail::words_test
