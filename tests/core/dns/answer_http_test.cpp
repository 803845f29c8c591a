// The outcome of one query: how the format of a reply is recognized, and replies in JSON.
#include <gtest/gtest.h>

#include "dns/answer.h"
#include "wire_builder.h"

namespace alimail {
namespace {

using namespace dns_test;

RawAnswer raw(const std::string& content_type, const std::string& body) {
  RawAnswer answer;
  answer.name = "abc.com";
  answer.type = RecordType::A;
  answer.status = 200;
  answer.content_type = content_type;
  answer.body = body;
  return answer;
}

const char* const kRecord = "abc.com 60 A 203.0.113.7";
const char* const kJson =
    R"({"Status":0,"Question":[{"name":"abc.com.","type":1}],"Answer":[{"name":"abc.com.","type":1,"TTL":60,"data":"203.0.113.7"}]})";

struct FormRow {
  const char* content_type;
  std::string body;
  Outcome outcome;
  const char* detail = "";
};

TEST(AnswerForm, TheContentTypeOrElseTheFirstByteDecides) {
  const std::string wire = reply({.asked = "abc.com A", .answer = {kRecord}});
  const std::vector<FormRow> rows{
      // silent
      {"application/dns-message", wire, Outcome::Records},
      {"Application/DNS-Message; charset=binary", wire, Outcome::Records},
      {"", wire, Outcome::Records},
      {"application/octet-stream", wire, Outcome::Records},
      {"application/dns-json", kJson, Outcome::Records},
      {"application/json; charset=UTF-8", kJson, Outcome::Records},
      {"application/x-javascript; charset=UTF-8", kJson, Outcome::Records},
      {"text/plain", kJson, Outcome::Records},
      {"", std::string("\n ") + kJson, Outcome::Records},
      {"application/octet-stream", kJson, Outcome::Records},
      // cannot tell
      {"text/html; charset=utf-8", "<!doctype html><title>Log in to the network</title>", Outcome::Unreadable, "html"},
      {"text/html", kJson, Outcome::Unreadable, "html"},
      {"application/xhtml+xml", "<html/>", Outcome::Unreadable, "html"},
      {"application/json", " <html>", Outcome::Unreadable, "html"},
      {"", "<html>", Outcome::Unreadable, "html"},
      {"application/dns-message", "<html>", Outcome::Malformed, "short-header"},
      {"application/dns-message", kJson, Outcome::Malformed, "label-type"},
      {"application/dns-json", wire, Outcome::Malformed, "not-json"},
      {"text/plain", "no such host", Outcome::Malformed, "not-json"},
      {"application/json", R"(["203.0.113.7"])", Outcome::Malformed, "not-an-answer"},
      {"", R"(["203.0.113.7"])", Outcome::Malformed, "not-an-answer"},
      {"application/json", R"({"error":"Invalid CD flag"})", Outcome::Malformed, "not-an-answer"},
      {"application/dns-json", std::string(100000, '['), Outcome::Malformed, "too-deep"},
      {"application/dns-message", "", Outcome::Malformed, "empty"},
      {"application/dns-json", "", Outcome::Malformed, "empty"},
  };
  for (const FormRow& row : rows) {
    SCOPED_TRACE(std::string(row.content_type) + " | " + row.body.substr(0, 60));
    const Answer answer = decode_answer(raw(row.content_type, row.body));
    EXPECT_EQ(answer.outcome, row.outcome);
    EXPECT_EQ(answer.detail, row.detail);
  }
}

TEST(AnswerForm, ABodyWithoutAStatusIsRead) {
  RawAnswer given = raw("application/dns-json", kJson);
  given.status = 0;
  EXPECT_EQ(decode_answer(given).outcome, Outcome::Records);
  given.body.clear();
  EXPECT_EQ(decode_answer(given).outcome, Outcome::Unreadable);
  EXPECT_EQ(decode_answer(given).detail, "no-reply");
}

TEST(AnswerForm, ExtendedErrorsAndTheAuthorityAreKept) {
  const char* const soa = "abc.com 1800 SOA ns1.abc.com root.abc.com 1 2 3 4 600";
  const std::string lame = opt(0, extended_error(22, "lame"));
  const Answer answer =
      decode_answer(raw("", reply({.asked = "abc.com A", .rcode = 2, .authority = {soa}, .additional = lame})));
  EXPECT_EQ(answer.errors, (std::vector<ExtendedError>{{22, "lame"}}));
  EXPECT_EQ(lines_of(answer.authority), std::vector<std::string>{soa});
  EXPECT_EQ(answer.rcode, 2);
}

TEST(AnswerForm, TheNameOfAQuestionIsMadeCanonical) {
  RawAnswer given = raw("application/dns-json", kJson);
  given.name = "ABC.com.";
  EXPECT_EQ(decode_answer(given).outcome, Outcome::Records);
  EXPECT_EQ(decode_answer(given).question.name, "abc.com");
  given.name = "a..b";
  EXPECT_EQ(decode_answer(given).question.name, "a..b");
  EXPECT_EQ(decode_answer(given).detail, "other-question");
}

struct JsonRow {
  const char* says;
  const char* body;
  Outcome outcome;
  const char* detail = "";
  std::vector<std::string> records = {};
};

const std::vector<JsonRow> kJsonRows{
    // silent
    {"Question without the final dot",
     R"({"Status":0,"Question":[{"name":"abc.com","type":1}],"Answer":[{"name":"abc.com","type":1,"TTL":60,"data":"203.0.113.7"}]})",
     Outcome::Records,
     "",
     {kRecord}},
    {"Question as an object, in other letters",
     R"({"Status":0,"Question":{"name":"ABC.com.","type":1},"Answer":[{"name":"ABC.com.","type":1,"TTL":60,"data":"203.0.113.7"}]})",
     Outcome::Records,
     "",
     {kRecord}},
    {"no Question",
     R"({"Status":0,"Answer":[{"name":"abc.com","type":1,"TTL":60,"data":"203.0.113.7"}]})",
     Outcome::Records,
     "",
     {kRecord}},
    {"a chain, owner names with and without dot",
     R"({"Status":0,"Answer":[{"name":"abc.com.","type":5,"TTL":9,"data":"x.net."},{"name":"x.net","type":1,"TTL":8,"data":"203.0.113.7"}]})",
     Outcome::Records,
     "",
     {"abc.com 9 CNAME x.net", "x.net 8 A 203.0.113.7"}},
    {"no such record: null", R"({"Status":0,"Question":[{"name":"abc.com.","type":1}],"Answer":null})",
     Outcome::Nodata},
    {"no such record: only the CNAME",
     R"({"Status":0,"Answer":[{"name":"abc.com.","type":5,"TTL":9,"data":"x.net."}]})",
     Outcome::Nodata,
     "",
     {"abc.com 9 CNAME x.net"}},
    {"no such name", R"({"Status":3,"Question":[{"name":"abc.com.","type":1}]})", Outcome::Nxdomain},
    // trouble
    {"DNSSEC broken", R"({"Status":2,"Question":[{"name":"abc.com.","type":1}],"Comment":["EDE(9): DNSKEY Missing"]})",
     Outcome::Servfail},
    {"refused", R"({"Status":5,"Question":[{"name":"abc.com.","type":1}]})", Outcome::Refused},
    {"not implemented", R"({"Status":4})", Outcome::OtherRcode},
    // cannot tell
    {"censored, Cloudflare's way",
     R"({"Status":3,"Question":[{"name":"abc.com","type":1}],"Comment":["EDE(16): Censored"]})", Outcome::Blocked,
     "filtered"},
    {"blocked, Google's way",
     R"({"Status":0,"Question":[{"name":"abc.com","type":1}],"extended_dns_errors":[{"info_code":15}]})",
     Outcome::Blocked, "filtered"},
    {"truncated", R"({"Status":0,"TC":true,"Question":[{"name":"abc.com","type":1}]})", Outcome::Truncated},
    {"another name", R"({"Status":3,"Question":[{"name":"abd.com.","type":1}]})", Outcome::Malformed, "other-question"},
    {"another type", R"({"Status":0,"Question":{"name":"abc.com.","type":28}})", Outcome::Malformed, "other-question"},
    {"two questions", R"({"Status":0,"Question":[{"name":"abc.com","type":1},{"name":"abc.com","type":1}]})",
     Outcome::Malformed, "other-question"},
    {"a Question that cannot be read", R"({"Status":3,"Question":"abc.com"})", Outcome::Malformed, "question"},
    {"a record that cannot be read",
     R"({"Status":0,"Answer":[{"name":"abc.com","type":1,"TTL":60,"data":"203.0.113"}]})", Outcome::Malformed,
     "record"},
    {"a record of somebody else",
     R"({"Status":0,"Answer":[{"name":"evil.com","type":1,"TTL":60,"data":"203.0.113.7"}]})", Outcome::Malformed,
     "stray-records"},
};

TEST(AnswerJson, EveryReplyHasItsOutcome) {
  for (const JsonRow& row : kJsonRows) {
    SCOPED_TRACE(row.says);
    const Answer answer = decode_answer(raw("application/dns-json", row.body));
    EXPECT_EQ(answer.outcome, row.outcome);
    EXPECT_EQ(answer.detail, row.detail);
    EXPECT_EQ(lines_of(answer.records), row.records);
  }
}

TEST(AnswerJson, NoTruncationOfAReplyIsAnAnswer) {
  for (const JsonRow& row : kJsonRows) {
    SCOPED_TRACE(row.says);
    const std::string whole = row.body;
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_EQ(decode_answer(raw("application/dns-json", whole.substr(0, size))).outcome, Outcome::Malformed) << size;
    }
  }
}

TEST(AnswerJson, TheRootMayComeWithAnEmptyName) {
  RawAnswer given = raw(
      "application/dns-json",
      R"({"Status":0,"Question":[{"name":"","type":2}],"Answer":[{"name":".","type":2,"TTL":60,"data":"a.root-servers.net."}]})");
  given.name = ".";
  given.type = RecordType::Ns;
  EXPECT_EQ(decode_answer(given).outcome, Outcome::Records);
}

TEST(AnswerJson, BothFormsOfAnAnswerGiveTheSameRecords) {
  const Answer wire = decode_answer(raw("", reply({.asked = "abc.com A", .answer = {kRecord}})));
  EXPECT_EQ(decode_answer(raw("", kJson)).records, wire.records);
}

}  // namespace
}  // namespace alimail
