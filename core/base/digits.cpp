#include "base/digits.h"

namespace alimail {
namespace {

constexpr unsigned kNoDigit = 99;

unsigned value_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10 : kNoDigit;
}

}  // namespace

std::optional<std::uint64_t> take_number(std::string_view& text, std::uint64_t max, unsigned base) {
  std::uint64_t number = 0;
  std::size_t length = 0;
  for (; length < text.size(); ++length) {
    const unsigned digit = value_of(text[length]);
    if (digit >= base) break;
    if (digit > max || number > (max - digit) / base) return std::nullopt;
    number = number * base + digit;
  }
  if (length == 0) return std::nullopt;
  text.remove_prefix(length);
  return number;
}

std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t max, unsigned base) {
  const std::optional<std::uint64_t> number = take_number(text, max, base);
  return text.empty() ? number : std::nullopt;
}

}  // namespace alimail
