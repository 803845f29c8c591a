// Reply codes in text: RFC 5321 section 4.2 (550), and the enhanced ones of RFC 3463 (5.1.1).
//
// Law: rather none than a wrong one. Numbers within addresses, versions and ports are none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alimail {

struct Codes {            // of one reply, RFC 5321 and RFC 3463; "" where there is none
  std::string basic;      // "550"
  std::string enhanced;   // "5.1.1"
  std::size_t begin = 0;  // where the first of them stands
};

bool is_code_digit(char c);  // the first of a code that says no

// "5.1.1" at the beginning of `text`, which begins with such a digit.
std::string_view enhanced_at(std::string_view text);

// Precondition: such a digit stands at `at`.
bool is_code_at(std::string_view text, std::size_t at);

// The last reply code in text[begin, end) and the enhanced code beside it.
Codes codes_in(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace alimail
