// The door: any bytes in, a turn or a refusal out. Also checks that the embedded data is complete.
#include "door/door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "advance.h"
#include "door/shapes.h"
#include "provider/provider.h"

namespace alimail {
namespace {

const std::string kCase =
    R"({"version":1,"now":"2026-11-23T08:00:00Z","subject":"mail.abc.example","complaint":"","answers":[],"probes":[]})";

// The tests use nlohmann's own tree, because otherwise a mistake that the core's reader and writer share would not
// show.
using Tree = nlohmann::json;

Tree turn_of(std::string_view text) {
  return Tree::parse(advance_text(text));
}

std::string refusal(std::string_view text) {
  const Tree turn = turn_of(text);
  if (!turn.contains("error")) return "none";
  return turn["error"]["code"].get<std::string>() + " " + turn["error"]["detail"].get<std::string>();
}

TEST(Door, RefusesOtherTextWithAReason) {
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

TEST(Door, RefusesATextThatNestsTooDeepWhileParsing) {
  EXPECT_EQ(refusal(std::string(100000, '[')), "too-deep ");
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += R"({"a":)";
  EXPECT_EQ(refusal(objects), "too-deep ");
  EXPECT_EQ(refusal(std::string(kMaxCaseBytes + 1, ' ')), "too-large ");
}

// An answer that is not read is unknown, and never an absence.
TEST(Door, ReadsBodiesUpToALimitOfAll) {
  const std::string body = R"({\"Status\":0,\"Answer\":[]})";
  const auto answers = [&](int count, std::size_t size) {
    std::string text;
    const std::string filled = body + std::string(size - body.size(), ' ');
    for (int i = 0; i < count; ++i) {
      text += R"({"resolver":"a","name":"abc.example","type":"TXT","status":200,"body":")" + filled + "\"},";
    }
    return text;
  };
  std::string text = kCase;
  std::string all = answers(30, 64000) + answers(30, 100);
  all.pop_back();
  text.replace(text.find("[]"), 2, '[' + all + ']');
  const Tree ledger = turn_of(text)["diagnosis"]["ledger"];
  ASSERT_EQ(ledger.size(), 60U);
  std::size_t large = 0;
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    const auto outcome = ledger[i]["outcome"].get<std::string>();
    if (i < 30 && outcome == "nodata") ++large;
    EXPECT_TRUE(outcome == "nodata" || (i < 30 && outcome == "unreadable")) << "small ones still fit";
  }
  EXPECT_EQ(large, kMaxBodiesBytes / 64000);
}

TEST(Door, SurvivesEveryTruncationAndEveryByteInTheFields) {
  for (std::size_t length = 0; length < kCase.size(); ++length) {
    EXPECT_NE(refusal(kCase.substr(0, length)), "none") << length;
  }
  Tree odd = Tree::parse(kCase);
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  odd["subject"] = bytes;
  odd["complaint"] = bytes;
  const std::string text = odd.dump(-1, ' ', false, Tree::error_handler_t::replace);
  EXPECT_EQ(refusal(text), "none");
}

TEST(Door, IgnoresAnswersThatMakeNoSense) {
  Tree odd = Tree::parse(kCase);
  odd["answers"] = {5,
                    nullptr,
                    "x",
                    {{"resolver", 7}, {"name", nullptr}, {"type", "NO-SUCH"}},
                    {{"resolver", "r"}, {"name", "mail.abc.example"}, {"type", "A"}, {"bodyBase64", "***"}}};
  odd["probes"] = {1, {{"url", "https://mail.abc.example/"}, {"outcome", "perhaps"}}};
  odd["replies"] = {{"role", 5}, {"other", "x"}};
  const Tree turn = turn_of(odd.dump());
  EXPECT_FALSE(turn.contains("error"));
  EXPECT_EQ(turn["diagnosis"]["action"], "need-more");
}

TEST(Door, LimitsTheAnswersOfACase) {
  Tree many = Tree::parse(kCase);
  for (std::size_t i = 0; i < kMaxAnswers + 50; ++i) {
    many["answers"].push_back({{"resolver", "r"}, {"name", "mail.abc.example"}, {"type", "A"}, {"failure", "timeout"}});
  }
  EXPECT_EQ(turn_of(many.dump())["diagnosis"]["ledger"].size(), kMaxAnswers);
}

TEST(Door, GivesTheSameTurnForTheSameCase) {
  EXPECT_EQ(advance_text(kCase), advance_text(kCase));
}

// Two resolvers that disagree, which gives verdicts with reasons and a wait with reasons.
std::string disputed_case() {
  Tree disputed = Tree::parse(kCase);
  disputed["complaint"] = "The login page of my mailbox does not open: DNS_PROBE_FINISHED_NXDOMAIN";
  const auto answer = [](const char* resolver, const char* body) {
    return Tree{{"resolver", resolver}, {"name", "mail.abc.example"},
                {"type", "CNAME"},      {"at", "2026-11-23T08:00:00Z"},
                {"status", 200},        {"contentType", "application/dns-json"},
                {"body", body}};
  };
  disputed["answers"] = {answer("one", R"({"Status":0,"Question":[{"name":"mail.abc.example.","type":5}],"Answer":[
        {"name":"mail.abc.example.","type":5,"TTL":600,"data":"qiye.aliyun.com."}]})"),
                         answer("two", R"({"Status":0,"Question":[{"name":"mail.abc.example.","type":5}],"Answer":[
        {"name":"mail.abc.example.","type":5,"TTL":600,"data":"parked.def.example."}]})")};
  return disputed.dump();
}

