// A case that grows: each step gives the turn that the whole case gives (tests/web/core/growing.test.ts tells every story so).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "door/door.h"

namespace alimail {
namespace {

using Tree = nlohmann::ordered_json;

constexpr const char* kPasted =
    "The login page does not open.\n; <<>> DiG 9.18 <<>> mail.abc.example\n"
    ";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\nmail.abc.example. 600 IN A "
    "203.0.113.7\n\n"
    "550 5.7.1 Sender not authenticated: <a@abc.example>";

Tree case_with(Tree answers, const char* complaint = kPasted) {
  return {{"version", 1},
          {"now", "2026-11-23T08:00:00Z"},
          {"subject", "mail.abc.example"},
          {"complaint", complaint},
          {"answers", std::move(answers)}};
}

Tree answer(int resolver, const char* name, int status) {
  const Tree record = {{"name", name}, {"type", 5}, {"TTL", 600}, {"data", "qiye.aliyun.com."}};
  const Tree body = {{"Status", status},
                     {"Question", {{{"name", name}, {"type", 5}}}},
                     {"Answer", status == 0 ? Tree::array({record}) : Tree::array()}};
  return {{"resolver", "r" + std::to_string(resolver)},
          {"name", name},
          {"type", "CNAME"},
          {"at", "2026-11-23T08:00:00Z"},
          {"status", 200},
          {"contentType", "application/dns-json"},
          {"body", body.dump()}};
}

// What the page makes of it: a number is so many entries of the turn before, at the same place.
Tree whole(Tree turn, const Tree& before) {
  Tree ledger = Tree::array();
  for (const Tree& entry : turn["diagnosis"]["ledger"]) {
    if (entry.is_number()) {
      for (int i = 0; i < entry.get<int>(); ++i) ledger.push_back(before["diagnosis"]["ledger"][ledger.size()]);
    } else {
      ledger.push_back(entry);
    }
  }
  turn["diagnosis"]["ledger"] = ledger;
  return turn;
}

// Sends the case without its first answers, and compares with what the whole case gives.
Tree proceed(Run& run, const Tree& input, std::size_t kept, const Tree& before) {
  Tree rest = input;
  rest["answers"] = Tree::array();
  for (std::size_t i = kept; i < input["answers"].size(); ++i) rest["answers"].push_back(input["answers"][i]);
  const Tree turn = whole(Tree::parse(proceed_text(rest.dump(), kept, run)), before);
  EXPECT_EQ(turn.dump(), Tree::parse(advance_text(input.dump())).dump()) << input.dump();
  return turn;
}

Tree answers_of(std::size_t count) {
  Tree answers = Tree::array();
  for (std::size_t i = 0; i < count; ++i) {
    const int resolver = static_cast<int>(i % 3);
    answers.push_back(answer(resolver, i < 3 ? "mail.abc.example" : "abc.example", i % 4 == 1 ? 3 : 0));
  }
  return answers;
}

TEST(GrowingCase, GivesAtEachStepWhatTheWholeCaseGives) {
  alimail::Run run;
  Tree before;
  for (std::size_t count = 0; count <= 8; ++count) {
    before = proceed(run, case_with(answers_of(count)), count == 0 ? 0 : count - 1, before);
  }
}

TEST(GrowingCase, WritesOnlyWhatIsNew) {
  alimail::Run run;
  proceed_text(case_with(answers_of(4)).dump(), 0, run);
  const Tree none = case_with(Tree::array());
  const Tree ledger = Tree::parse(proceed_text(none.dump(), 4, run))["diagnosis"]["ledger"];
  ASSERT_EQ(ledger.size(), 2U) << ledger;
  EXPECT_EQ(ledger[0], 4);
  EXPECT_EQ(ledger[1]["resolver"], "local") << "pasted output is written each time";
}

TEST(GrowingCase, ForgetsAnswersThatAreNotKept) {
  alimail::Run run;
  Tree before = proceed(run, case_with(answers_of(8)), 0, {});
  before = proceed(run, case_with(answers_of(2)), 2, before);
  before = proceed(run, case_with(answers_of(5)), 2, before);
  proceed(run, case_with(answers_of(3)), 0, before);
}

TEST(GrowingCase, LooksForTheAnswersThatCameInTheirPlace) {
  alimail::Run run;
  const Tree before = proceed(run, case_with(answers_of(8)), 0, {});
  Tree others = answers_of(2);
  for (const char* name : {"abc.example", "imap.abc.example", "mail.abc.example", "smtp.abc.example", "abc.example",
                           "_dmarc.abc.example"}) {
    others.push_back(answer(1, name, 0));
  }
  proceed(run, case_with(others), 2, before);
}

TEST(GrowingCase, ReadsOtherWordsAndAnotherSubject) {
  alimail::Run run;
  Tree before = proceed(run, case_with(answers_of(4)), 0, {});
  before = proceed(run, case_with(answers_of(4), "My account is frozen"), 4, before);
  Tree other = case_with(answers_of(4));
  other["subject"] = "other.example";
  other["now"] = "2026-11-24T08:00:00Z";
  before = proceed(run, other, 4, before);
  other["subject"] = "";  // that of the pasted output
  before = proceed(run, other, 4, before);
  proceed(run, case_with(answers_of(4), ""), 4, before);
}

TEST(GrowingCase, BeginsAnewAfterARefusal) {
  alimail::Run run;
  proceed_text(case_with(answers_of(4)).dump(), 0, run);
  EXPECT_EQ(proceed_text("{", 4, run), advance_text("{"));
  proceed(run, case_with(answers_of(4)), 0, {});
}

}  // namespace
}  // namespace alimail
