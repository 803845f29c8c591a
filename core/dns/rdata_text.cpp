// RDATA from presentation text. RFC 1035 section 5, RFC 3597 section 5. The JSON dialects of DNS over HTTPS differ: TXT is
// quoted (Cloudflare, AliDNS) or not (Google), CAA is generic or not, and MX and SOA are one string.

#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/containers.h"
#include "base/digits.h"
#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "dns/rdata.h"

namespace alimail {
namespace {

constexpr Error kBadText{"rdata-text"};
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kGenericMark = "\\#";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Removes the next word and the blanks around it from `text`.
std::string_view next_word(std::string_view& text) {
  text = trim(text);
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text = trim(text.substr(word.size()));
  return word;
}

std::optional<String> parse_hex(std::string_view text) {
  String bytes;
  String digits;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos) digits += c;
  }
  if (digits.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const std::optional<std::uint64_t> byte = parse_number(std::string_view(digits).substr(i, 2), 0xFF, 16);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
  }
  return bytes;
}

// `\# 22 00 05 69 ...`: any type, written as its length and its bytes.
Result<Rdata> parse_generic(RecordType type, std::string_view text) {
  text.remove_prefix(kGenericMark.size());
  const std::optional<std::uint64_t> length = parse_number(next_word(text), SIZE_MAX);
  const std::optional<String> bytes = parse_hex(text);
  if (!length || !bytes || bytes->size() != *length) return kBadText;
  std::size_t names = 0;
  Result<Rdata> data = decode_rdata(type, *bytes, 0, bytes->size(), names);
  if (!data) return kBadText;
  return data;
}

// Reads the quoted string that starts at text[at]. Moves `at` behind its closing quote.
std::optional<String> parse_quoted(std::string_view text, std::size_t& at) {
  String out;
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') {
      ++at;
      return out;
    }
    if (text[at] != '\\') {
      out += text[at];
      continue;
    }
    const Result<char> byte = unescape(text, at);
    if (!byte) return std::nullopt;
    out += byte.value();
  }
  return std::nullopt;
}

// `"a" "b"` and `"a""b"`. Only blanks may be between and after the strings.
Result<Vector<String>> parse_quoted_strings(std::string_view text) {
  Vector<String> strings;
  text = trim(text);
  for (std::size_t at = 0; at < text.size();) {
    if (kBlanks.find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::optional<String> string;
    if (text[at] == '"') string = parse_quoted(text, at);
    if (!string) return kBadText;
    add_string(strings, *string);
  }
  return strings;
}

// Text without quotes. It is not known how Google escapes here, because no captured answer has a backslash. Therefore
// only sequences with one possible meaning are read as escapes. A lone backslash, as in the common slip
// "v=DKIM1\; k=rsa", is kept.
String bare_text(std::string_view text) {
  String out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char following = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool escape = text[at] == '\\' && (following == '"' || following == '\\' || is_digit(following));
    if (escape) {
      const Result<char> byte = unescape(text, at);
      out += byte ? byte.value() : text[at];
    } else {
      out += text[at];
    }
  }
  return out;
}

Result<Rdata> parse_txt(std::string_view text) {
  if (text.empty() || text.front() != '"') return Rdata{CharacterStrings{{bare_text(text)}}};
  Result<Vector<String>> strings = parse_quoted_strings(text);
  if (!strings) return strings.error();
  return Rdata{CharacterStrings{std::move(strings.value())}};
}

// Reads a word as a name. "" is not accepted for the root.
std::optional<String> parse_host(std::string_view word) {
  if (word.empty()) return std::nullopt;
  Result<String> name = canonical_name(word);
  if (!name) return std::nullopt;
  return std::move(name.value());
}

Result<Rdata> parse_host_name(std::string_view text) {
  std::optional<String> name = parse_host(next_word(text));
  if (!name || !text.empty()) return kBadText;
  return Rdata{HostName{std::move(*name)}};
}

Result<Rdata> parse_mx(std::string_view text) {
  const std::optional<std::uint64_t> preference = parse_number(next_word(text), 0xFFFF);
  std::optional<String> exchange = parse_host(next_word(text));
  if (!preference || !exchange || !text.empty()) return kBadText;
  return Rdata{MailExchange{static_cast<std::uint16_t>(*preference), std::move(*exchange)}};
}

Result<Rdata> parse_soa(std::string_view text) {
  std::optional<String> mname = parse_host(next_word(text));
  std::optional<String> rname = parse_host(next_word(text));
  std::array<std::uint32_t, 5> numbers{};
  for (std::uint32_t& number : numbers) {
    const std::optional<std::uint64_t> read = parse_number(next_word(text), UINT32_MAX);
    if (!read) return kBadText;
    number = static_cast<std::uint32_t>(*read);
  }
  if (!mname || !rname || !text.empty()) return kBadText;
  return Rdata{StartOfAuthority{std::move(*mname), std::move(*rname), numbers[0], numbers[1], numbers[2], numbers[3],
                                numbers[4]}};
}

Result<Rdata> parse_caa(std::string_view text) {
  const std::optional<std::uint64_t> read = parse_number(next_word(text), 0xFF);
  const String tag = lower(next_word(text));
  if (!read || tag.empty()) return kBadText;
  const auto flags = static_cast<std::uint8_t>(*read);
  if (text.empty() || text.front() != '"') return Rdata{CertificationAuthority{flags, tag, bare_text(text)}};
  const Result<Vector<String>> value = parse_quoted_strings(text);
  if (!value || value.value().size() != 1) return kBadText;
  return Rdata{CertificationAuthority{flags, tag, value.value().front()}};
}

Result<Rdata> parse_address(std::string_view text, RecordType type) {
  const bool ipv4 = type == RecordType::A;
  const Result<String> bytes = ipv4 ? parse_ipv4(trim(text)) : parse_ipv6(trim(text));
  if (!bytes) return kBadText;
  return Rdata{Address{ipv4 ? ipv4_text(bytes.value()) : ipv6_text(bytes.value())}};
}

}  // namespace

Result<Rdata> parse_rdata(RecordType type, std::string_view text) {
  if (text.starts_with(kGenericMark)) return parse_generic(type, text);
  switch (type) {
    case RecordType::A:
    case RecordType::Aaaa: return parse_address(text, type);
    case RecordType::Ns:
    case RecordType::Cname:
    case RecordType::Ptr: return parse_host_name(text);
    case RecordType::Mx: return parse_mx(text);
    case RecordType::Txt: return parse_txt(text);
    case RecordType::Soa: return parse_soa(text);
    case RecordType::Caa: return parse_caa(text);
    case RecordType::Opt: break;
  }
  return Rdata{UnknownRdata{String(text)}};
}

}  // namespace alimail
