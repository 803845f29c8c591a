// Texts of records, each with its mistakes.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "records/record_error.h"

namespace alimail {

struct Row {
  const char* text;
  std::vector<RecordError> errors;
};

// Also checks every truncation: no mistake may be reported behind the end of the text.
template <typename Parse, std::size_t N>
void expect_rows(const Row (&rows)[N], Parse parse) {
  for (const Row& row : rows) {
    EXPECT_EQ(parse(row.text).errors, row.errors) << row.text;
    const std::string text = row.text;
    for (std::size_t size = 0; size < text.size(); ++size) {
      for (const RecordError& error : parse(std::string(text, 0, size)).errors) {
        EXPECT_LE(error.span.position + error.span.length, size) << text;
      }
    }
  }
}

}  // namespace alimail
