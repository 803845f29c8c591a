// The door: any bytes in, a turn or a refusal out; the embedded data is whole.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json.h"
#include "json/reader.h"
#include "provider/provider.h"

namespace alimail {
namespace {

const std::string kCase =
    R"({"version":1,"now":"2026-11-23T08:00:00Z","subject":"mail.abc.example","complaint":"","answers":[],"probes":[]})";

Json turn_of(std::string_view text) {
  return Json::parse(advance_text(text), nullptr, false);
}

std::string refusal(std::string_view text) {
  const Json turn = turn_of(text);
  const Json* error = member(turn, "error");
  return error == nullptr ? "none" : text_or_empty(*error, "code") + " " + text_or_empty(*error, "detail");
}

TEST(Door, RefusesWhatIsNoCaseAndSaysWhy) {
  EXPECT_EQ(refusal(kCase), "none");
  EXPECT_EQ(refusal(""), "not-json ");
  EXPECT_EQ(refusal("{"), "not-json ");
  EXPECT_EQ(refusal("[]"), "not-a-case version");
  EXPECT_EQ(refusal("{}"), "not-a-case version");
  EXPECT_EQ(refusal(R"({"version":2})"), "not-a-case version");
  EXPECT_EQ(refusal(R"({"version":1})"), "not-a-case now");
  EXPECT_EQ(refusal(R"({"version":1,"now":"","subject":5})"), "not-a-case subject");
  EXPECT_EQ(refusal(R"({"version":1,"now":"","subject":"","complaint":[]})"), "not-a-case complaint");
  EXPECT_EQ(refusal(R"({"version":1,"now":"","subject":"","complaint":"","answers":{}})"), "not-a-case answers");
  EXPECT_EQ(refusal(R"({"version":1,"now":"","subject":"","complaint":"","replies":[]})"), "not-a-case replies");
}

TEST(Door, RefusesATextThatNestsTooDeepBeforeItBecomesAValue) {
  EXPECT_EQ(refusal(std::string(100000, '[')), "too-deep ");
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += R"({"a":)";
  EXPECT_EQ(refusal(objects), "too-deep ");
  EXPECT_EQ(refusal(std::string(kMaxCaseBytes + 1, ' ')), "too-large ");
}

TEST(Door, SurvivesEveryTruncationAndEveryByteInTheFields) {
  for (std::size_t length = 0; length < kCase.size(); ++length) {
    EXPECT_NE(refusal(kCase.substr(0, length)), "none") << length;
  }
  Json odd = Json::parse(kCase);
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  odd["subject"] = bytes;
  odd["complaint"] = bytes;
  const std::string text = odd.dump(-1, ' ', false, Json::error_handler_t::replace);
  EXPECT_EQ(refusal(text), "none");
}

TEST(Door, IgnoresAnswersThatMakeNoSense) {
  Json odd = Json::parse(kCase);
  odd["answers"] = {5,
                    nullptr,
                    "x",
                    {{"resolver", 7}, {"name", nullptr}, {"type", "NO-SUCH"}},
                    {{"resolver", "r"}, {"name", "mail.abc.example"}, {"type", "A"}, {"bodyBase64", "***"}}};
  odd["probes"] = {1, {{"url", "https://mail.abc.example/"}, {"outcome", "perhaps"}}};
  odd["replies"] = {{"role", 5}, {"other", "x"}};
  const Json turn = turn_of(odd.dump());
  EXPECT_EQ(member(turn, "error"), nullptr);
  EXPECT_EQ(turn["diagnosis"]["action"], "need-more");
}

TEST(Door, BoundsHowManyAnswersACaseMayHold) {
  Json many = Json::parse(kCase);
  for (std::size_t i = 0; i < kMaxAnswers + 50; ++i) {
    many["answers"].push_back({{"resolver", "r"}, {"name", "mail.abc.example"}, {"type", "A"}, {"failure", "timeout"}});
  }
  EXPECT_EQ(turn_of(many.dump())["diagnosis"]["ledger"].size(), kMaxAnswers);
}

TEST(Door, GivesTheSameTurnForTheSameCase) {
  EXPECT_EQ(advance_text(kCase), advance_text(kCase));
}

TEST(Door, AsksForTheNamesThatDecideInTheFirstRound) {
  const Json turn = turn_of(kCase);
  std::vector<std::string> asked;
  for (const Json& query : turn["ask"]["queries"]) {
    asked.push_back(text_or_empty(query, "name") + " " + text_or_empty(query, "type"));
  }
  EXPECT_EQ(asked, (std::vector<std::string>{"abc.example SOA", "abc.example MX", "mail.abc.example CNAME",
                                             "mail.abc.example A", "mail.abc.example AAAA"}));
}

TEST(Catalogue, HoldsTheGuidesThreeProblemsWithAllTheirCauses) {
  const auto causes_of = [](std::string_view id) {
    for (const Problem& problem : catalogue().problems.list) {
      if (problem.id == id) return problem.causes.size();
    }
    return std::size_t{0};
  };
  EXPECT_EQ(causes_of("login-page-unreachable"), 8U);
  EXPECT_EQ(causes_of("account-cannot-send"), 8U);
  EXPECT_EQ(causes_of("history-unavailable"), 4U);
}

TEST(Catalogue, KnowsTheProviderAndThePhrases) {
  const Provider& provider = catalogue().provider;
  EXPECT_EQ(provider.families.size(), 6U);
  EXPECT_EQ(provider.guide_login_target, "alimail.aliyun.com");
  EXPECT_EQ(source_url(provider, "H36710"), "https://help.aliyun.com/en/document_detail/36710.html");
  EXPECT_EQ(source_url(provider, "RFC 7505 section 3"), "RFC 7505 section 3");
  EXPECT_FALSE(version().empty());
}

TEST(Nesting, CountsBracketsOutsideOfStrings) {
  EXPECT_EQ(nesting_of("{}"), 1U);
  EXPECT_EQ(nesting_of(R"({"a":[{"b":1}]})"), 3U);
  EXPECT_EQ(nesting_of(R"("[[[[\"[[[")"), 0U);
  EXPECT_EQ(nesting_of("]]]]"), 0U);
}

}  // namespace
}  // namespace alimail
