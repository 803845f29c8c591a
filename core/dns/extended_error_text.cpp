// Extended DNS errors from the text forms of Cloudflare (Comment) and miekg/dns (OPT pseudosection).

#include "dns/extended_error_text.h"

#include <cstdint>

#include "base/containers.h"
#include "base/digits.h"

namespace alimail {
namespace {

constexpr std::uint64_t kMaxCode = 0xFFFF;

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

// Takes what follows the code in a line of the pseudosection: " (Name)" and, if there is a text, ": (text)".
std::string_view opt_line_text(std::string_view rest) {
  constexpr std::string_view kBefore = "): (";
  const std::size_t start = rest.find(kBefore);
  if (start == std::string_view::npos) return {};
  rest.remove_prefix(start + kBefore.size());
  return rest.substr(0, rest.rfind(')'));
}

}  // namespace

std::optional<ExtendedError> read_comment_error(std::string_view comment) {
  if (!take(comment, "EDE(")) return std::nullopt;
  const std::optional<std::uint64_t> code = take_number(comment, kMaxCode);
  if (!code || !take(comment, ")")) return std::nullopt;
  take(comment, ":");
  skip_blanks(comment);
  return ExtendedError{static_cast<std::uint16_t>(*code), String(comment)};
}

Vector<ExtendedError> read_opt_text_errors(std::string_view text) {
  Vector<ExtendedError> errors;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() == text.size() ? text.size() : line.size() + 1);
    take(line, ";");
    skip_blanks(line);
    if (!take(line, "EDE:")) continue;
    skip_blanks(line);
    const std::optional<std::uint64_t> code = take_number(line, kMaxCode);
    if (code) errors.push_back({static_cast<std::uint16_t>(*code), String(opt_line_text(line))});
  }
  return errors;
}

}  // namespace alimail
