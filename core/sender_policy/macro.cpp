#include "sender_policy/macro.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/containers.h"
#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "records/macro_string.h"

namespace alimail {
namespace {

constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kHex = "0123456789ABCDEF";

std::string_view local_part(std::string_view mailbox) {
  const std::size_t at = mailbox.rfind('@');
  return at == std::string_view::npos ? std::string_view() : mailbox.substr(0, at);
}

// A dotted quad, or all hexadecimal digits of an IPv6 address separated by dots.
String dotted(std::string_view address) {
  if (address.size() == kIpv4Bytes) return ipv4_text(address);
  String text;
  for (const char c : address) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (!text.empty()) text += '.';
    text += kHex[byte >> 4U];
    text += '.';
    text += kHex[byte & 0xFU];
  }
  return text;
}

String value_of(char letter, const MacroValues& values) {
  const bool ip4 = values.address.size() == kIpv4Bytes;
  switch (letter) {
    case 's': return String(values.mailbox);
    case 'l': return String(local_part(values.mailbox));
    case 'o': return String(values.mailbox.substr(std::min(values.mailbox.rfind('@') + 1, values.mailbox.size())));
    case 'd': return String(values.domain);
    case 'i': return dotted(values.address);
    case 'p': return String(values.validated.empty() ? kUnknown : values.validated);
    case 'h': return String(values.helo);
    case 'c': return ip4 ? ipv4_text(values.address) : ipv6_text(values.address);
    case 'r': return String(values.receiver.empty() ? kUnknown : values.receiver);
    case 't': return to_string(values.now);
    case 'v': return ip4 ? "in-addr" : "ip6";
    default: return {};
  }
}

Vector<std::string_view> split(std::string_view text, std::string_view delimiters) {
  Vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of(delimiters);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

String transformed(const String& text, const MacroPiece& piece) {
  if (piece.keep == 0 && !piece.reversed && piece.delimiters.empty()) return text;
  Vector<std::string_view> parts = split(text, piece.delimiters.empty() ? "." : piece.delimiters);
  if (piece.reversed) std::reverse(parts.begin(), parts.end());
  const std::size_t dropped = piece.keep == 0 || piece.keep >= parts.size() ? 0 : parts.size() - piece.keep;
  String joined(parts[dropped]);
  for (std::size_t i = dropped + 1; i < parts.size(); ++i) {
    joined += '.';
    joined += parts[i];
  }
  return joined;
}

// RFC 3986 section 2.3: escapes all characters except unreserved ones.
String url_escaped(const String& text) {
  String escaped;
  for (const char c : text) {
    const bool plain = is_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      escaped += c;
      continue;
    }
    escaped += '%';
    escaped += kHex[static_cast<unsigned char>(c) >> 4U];
    escaped += kHex[static_cast<unsigned char>(c) & 0xFU];
  }
  return escaped;
}

String expanded(const MacroPiece& piece, const MacroValues& values) {
  if (piece.letter == 0) return String(piece.literal);
  const String text = transformed(value_of(piece.letter, values), piece);
  return piece.escapes ? url_escaped(text) : text;
}

enum class KeepIfLong {
  Front,
  End
};

String expand(std::string_view text, const MacroValues& values, KeepIfLong keep) {
  String out;
  while (const std::optional<MacroPiece> piece = take_macro_piece(text)) {
    out += expanded(*piece, values);
    if (out.size() <= 2 * kMaxExpandedBytes) continue;  // not at every piece, which would take quadratic time
    if (keep == KeepIfLong::Front) break;
    out.erase(0, out.size() - kMaxExpandedBytes);
  }
  if (out.size() <= kMaxExpandedBytes) return out;
  return out.substr(keep == KeepIfLong::Front ? 0 : out.size() - kMaxExpandedBytes, kMaxExpandedBytes);
}

// A label may contain a backslash, a space or any byte of a local part. Names in the form of model/dns.h escape them.
String presentation_form(std::string_view expanded_name) {
  String name;
  for (const char c : expanded_name) {
    if (c > ' ' && c <= '~' && c != '\\') {
      name += c;
    } else {
      append_decimal_escape(name, c);
    }
  }
  return name;
}

}  // namespace

bool uses_macro(std::string_view macro_string, std::string_view letters) {
  while (const std::optional<MacroPiece> piece = take_macro_piece(macro_string)) {
    if (piece->letter != 0 && letters.find(piece->letter) != std::string_view::npos) return true;
  }
  return false;
}

String expand_explanation(std::string_view explain_string, const MacroValues& values) {
  return expand(explain_string, values, KeepIfLong::Front);
}

String target_name(std::string_view domain_spec, const MacroValues& values) {
  const String whole = expand(domain_spec, values, KeepIfLong::End);
  std::string_view name = whole;
  if (name.ends_with('.')) name.remove_suffix(1);
  while (name.size() > kMaxNameLength && name.find('.') != std::string_view::npos) name = parent(name);
  Result<String> canonical = canonical_name(presentation_form(name));
  return canonical ? canonical.value() : String();
}

}  // namespace alimail
