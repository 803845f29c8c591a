// The phrases of the catalogue, with rows that a mail administrator can read.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "door/door.h"
#include "words/complaint.h"

namespace alimail::words_test {

struct Row {
  std::string_view text;
  std::string_view
      keys;  // all expected keys, and no other may be found; "words." is left out: "timeout login-page-fails"
};

inline constexpr std::string_view kSilent = "unrecognised";

inline const Matcher& matcher() {
  return catalogue().lexicon().phrases;
}

inline std::string joined(const std::set<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
  return text;
}

inline std::string keys_of(std::string_view text) {
  std::set<std::string> keys;
  for (const Finding& finding : read_complaint(text, matcher())) {
    if (finding.key != kMailApp) keys.insert(finding.key);
  }
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
      for (const Finding& finding : read_complaint(row.text.substr(0, size), matcher()))
        EXPECT_FALSE(finding.key.empty());
    }
  }
}

}  // namespace alimail::words_test
