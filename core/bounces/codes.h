// Reply codes in text: basic codes of RFC 5321 section 4.2 (550) and enhanced codes of RFC 3463 (5.1.1).
//
// Rule: when in doubt, no code. Numbers in addresses, versions and ports are not codes.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"

namespace alimail {

struct Codes {            // of one reply, RFC 5321 and RFC 3463; "" if there is none
  String basic;           // "550"
  String enhanced;        // "5.1.1"
  std::size_t begin = 0;  // position of the first of them
};

bool is_code_digit(char c);  // first digit of a code that reports a failure

// Returns "5.1.1" if `text` begins with an enhanced code. Precondition: `text` begins with such a digit.
std::string_view enhanced_at(std::string_view text);

// Precondition: such a digit is at `at`.
bool is_code_at(std::string_view text, std::size_t at);

// The last basic code in text[begin, end) and the enhanced code next to it.
Codes codes_in(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace alimail
