// Transcripts as people paste them, and the expected reading: one line for all answers of a row.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "dns/present.h"
#include "dns/record_type.h"
#include "door/door.h"
#include "model/keys.h"
#include "pasted/pasted.h"

namespace alimail::pasted_test {

struct Row {
  std::string_view text;
  std::string_view answers;  // "resolver name TYPE outcome values", separated by " | "; "" for none
};

inline PastedOutput read(std::string_view text) {
  return read_pasted(text, catalogue().lexicon().pasted);
}

inline std::string described(const PastedAnswer& pasted) {
  const Answer& answer = pasted.answer;
  std::string text = answer.resolver + ' ' + answer.question.name + ' ' + type_name(answer.question.type) + ' ' +
                     std::string(key_of(answer.outcome));
  for (const ResourceRecord& record : answer.records) text += ' ' + present(record.data);
  return text;
}

inline std::string described(const PastedOutput& output) {
  std::string text;
  for (const PastedAnswer& answer : output.answers) text += (text.empty() ? "" : " | ") + described(answer);
  return text;
}

inline std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool here = text.substr(at, from.size()) == from;
    result += here ? to : text.substr(at, 1);
    at += here ? from.size() : 1;
  }
  return result;
}

inline bool is_absent(const PastedAnswer& pasted) {
  return pasted.answer.outcome == Outcome::Nodata || pasted.answer.outcome == Outcome::Nxdomain;
}

// The way in which a row was pasted must not change its meaning.
inline void expect_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    const std::string text(row.text);
    EXPECT_EQ(described(read(text)), row.answers) << text;
    EXPECT_EQ(described(read(replaced(text, "\n", "\r\n"))), row.answers) << "with CRLF: " << text;
    EXPECT_EQ(described(read(replaced(text, ":  ", "\uFF1A"))), row.answers) << "with full-width colons: " << text;
    EXPECT_EQ(described(read("The page does not open:\n\n" + text + "\nWhat can I do?\n")), row.answers)
        << "between sentences: " << text;
    EXPECT_EQ(described(read("> " + replaced(text, "\n", "\n> "))), row.answers) << "quoted in a mail: " << text;
    EXPECT_EQ(read(text).rest.size(), text.size());
    EXPECT_EQ(read(text).rest.find_first_not_of(" \n\t\r>") == std::string::npos, !row.answers.empty())
        << text << read(text).rest;
  }
}

// A truncated transcript gives less. It never gives an absence that the whole transcript does not give.
inline void expect_cuts(std::span<const Row> rows) {
  for (const Row& row : rows) {
    std::set<std::string> absences;
    for (const PastedAnswer& answer : read(row.text).answers) {
      if (is_absent(answer)) absences.insert(described(answer));
    }
    for (std::size_t size = 0; size < row.text.size(); ++size) {
      for (const PastedAnswer& answer : read(row.text.substr(0, size)).answers) {
        ASSERT_TRUE(!is_absent(answer) || absences.count(described(answer)) == 1) << described(answer) << " in\n"
                                                                                  << row.text.substr(0, size);
      }
    }
  }
}

}  // namespace alimail::pasted_test
