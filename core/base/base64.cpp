#include "base/base64.h"

#include <array>
#include <cstdint>

namespace alimail {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNoDigit = 0xFF;

constexpr std::array<std::uint8_t, 256> make_digits() {
  std::array<std::uint8_t, 256> digits{};
  for (std::uint8_t& digit : digits) digit = kNoDigit;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
  }
  digits[static_cast<unsigned char>('+')] = 62;
  digits[static_cast<unsigned char>('/')] = 63;
  return digits;
}

constexpr std::array<std::uint8_t, 256> kDigits = make_digits();

// Removes the padding. Incomplete padding is kept, so decoding then fails.
std::string_view without_padding(std::string_view text) {
  if (text.size() % 4 != 0) return text;
  for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i) text.remove_suffix(1);
  return text;
}

}  // namespace

String base64url(std::string_view bytes) {
  String out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    pending = (pending << 8U | static_cast<unsigned char>(c)) & 0xFFFFU;
    for (bits += 8; bits >= 6; bits -= 6) out += kAlphabet[pending >> (bits - 6) & 0x3FU];
  }
  if (bits > 0) out += kAlphabet[pending << (6 - bits) & 0x3FU];
  return out;
}

Result<String> decode_base64(std::string_view text) {
  const std::string_view digits = without_padding(text);
  if (digits.size() % 4 == 1) return Error{"base64", digits.size()};
  String out(digits.size() * 3 / 4, '\0');
  std::size_t end = 0;
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::uint8_t digit = kDigits[static_cast<unsigned char>(digits[i])];
    if (digit == kNoDigit) return Error{"base64", i};
    pending = (pending << 6U | digit) & 0xFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[end++] = static_cast<char>(pending >> bits & 0xFFU);
  }
  if ((pending & ((1U << bits) - 1U)) != 0) return Error{"base64", digits.size()};  // RFC 4648 section 3.5
  return out;
}

}  // namespace alimail