TEST(Door, WritesACopyOfATurnLikeTheTurn) {
  std::string field;
  const Result<Case> input = case_from_json(disputed_case(), field);
  ASSERT_TRUE(input.ok());
  auto first = std::make_unique<Turn>(advance(input.value(), catalogue()));
  ASSERT_FALSE(first->diagnosis.problems.empty());
  ASSERT_FALSE(first->diagnosis.problems[0].causes[0].because.empty());
  ASSERT_TRUE(first->diagnosis.wait.has_value());
  const std::string text = turn_to_json(*first);
  const Turn copy = *first;
  first.reset();
  EXPECT_EQ(turn_to_json(copy), text);
}

TEST(Door, AsksForTheNamesThatDecideInTheFirstRound) {
  const Tree turn = turn_of(kCase);
  std::vector<std::string> asked;
  for (const Tree& query : turn["ask"]["queries"]) {
    asked.push_back(query["name"].get<std::string>() + " " + query["type"].get<std::string>());
  }
  EXPECT_THAT(asked,
              ::testing::IsSupersetOf({"abc.example SOA", "abc.example NS", "abc.example MX", "mail.abc.example CNAME",
                                       "mail.abc.example A", "mail.abc.example AAAA"}));
}

TEST(Door, AsksNoOptionalRecordsForABriefCaseAndOpensNothing) {
  const Tree full = turn_of(kCase)["ask"];
  const Tree brief = turn_of(std::string(kCase).replace(1, 0, R"("brief":true,)"))["ask"];
  const auto asks = [](const Tree& ask, const char* why) {
    return std::any_of(ask["queries"].begin(), ask["queries"].end(),
                       [&](const Tree& query) { return query["why"] == why; });
  };
  for (const char* why : {"zone", "mail-exchange", "login-alias", "sender-policy", "dkim-key", "dmarc-policy"}) {
    EXPECT_TRUE(asks(brief, why)) << why;
  }
  for (const char* why : {"name-servers", "client-host", "mta-sts", "tls-rpt", "bimi", "caa"}) {
    EXPECT_TRUE(asks(full, why)) << why;
    EXPECT_FALSE(asks(brief, why)) << why;
  }
  EXPECT_TRUE(brief["probes"].empty());
}

TEST(Catalogue, HasTheThreeProblemsOfTheGuideWithAllCauses) {
  const auto causes_of = [](std::string_view id) {
    for (const Problem& problem : catalogue().problems.list) {
      if (problem.id() == id) return problem.causes().size();
    }
    return std::size_t{0};
  };
  EXPECT_EQ(causes_of("login-page-unreachable"), 10U);
  EXPECT_EQ(causes_of("account-cannot-send"), 10U);
  EXPECT_EQ(causes_of("history-unavailable"), 6U);
}

TEST(Catalogue, KnowsTheProviderAndThePhrases) {
  const Provider& provider = catalogue().provider;
  EXPECT_EQ(provider.sites.size(), 6U);
  EXPECT_EQ(guide_login_target(provider), "alimail.aliyun.com");
  EXPECT_EQ(source_url(provider, "H36710"), "https://help.aliyun.com/en/document_detail/36710.html");
  EXPECT_EQ(source_url(provider, "RFC 7505 section 3"), "RFC 7505 section 3");
  EXPECT_FALSE(version().empty());
}

}  // namespace
}  // namespace alimail
