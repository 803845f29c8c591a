#include "bounces/codes.h"

#include <algorithm>

#include "base/ascii.h"
#include "names/domain_name.h"
#include "words/fold.h"

namespace alimail {
namespace {

// "port 443" or "mail.abc.com:465" names a port that a program connects to, and "HTTP 503" is what a website answers.
// Such a number is not an SMTP reply.
bool is_other_number_at(std::string_view text, std::size_t at) {
  const std::string_view digits = text.substr(at, 3);
  const String word = lower(text.substr(at - std::min<std::size_t>(at, 5), std::min<std::size_t>(at, 5)));
  return digits == "443" || digits == "465" || word == "port " || word == "http ";
}

}  // namespace

bool is_code_digit(char c) {
  return c == '4' || c == '5';
}

std::string_view enhanced_at(std::string_view text) {
  std::size_t end = 1;
  for (int part = 0; part < 2; ++part) {
    if (end >= text.size() || text[end] != '.') return {};
    const std::size_t begin = ++end;
    while (end < text.size() && end - begin < 3 && is_digit(text[end])) ++end;
    if (end == begin) return {};
  }
  const bool goes_on = end < text.size() && (is_alphanumeric(text[end]) ||
                                             (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])));
  return goes_on ? std::string_view() : text.substr(0, end);
}

bool is_code_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || !is_digit(text[at + 1]) || !is_digit(text[at + 2]) || text[at + 1] > '7') return false;
  const char next = at + 3 < text.size() ? text[at + 3] : ' ';
  const bool joined = next == '.' && at + 4 < text.size() && is_digit(text[at + 4]);
  return !is_alphanumeric(next) && next != '@' && !joined && !is_other_number_at(text, at);
}

Codes codes_in(std::string_view text, std::size_t begin, std::size_t end) {
  Codes codes;
  codes.begin = begin;
  for (std::size_t at = begin; at < std::min(end, text.size()); ++at) {
    if (!is_code_digit(text[at]) || (at > 0 && (is_alphanumeric(text[at - 1]) || text[at - 1] == '.'))) continue;
    if (is_code_at(text, at)) {
      codes = {String(text.substr(at, 3)), "", at};
    } else if (const std::string_view enhanced = enhanced_at(text.substr(at)); !enhanced.empty()) {
      if (codes.basic.empty() && codes.enhanced.empty()) codes.begin = at;
      codes.enhanced = enhanced;
    }
  }
  return codes;
}

}  // namespace alimail
