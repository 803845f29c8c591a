// IPv4 and IPv6 addresses as bytes and text. RFC 4291 section 2.2, RFC 5952.

#include "dns/address_text.h"

#include <cstdint>
#include <span>

#include "base/digits.h"

namespace alimail {
namespace {

constexpr std::size_t kGroups = 8;

struct Network {
  std::string_view bytes;  // only the bytes that are compared
  unsigned last_bits;      // number of bits compared in the last byte
  std::string_view rfc;
};

constexpr Network kUnroutable[] = {
    {{"\x00", 1}, 8, "RFC 1122"},     {{"\x0A", 1}, 8, "RFC 1918"},     {{"\x64\x40", 2}, 2, "RFC 6598"},
    {{"\x7F", 1}, 8, "RFC 1122"},     {{"\xA9\xFE", 2}, 8, "RFC 3927"}, {{"\xAC\x10", 2}, 4, "RFC 1918"},
    {{"\xC0\xA8", 2}, 8, "RFC 1918"}, {{"\xC6\x12", 2}, 7, "RFC 2544"}, {{"\xE0", 1}, 3, "RFC 1112"},
};

constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);  // before an IPv4 address

constexpr Network kUnroutable6[] = {
    {kZeros, 7, "RFC 4291"},  // :: and ::1
    {{"\xFC", 1}, 7, "RFC 4193"},
    {{"\xFE\x80", 2}, 2, "RFC 4291"},
    {{"\xFF", 1}, 8, "RFC 4291"},
};

bool is_in(std::string_view bytes, const Network& network) {
  const std::size_t whole = network.bytes.size() - 1;
  if (bytes.substr(0, whole) != network.bytes.substr(0, whole)) return false;
  const unsigned differing =
      static_cast<unsigned char>(bytes[whole]) ^ static_cast<unsigned char>(network.bytes[whole]);
  return differing >> (8U - network.last_bits) == 0;
}

std::string_view rfc_among(std::span<const Network> networks, std::string_view bytes) {
  for (const Network& network : networks) {
    if (is_in(bytes, network)) return network.rfc;
  }
  return {};
}

std::uint16_t group_at(std::string_view bytes, std::size_t index) {
  const unsigned high = static_cast<unsigned char>(bytes[2 * index]);
  const unsigned low = static_cast<unsigned char>(bytes[2 * index + 1]);
  return static_cast<std::uint16_t>(high << 8U | low);
}

struct Run {
  std::size_t start = kGroups;
  std::size_t length = 0;
};

// The groups that "::" replaces: the longest run of zeros, the first one if two are equally long, and never a single
// group (RFC 5952 section 4.2).
Run longest_zero_run(std::string_view bytes) {
  Run best;
  Run current;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (group_at(bytes, i) != 0) {
      current = Run{};
      continue;
    }
    if (current.length++ == 0) current.start = i;
    if (current.length > best.length) best = current;
  }
  return best.length > 1 ? best : Run{};
}

String hex_group(std::uint16_t group) {
  constexpr std::string_view kHex = "0123456789abcdef";
  String digits;
  for (unsigned shift = 16; shift > 0; shift -= 4) {
    const unsigned digit = group >> (shift - 4) & 0xFU;
    if (digit != 0 || !digits.empty() || shift == 4) digits += kHex[digit];
  }
  return digits;
}

// Converts the text on one side of "::" to bytes. At the end of the address, the last part may be a dotted quad. Empty
// text has no groups.
Result<String> parse_groups(std::string_view text, bool is_end) {
  String bytes;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    if (is_end && colon == std::string_view::npos && part.find('.') != std::string_view::npos) {
      const Result<String> quad = parse_ipv4(part);
      if (!quad) return quad.error();
      return bytes + quad.value();
    }
    const std::optional<std::uint64_t> value = parse_number(part, 0xFFFF, 16);
    if (part.size() > 4 || !value) return Error{"address"};
    bytes += static_cast<char>(*value >> 8U);
    bytes += static_cast<char>(*value & 0xFFU);
    if (colon == std::string_view::npos) return bytes;
    text.remove_prefix(colon + 1);
    if (text.empty()) return Error{"address"};
  }
  return bytes;
}

}  // namespace

String ipv4_text(std::string_view bytes) {
  String out;
  for (const char c : bytes) {
    if (!out.empty()) out += '.';
    out += to_string(static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

String ipv6_text(std::string_view bytes) {
  // IPv4-mapped: the one prefix whose last four bytes are known to be an IPv4 address (RFC 5952 section 5).
  if (bytes.substr(0, kMapped.size()) == kMapped) return "::ffff:" + ipv4_text(bytes.substr(kMapped.size()));
  const Run zeros = longest_zero_run(bytes);
  String out;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (i == zeros.start) {
      out += "::";
      i += zeros.length - 1;
      continue;
    }
    if (!out.empty() && out.back() != ':') out += ':';
    out += hex_group(group_at(bytes, i));
  }
  return out;
}

Result<String> parse_ipv4(std::string_view text) {
  String bytes;
  for (std::size_t i = 0; i < kIpv4Bytes; ++i) {
    if (i > 0 && !text.starts_with('.')) return Error{"address"};
    if (i > 0) text.remove_prefix(1);
    const std::string_view digits = text;
    const std::optional<std::uint64_t> value = take_number(text, 255);
    if (!value || (digits.front() == '0' && digits.size() - text.size() > 1)) return Error{"address"};
    bytes += static_cast<char>(*value);
  }
  if (!text.empty()) return Error{"address"};
  return bytes;
}

Result<String> parse_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  const Result<String> head = parse_groups(text.substr(0, gap), gap == std::string_view::npos);
  if (!head) return head.error();
  if (gap == std::string_view::npos) {
    if (head.value().size() != kIpv6Bytes) return Error{"address"};
    return head.value();
  }
  const Result<String> tail = parse_groups(text.substr(gap + 2), true);
  if (!tail) return tail.error();
  const std::size_t given = head.value().size() + tail.value().size();
  if (given + 2 > kIpv6Bytes) return Error{"address"};  // "::" replaces at least one group
  return head.value() + String(kIpv6Bytes - given, '\0') + tail.value();
}

std::string_view rfc_of_unroutable(std::string_view text) {
  Result<String> bytes = parse_ipv4(text);
  if (bytes) return rfc_among(kUnroutable, bytes.value());
  bytes = parse_ipv6(text);
  if (!bytes) return {};
  const std::string_view whole = bytes.value();
  if (whole.starts_with(kMapped)) return rfc_among(kUnroutable, whole.substr(kMapped.size()));
  return rfc_among(kUnroutable6, whole);
}

bool is_unroutable_ipv4(std::string_view bytes) {
  return !rfc_among(kUnroutable, bytes).empty();
}

bool is_unroutable(std::string_view text) {
  return !rfc_of_unroutable(text).empty();
}

}  // namespace alimail
