// check_host() compared with other implementations: $ALIMAIL_SUITES/spf_check_host.jsonl, if available.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "sender_policy/check_host.h"

namespace alimail {
namespace {

using nlohmann::json;

constexpr const char* kResultNames[] = {"none",     "neutral",   "pass",      "fail",
                                        "softfail", "temperror", "permerror", "pending"};

std::string name_of(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c > ' ' && c <= '~') {
      escaped += c;
    } else {
      append_decimal_escape(escaped, c);
    }
  }
  const Result<std::string> name = canonical_name(escaped);
  return name ? name.value() : "?";
}

Rdata rdata_of(RecordType type, const json& value) {
  switch (type) {
    case RecordType::Txt: return CharacterStrings{value.get<std::vector<std::string>>()};
    case RecordType::Mx:
      return MailExchange{value["preference"].get<std::uint16_t>(), name_of(value["exchange"].get<std::string>())};
    case RecordType::A:
    case RecordType::Aaaa: return Address{value.get<std::string>()};
    default: return HostName{name_of(value.get<std::string>())};
  }
}

struct Zone {
  const json& names;
  const std::vector<Question>* asked = nullptr;  // if set, only these have been answered
};

const json* find_name(const json& zone, const std::string& name) {
  for (const auto& [key, value] : zone.items()) {
    if (name_of(key) == name) return &value;
  }
  return nullptr;
}

PolicyAnswer ask(const void* context, const Question& question) {
  const Zone& zone = *static_cast<const Zone*>(context);
  if (zone.asked != nullptr && std::find(zone.asked->begin(), zone.asked->end(), question) == zone.asked->end()) {
    return {};
  }
  constexpr std::pair<RecordType, const char*> kTypes[] = {{RecordType::A, "A"},     {RecordType::Aaaa, "AAAA"},
                                                           {RecordType::Mx, "MX"},   {RecordType::Ptr, "PTR"},
                                                           {RecordType::Txt, "TXT"}, {RecordType::Cname, "CNAME"}};
  std::string name = question.name;
  for (int links = 0; links < 16; ++links) {
    const json* node = find_name(zone.names, name);
    if (node == nullptr) return {LookupState::Nxdomain, {}};
    PolicyAnswer answer = {LookupState::Nodata, {}};
    for (const auto& [type, key] : kTypes) {
      if (type != question.type || !node->contains(key)) continue;
      for (const json& value : (*node)[key]) answer.records.push_back({name, type, 60, rdata_of(type, value)});
    }
    if (!answer.records.empty()) answer.state = LookupState::Records;
    if (!answer.records.empty()) return answer;
    if (node->contains("_timeout")) return {LookupState::Failed, {}};
    if (!node->contains("CNAME")) return answer;
    name = name_of((*node)["CNAME"][0].get<std::string>());
  }
  return {LookupState::Failed, {}};
}

PolicySender sender_of(const json& row) {
  PolicySender sender;
  const std::string ip = row["ip"].get<std::string>();
  const Result<std::string> bytes = ip.find(':') == std::string::npos ? parse_ipv4(ip) : parse_ipv6(ip);
  if (bytes) sender.address = bytes.value();
  sender.mailbox = row["mailfrom"].get<std::string>();
  sender.helo = row["helo"].get<std::string>();
  sender.explain = true;
  return sender;
}

// Works like the page: nothing is known at first, and every round answers the questions of the previous one.
PolicyVerdict in_rounds(const json& row, int& rounds) {
  std::vector<Question> asked;
  const Zone zone = {row["zone"], &asked};
  for (rounds = 0; rounds < 64; ++rounds) {
    PolicyVerdict verdict = check_host({ask, &zone}, sender_of(row), row["domain"].get<std::string>());
    if (verdict.result != PolicyResult::Pending) return verdict;
    EXPECT_FALSE(verdict.needed.empty());
    asked.insert(asked.end(), verdict.needed.begin(), verdict.needed.end());
  }
  return {};
}

bool agrees(const json& row, int& rounds) {
  const Zone zone = {row["zone"], nullptr};
  const PolicyVerdict verdict = check_host({ask, &zone}, sender_of(row), row["domain"].get<std::string>());
  const PolicyVerdict later = in_rounds(row, rounds);
  EXPECT_EQ(kResultNames[static_cast<int>(later.result)], kResultNames[static_cast<int>(verdict.result)]);
  EXPECT_EQ(later.explanation, verdict.explanation);
  EXPECT_EQ(later.term, verdict.term);
  const std::string result = kResultNames[static_cast<int>(verdict.result)];
  const json& expected = row["expect"];
  if (std::find(expected.begin(), expected.end(), result) == expected.end()) {
    ADD_FAILURE() << result << " (" << verdict.reason << ", " << verdict.term << ") and not " << expected;
    return false;
  }
  if (row["explanation"].is_string() && verdict.result == PolicyResult::Fail) {
    const std::string wanted = row["explanation"].get<std::string>();
    EXPECT_EQ(lower(verdict.explanation), wanted == "DEFAULT" ? "" : lower(wanted));
  }
  return true;
}

TEST(SpfSuite, CheckHostPassesExternalSuitesAtOnceAndInRounds) {
  const char* const folder = std::getenv("ALIMAIL_SUITES");
  if (folder == nullptr) GTEST_SKIP() << "ALIMAIL_SUITES does not name the folder of the conformance suites";
  std::ifstream file(std::string(folder) + "/spf_check_host.jsonl");
  ASSERT_TRUE(file.is_open()) << "no spf_check_host.jsonl in " << folder;
  int rows = 0;
  int passed = 0;
  int most = 0;
  for (std::string line; std::getline(file, line); ++rows) {
    const json row = json::parse(line);
    SCOPED_TRACE(row["id"].get<std::string>() + ": " + row["why"].get<std::string>());
    int rounds = 0;
    if (agrees(row, rounds)) ++passed;
    most = std::max(most, rounds);
  }
  std::cout << "spf_check_host.jsonl: " << passed << " of " << rows << ", " << most << " rounds at most\n";
}

}  // namespace
}  // namespace alimail
