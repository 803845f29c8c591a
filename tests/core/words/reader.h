// Reads the phrases directly from the file, with rows that a mail administrator can read.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "words/complaint.h"

namespace alimail::words_test {

struct Row {
  std::string_view text;
  std::string_view
      keys;  // all expected keys, and no other may be found; "words." is left out: "timeout login-page-fails"
};

inline constexpr std::string_view kSilent = "unrecognised";

inline std::vector<std::string> texts(const nlohmann::json& json) {
  return json.is_null() ? std::vector<std::string>() : json.get<std::vector<std::string>>();
}

inline Phrases phrases_of_file() {
  std::stringstream text;
  text << std::ifstream(ALIMAIL_ROOT "/core/words/phrases.json").rdbuf();
  const nlohmann::json json = nlohmann::json::parse(text.str());
  Phrases phrases;
  for (const auto& item : json["concepts"]) {
    phrases.concepts.push_back({item["id"].get<std::string>(), texts(item["phrases"]), item.value("topic", false),
                                item.value("deniable", false), item.value("who", false)});
  }
  for (const auto& item : json["symptoms"]) {
    phrases.symptoms.push_back({item["key"].get<std::string>(), texts(item["all"]), texts(item["none"]),
                                item.value("in_bounce", false), texts(item.value("any", nlohmann::json())),
                                item.value("across", false), texts(item.value("unless", nlohmann::json()))});
  }
  phrases.same = texts(json["same"]);
  return phrases;
}

inline const Matcher& matcher_of_file() {
  static const Matcher matcher = compile(phrases_of_file());
  return matcher;
}

inline std::string joined(const std::set<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
  return text;
}

inline std::string keys_of(std::string_view text) {
  std::set<std::string> keys;
  for (const Finding& finding : read_complaint(text, matcher_of_file())) keys.insert(finding.key);
  return joined(keys);
}

inline std::string full(std::string_view keys) {
  std::set<std::string> full_keys;
  std::stringstream words{std::string(keys)};
  for (std::string key; words >> key;) full_keys.insert(key.find('.') == std::string::npos ? "words." + key : key);
  return joined(full_keys);
}

inline void expect_rows(std::span<const Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(keys_of(row.text), full(row.keys)) << row.text;
}

// A text may be truncated anywhere, even within a character. Reading it must still give only valid findings.
inline void expect_total(std::span<const Row> rows) {
  for (const Row& row : rows) {
    for (std::size_t size = 0; size <= row.text.size(); ++size) {
      for (const Finding& finding : read_complaint(row.text.substr(0, size), matcher_of_file()))
        EXPECT_FALSE(finding.key.empty());
    }
  }
}

}  // namespace alimail::words_test
