// The packets of c-ares and unbound, judged by three other decoders: $ALIMAIL_SUITES/wire.jsonl, if available.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "dns/message.h"
#include "dns/name_codec.h"
#include "dns/record_type.h"
#include "wire_builder.h"

namespace alimail {
namespace {

using nlohmann::json;

// Reads "www.google.com. IN A" as a question. Returns nothing for another class, because the decoder drops it.
std::vector<std::string> questions_of(const json& decoded) {
  std::vector<std::string> questions;
  for (const json& line : decoded["qd"]) {
    const std::vector<std::string> words = dns_test::words_of(line.get<std::string>());
    const Result<std::string> name = canonical_name(words.at(0));
    if (name && words.at(1) == "IN") questions.push_back(name.value() + ' ' + words.at(2));
  }
  return questions;
}

std::vector<std::string> questions_of(const Message& message) {
  std::vector<std::string> questions;
  for (const Question& each : message.questions) {
    // The suite has a name for a type that this project does not use.
    const std::string type = each.type == RecordType{38} ? "A6" : type_name(each.type);
    questions.push_back(each.name + ' ' + type);
  }
  return questions;
}

// The suite lists one entry per record set, but this decoder one per record. Therefore only the set of types is
// compared.
std::vector<std::string> distinct(std::vector<std::string> types) {
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

std::vector<std::string> answer_types(const Message& message) {
  std::vector<std::string> types;
  for (const ResourceRecord& each : message.answer) types.push_back(type_name(each.type));
  return distinct(types);
}

// The suite lists at most this many entries of a row.
constexpr std::size_t kListedTypes = 12;

void check_answer_types(const Message& message, const std::vector<std::string>& listed) {
  const std::vector<std::string> found = answer_types(message);
  const std::vector<std::string> wanted = distinct(listed);
  if (listed.size() < kListedTypes) {
    EXPECT_EQ(found, wanted);
  } else {
    EXPECT_TRUE(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
  }
}

void check_row(const json& row, const std::string& bytes) {
  const Result<Message> message = decode_message(bytes);
  if (row["consensus"] == "error") {
    EXPECT_FALSE(message.ok()) << "three decoders refuse it";
  }
  if (row["consensus"] != "ok") return;
  ASSERT_TRUE(message.ok()) << message.error().code << " at " << message.error().position;
  const json& decoded = row["decoded"];
  EXPECT_EQ(message.value().rcode, decoded["rcode"].get<unsigned>());
  EXPECT_EQ(message.value().truncated, (decoded["flags"].get<unsigned>() & 0x0200U) != 0);
  EXPECT_EQ(questions_of(message.value()), questions_of(decoded));
  check_answer_types(message.value(), decoded["answer_types"].get<std::vector<std::string>>());
}

TEST(WireSuite, AgreesWithOtherDecodersAndSurvivesTruncation) {
  const char* const folder = std::getenv("ALIMAIL_SUITES");
  if (folder == nullptr) GTEST_SKIP() << "ALIMAIL_SUITES does not name the folder of the conformance suites";
  std::ifstream file(std::string(folder) + "/wire.jsonl");
  ASSERT_TRUE(file.is_open()) << "no wire.jsonl in " << folder;
  std::map<std::string, int> counts;
  for (std::string line; std::getline(file, line);) {
    const json row = json::parse(line);
    SCOPED_TRACE(row["id"].get<std::string>() + ' ' + row["name"].get<std::string>());
    const std::string bytes = dns_test::bytes_of_hex(row["hex"].get<std::string>());
    check_row(row, bytes);
    // Each truncation gets its own copy. The sanitizer then reports a read of even one byte past the end. Long rows,
    // which come from fuzzing, are truncated at every byte of their first part and at every 61st byte of the rest.
    for (std::size_t size = 0; size < bytes.size(); size += size < 2048 ? 1 : 61) {
      const std::vector<char> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
      static_cast<void>(decode_message({cut.data(), cut.size()}));
    }
    ++counts[row["consensus"].get<std::string>()];
  }
  std::cout << "wire.jsonl: ok " << counts["ok"] << ", error " << counts["error"] << ", mixed " << counts["mixed"]
            << '\n';
}

}  // namespace
}  // namespace alimail
