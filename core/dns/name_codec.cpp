// Domain names in wire form, as text and as canonical text. RFC 1035 sections 3.1, 4.1.4 and 5.1.

#include "dns/name_codec.h"

#include <cstdint>
#include <optional>

#include "base/ascii.h"

namespace alimail {
namespace {

// A name of 255 bytes has at most 127 labels, and no encoder needs more pointers than labels.
constexpr std::size_t kMaxPointers = 127;

constexpr unsigned kLabelTypeBits = 0xC0;
constexpr unsigned kPointer = 0xC0;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

void append_label(String& name, std::string_view label) {
  if (!name.empty()) name += '.';
  for (const char c : label) {
    if (c == '.' || c == '\\') {
      name += '\\';
      name += c;
    } else if (c > ' ' && c <= '~') {
      name += lower(c);
    } else {
      append_decimal_escape(name, c);
    }
  }
}

// The target of a compression pointer, or nothing if it does not lead backwards. A pointer may only refer to an earlier
// name (section 4.1.4); this rule also guarantees that the loop ends.
std::optional<std::size_t> pointer_target(std::string_view message, std::size_t at, std::size_t run_start) {
  const std::size_t target = (byte_at(message, at) & ~kLabelTypeBits) << 8U | byte_at(message, at + 1);
  if (target >= run_start) return std::nullopt;
  return target;
}

// Encodes one label of `text`. Moves `at` to the dot after it, or to the end.
Result<String> encode_label(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  String label;
  for (; at < text.size() && text[at] != '.'; ++at) {
    char c = text[at];
    if (c == '\\') {
      const Result<char> byte = unescape(text, at);
      if (!byte) return byte.error();
      c = byte.value();
    }
    label += lower(c);
  }
  if (label.empty()) return Error{"empty-label", start};
  if (label.size() > kMaxLabelBytes) return Error{"label-length", start};
  return static_cast<char>(label.size()) + label;
}

// Most names have no escapes and no bytes that need them: they are already what canonical_name makes of them, but for
// capitals and the final dot. Returns nothing for all others, and for what is no name.
std::optional<String> plain_name(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.empty() || text.size() + 1 >= kMaxNameBytes) return std::nullopt;
  std::size_t label = 0;  // bytes of it so far
  for (const char c : text) {
    if (c <= ' ' || c > '~' || c == '\\') return std::nullopt;
    const bool ends = c == '.';
    if (ends ? label == 0 : label == kMaxLabelBytes) return std::nullopt;
    label = ends ? 0 : label + 1;
  }
  if (label == 0) return std::nullopt;
  String name(text);
  for (char& c : name) c = lower(c);
  return name;
}

}  // namespace

void append_decimal_escape(String& out, char c) {
  const unsigned value = static_cast<unsigned char>(c);
  out += '\\';
  out += static_cast<char>('0' + value / 100);
  out += static_cast<char>('0' + value / 10 % 10);
  out += static_cast<char>('0' + value % 10);
}

Result<char> unescape(std::string_view text, std::size_t& at) {
  if (at + 1 >= text.size()) return Error{"escape", at};
  if (!is_digit(text[at + 1])) return text[++at];
  if (at + 3 >= text.size() || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) return Error{"escape", at};
  const int value = (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
  if (value > 255) return Error{"escape", at};
  at += 3;
  return static_cast<char>(static_cast<unsigned char>(value));
}

Result<DecodedName> decode_name(std::string_view message, std::size_t at, std::size_t end) {
  DecodedName out;
  std::size_t pos = at;
  std::size_t run_start = at;  // start of the labels being read
  std::size_t wire_bytes = 1;  // the root label
  std::size_t pointers = 0;
  while (true) {
    const std::size_t limit = pointers == 0 ? end : message.size();
    if (pos >= limit) return Error{"short-name", pos};
    const unsigned length = byte_at(message, pos);
    if (length == 0) break;
    if ((length & kLabelTypeBits) == kPointer) {
      if (limit - pos < 2) return Error{"short-name", pos};
      const std::optional<std::size_t> target = pointer_target(message, pos, run_start);
      if (!target || pointers == kMaxPointers) return Error{"name-loop", pos};
      if (pointers++ == 0) out.next = pos + 2;
      pos = run_start = *target;
      continue;
    }
    if ((length & kLabelTypeBits) != 0) return Error{"label-type", pos};  // 01 and 10 are unused, RFC 6891 section 5
    if (limit - pos - 1 < length) return Error{"short-name", pos};
    wire_bytes += 1 + length;
    if (wire_bytes > kMaxNameBytes) return Error{"name-length", pos};
    append_label(out.name, message.substr(pos + 1, length));
    pos += 1 + length;
  }
  if (pointers == 0) out.next = pos + 1;
  return out;
}

Result<String> encode_name(std::string_view text) {
  String wire;
  if (text == ".") text = {};
  for (std::size_t at = 0; at < text.size(); ++at) {  // skips the dot; a final dot therefore ends the name
    const Result<String> label = encode_label(text, at);
    if (!label) return label.error();
    wire += label.value();
    if (wire.size() >= kMaxNameBytes) return Error{"name-length", at};
  }
  wire += '\0';
  return wire;
}

Result<String> canonical_name(std::string_view text) {
  if (std::optional<String> plain = plain_name(text)) return std::move(*plain);
  const Result<String> wire = encode_name(text);
  if (!wire) return wire.error();
  Result<DecodedName> name = decode_name(wire.value(), 0, wire.value().size());
  if (!name) return name.error();
  return std::move(name.value().name);
}

}  // namespace alimail
