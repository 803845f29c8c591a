// Replies that a resolver may send in wire format, with the expected outcomes: one row is one reply.
//
// The rows are in the order silent, trouble, cannot tell.
#pragma once

#include <string>
#include <vector>

#include "wire_builder.h"

namespace alimail::dns_test {

using Lines = std::vector<std::string>;

inline const char* const kSoa = "abc.com 1800 SOA ns1.abc.com root.abc.com 1 2 3 4 600";
inline const char* const kLogin = "mail.abc.com 600 CNAME mailhz.qiye.aliyun.com";
inline const char* const kTarget = "mailhz.qiye.aliyun.com 60 A 203.0.113.7";

struct AnswerRow {
  const char* says;
  Parts reply;
  Outcome outcome;
  const char* detail = "";
  Lines records = {};
};

inline std::string blocked(unsigned code) {
  return opt(0, extended_error(code, ""));
}

inline Lines chain(std::size_t length) {
  Lines lines;
  for (std::size_t i = 0; i < length; ++i) {
    lines.push_back((i == 0 ? "mail.abc.com" : "n" + std::to_string(i)) + " 60 CNAME n" + std::to_string(i + 1));
  }
  return lines;
}

inline Lines operator+(Lines lines, const std::string& line) {
  lines.push_back(line);
  return lines;
}

inline const std::vector<AnswerRow> kAnswerRows{
    // silent: answers, and absences that are believed
    {"the login record", {.asked = "mail.abc.com CNAME", .answer = {kLogin}}, Outcome::Records, "", {kLogin}},
    {"its address, behind the CNAME",
     {.asked = "mail.abc.com A", .answer = {kLogin, kTarget}},
     Outcome::Records,
     "",
     {kLogin, kTarget}},
    {"the same, in the other order",
     {.asked = "mail.abc.com A", .answer = {kTarget, kLogin}},
     Outcome::Records,
     "",
     {kTarget, kLogin}},
    {"the question in other letters",
     {.asked = "MAIL.abc.COM CNAME", .answer = {kLogin}},
     Outcome::Records,
     "",
     {kLogin}},
    {"the same CNAME twice",
     {.asked = "mail.abc.com A", .answer = {kLogin, kLogin, kTarget}},
     Outcome::Records,
     "",
     {kLogin, kLogin, kTarget}},
    {"a signature beside the record",
     {.asked = "abc.com A", .answer = {"abc.com 60 A 203.0.113.7", "abc.com 60 TYPE65280 00"}},
     Outcome::Records,
     "",
     {"abc.com 60 A 203.0.113.7"}},
    {"a record of somebody else beside ours",
     {.asked = "abc.com A", .answer = {"abc.com 60 A 203.0.113.7", "evil.com 60 A 203.0.113.8"}},
     Outcome::Records,
     "",
     {"abc.com 60 A 203.0.113.7"}},
    {"the longest chain that is followed",
     {.asked = "mail.abc.com A", .answer = chain(16) + "n16 60 A 203.0.113.7"},
     Outcome::Records,
     "",
     chain(16) + "n16 60 A 203.0.113.7"},
    {"a stale answer, and it says so",
     {.asked = "abc.com A", .answer = {"abc.com 60 A 203.0.113.7"}, .additional = blocked(3)},
     Outcome::Records,
     "",
     {"abc.com 60 A 203.0.113.7"}},
    {"no such record", {.asked = "abc.com AAAA", .authority = {kSoa}}, Outcome::Nodata},
    {"no such record, without a SOA", {.asked = "abc.com AAAA"}, Outcome::Nodata},
    {"no such record behind the CNAME, which is kept",
     {.asked = "mail.abc.com AAAA", .answer = {kLogin}, .authority = {kSoa}},
     Outcome::Nodata,
     "",
     {kLogin}},
    {"no such name", {.asked = "mail.abc.com CNAME", .rcode = 3, .authority = {kSoa}}, Outcome::Nxdomain},
    {"a CNAME to a name that is not there",
     {.asked = "mail.abc.com A", .rcode = 3, .answer = {kLogin}},
     Outcome::Nxdomain,
     "",
     {kLogin}},
    // trouble: the resolver replies, but not with an answer
    {"a server failure", {.asked = "abc.com A", .rcode = 2, .additional = blocked(22)}, Outcome::Servfail},
    {"a server failure without a question", {.asked = "", .rcode = 2}, Outcome::Servfail},
    {"a server failure with records, which are not kept",
     {.asked = "abc.com A", .rcode = 2, .answer = {"abc.com 60 A 203.0.113.7"}},
     Outcome::Servfail},
    {"a server failure at the end of an alias, as BIND answers a loop: the alias was seen",
     {.asked = "mail.abc.com A", .rcode = 2, .answer = {kLogin}},
     Outcome::Servfail,
     "",
     {kLogin}},
    {"a refusal", {.asked = "abc.com A", .rcode = 5}, Outcome::Refused},
    {"a format error", {.asked = "", .rcode = 1}, Outcome::OtherRcode},
    {"not implemented", {.asked = "abc.com A", .rcode = 4}, Outcome::OtherRcode},
    {"bad EDNS version, which needs the upper bits",
     {.asked = "abc.com A", .additional = opt(1, "")},
     Outcome::OtherRcode},
    // cannot tell: none of these may count as an absence
    {"an absence, censored",
     {.asked = "abc.com A", .rcode = 3, .additional = blocked(16)},
     Outcome::Blocked,
     "filtered"},
    {"an absence, blocked", {.asked = "abc.com A", .additional = blocked(15)}, Outcome::Blocked, "filtered"},
    {"an absence, filtered", {.asked = "abc.com A", .additional = blocked(17)}, Outcome::Blocked, "filtered"},
    {"an absence, forged", {.asked = "abc.com A", .rcode = 3, .additional = blocked(4)}, Outcome::Blocked, "filtered"},
    {"records that a filter may have made",
     {.asked = "abc.com A", .answer = {"abc.com 60 A 0.0.0.0"}, .additional = blocked(15)},
     Outcome::Records,
     "filtered",
     {"abc.com 60 A 0.0.0.0"}},
    {"truncated to nothing", {.asked = "abc.com TXT", .flags = kResponseFlags | kTcFlag}, Outcome::Truncated},
    {"truncated to a part",
     {.asked = "abc.com TXT", .answer = {"abc.com 60 TXT \"x\""}, .flags = kResponseFlags | kTcFlag},
     Outcome::Truncated,
     "",
     {"abc.com 60 TXT x"}},
    {"truncated, no such name",
     {.asked = "abc.com TXT", .rcode = 3, .flags = kResponseFlags | kTcFlag},
     Outcome::Truncated},
    {"more records than are kept",
     {.asked = ". A", .answer = Lines(513, ". 60 A 203.0.113.7")},
     Outcome::Truncated,
     "",
     Lines(512, ". 60 A 203.0.113.7")},
    {"an answer about another name",
     {.asked = "abd.com A", .answer = {"abd.com 60 A 203.0.113.7"}},
     Outcome::Malformed,
     "other-question"},
    {"an absence without its question", {.asked = "", .rcode = 3}, Outcome::Malformed, "other-question"},
    {"no error, and no question", {.asked = ""}, Outcome::Malformed, "other-question"},
    {"the query itself", {.asked = "abc.com A", .flags = 0x0100}, Outcome::Malformed, "not-a-response"},
    {"a reply to a notification",
     {.asked = "abc.com A", .flags = kResponseFlags | 0x2000U},
     Outcome::Malformed,
     "not-a-response"},
    {"only records of somebody else",
     {.asked = "abc.com A", .answer = {"evil.com 60 A 203.0.113.8"}},
     Outcome::Malformed,
     "stray-records"},
    {"no such name, and here it is",
     {.asked = "abc.com A", .rcode = 3, .answer = {"abc.com 60 A 203.0.113.7"}},
     Outcome::Malformed,
     "contradiction",
     {"abc.com 60 A 203.0.113.7"}},
    {"CNAMEs in a circle",
     {.asked = "a.com A", .answer = {"a.com 60 CNAME b.com", "b.com 60 CNAME a.com"}},
     Outcome::Malformed,
     "chain-loop",
     {"a.com 60 CNAME b.com", "b.com 60 CNAME a.com"}},
    {"a chain without an end",
     {.asked = "mail.abc.com A", .answer = chain(17) + "n17 60 A 203.0.113.7"},
     Outcome::Malformed,
     "chain-too-long",
     chain(17)},
    {"go and ask them",
     {.asked = "abc.com A", .authority = {"abc.com 60 NS ns1.abc.com"}},
     Outcome::Malformed,
     "referral"},
};

// The question that the reply of a row should answer. It differs from the reply's question only in rows that test this.
inline RawAnswer raw_of(const AnswerRow& row) {
  const bool other = row.reply.asked.empty() || row.reply.asked == "abd.com A";
  const std::vector<std::string> words = words_of(other ? "abc.com A" : row.reply.asked);
  RawAnswer raw;
  raw.resolver = "alidns";
  raw.name = words.at(0) == "." ? "" : words.at(0);
  raw.type = type_from_name(words.at(1));
  raw.at = 1795420800;
  raw.status = 200;
  raw.content_type = "application/dns-message";
  raw.body = reply(row.reply);
  return raw;
}

}  // namespace alimail::dns_test
