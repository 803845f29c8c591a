// Runs the reader of replies on the real data, with rows that a mail administrator can read.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "bounces/server_replies.h"
#include "door/door.h"

namespace alimail::bounces_test {

struct Row {
  std::string_view text;
  std::string_view keys;  // all expected code.* keys, without "code."; no other key may be found
};

inline const Replies& replies() {
  return catalogue().lexicon().replies;
}

inline const Provider& provider() {
  return catalogue().provider;
}

inline std::vector<Finding> found_in(std::string_view text, std::string_view domain = "abc.example") {
  return read_replies(text, domain, replies(), provider());
}

inline std::string keys_of(std::string_view text, std::string_view domain = "abc.example") {
  std::set<std::string> keys;
  for (const Finding& finding : found_in(text, domain)) {
    if (finding.key.starts_with("code.")) keys.insert(finding.key.substr(5));
  }
  std::string joined;
  for (const std::string& key : keys) joined += (joined.empty() ? "" : " ") + key;
  return joined;
}

// One argument of the finding, or "" if the finding or the argument does not exist.
inline std::string arg_of(std::string_view text, std::string_view key, std::string_view name,
                          std::string_view domain = "abc.example") {
  for (const Finding& finding : found_in(text, domain)) {
    if (finding.key != key) continue;
    for (const Arg& arg : finding.args) {
      if (arg.name == name && std::holds_alternative<std::string>(arg.value)) return std::get<std::string>(arg.value);
    }
  }
  return "";
}

// The report of a bounce in one line: "layout=... reporter=...", without the text of the reply.
inline std::string report_of(std::string_view text, std::string_view domain = "abc.example") {
  std::string line;
  for (const Finding& finding : found_in(text, domain)) {
    if (finding.key != kBounceReport) continue;
    for (const Arg& arg : finding.args) {
      if (!std::holds_alternative<std::string>(arg.value) || arg.name == "text") continue;
      line += (line.empty() ? "" : " ") + std::string(arg.name) + "=" + std::get<std::string>(arg.value);
    }
  }
  return line;
}

inline void expect_rows(std::span<const Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(keys_of(row.text), row.keys) << row.text;
}

// A text may be truncated anywhere, even within a character. All matches must still be part of the text.
inline void expect_slices(std::string_view text) {
  for (const Finding& finding : found_in(text)) {
    for (const Arg& arg : finding.args) {
      if (!std::holds_alternative<std::vector<std::string>>(arg.value)) continue;
      for (const std::string& slice : std::get<std::vector<std::string>>(arg.value)) {
        EXPECT_NE(text.find(slice), std::string_view::npos) << slice;
        EXPECT_FALSE(slice.empty()) << finding.key;
      }
    }
  }
}

}  // namespace alimail::bounces_test
