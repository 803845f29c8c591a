#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "json/value.h"

namespace alimail {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kHex = "0123456789abcdef";

bool is_plain(char c) {
  return c >= 0x20 && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);

// The same for eight bytes at once. Below 0x80, a byte less than what is taken from it borrows its highest bit; what it
// borrows from the next byte does not matter then.
bool are_plain(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kWord);
  const std::uint64_t low = word - kEach * 0x20;
  const std::uint64_t quote = (word ^ (kEach * '"')) - kEach;
  const std::uint64_t slash = (word ^ (kEach * '\\')) - kEach;
  return ((word | low | quote | slash) & (kEach * 0x80)) == 0;
}

// How many bytes at the beginning need no escape.
std::size_t plain_beginning(std::string_view text) {
  std::size_t i = 0;
  while (i + kWord <= text.size() && are_plain(text.data() + i)) i += kWord;
  while (i < text.size() && is_plain(text[i])) ++i;
  return i;
}

// Writes the text from byte `i` on. Returns the end of what is written.
char* write_escaped(char* out, std::string_view text, std::size_t i) {
  const auto put = [&out](std::string_view bytes) { out = std::copy(bytes.begin(), bytes.end(), out); };
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) {
      const std::size_t length = utf8_length(text, i);
      put(length == 0 ? kReplacement : text.substr(i, length));
      i += std::max<std::size_t>(length, 1);
      continue;
    }
    if (c < 0x20) {
      put("\\u00");
      *out++ = kHex[c >> 4U];
      *out++ = kHex[c & 0xFU];
    } else {
      if (c == '"' || c == '\\') *out++ = '\\';
      *out++ = text[i];
    }
    ++i;
  }
  return out;
}

}  // namespace

bool JsonWriter::needs_comma() const {
  if (text_.empty()) return false;
  const char last = text_.back();
  return last != '{' && last != '[' && last != ':';
}

void JsonWriter::separate() {
  if (needs_comma()) text_ += ',';
}

// Appends the text in quotes, and after it so many bytes, which the caller writes. All at once: to append every part on its
// own takes much longer.
char* JsonWriter::quoted(std::string_view text, std::size_t behind) {
  const std::size_t comma = needs_comma() ? 1 : 0;
  const std::size_t begin = text_.size();
  text_.resize(begin + comma + text.size() + 2 + behind);
  char* out = &text_[begin];
  if (comma > 0) *out++ = ',';
  *out++ = '"';
  out = std::copy(text.begin(), text.end(), out);
  *out++ = '"';
  return out;
}

JsonWriter& JsonWriter::object() {
  separate();
  text_ += '{';
  closing_ += '}';
  return *this;
}

JsonWriter& JsonWriter::array() {
  separate();
  text_ += '[';
  closing_ += ']';
  return *this;
}

JsonWriter& JsonWriter::end() {
  text_ += closing_.back();
  closing_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::name(std::string_view name) {
  *quoted(name, 1) = ':';
  return *this;
}

// Most texts need no escapes. For the others there is room for the worst case.
JsonWriter& JsonWriter::value(std::string_view text) {
  constexpr std::size_t kMaxEscaped = 6;  // "\\u0000"
  const std::size_t plain = plain_beginning(text);
  if (plain == text.size()) {
    quoted(text, 0);
    return *this;
  }
  char* begin = quoted(text.substr(0, plain), kMaxEscaped * (text.size() - plain)) - 1;
  char* const end = write_escaped(begin, text, plain);
  *end = '"';
  text_.resize(static_cast<std::size_t>(end + 1 - text_.data()));
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate();
  text_ += to_string(number);
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  separate();
  text_ += flag ? "true" : "false";
  return *this;
}

}  // namespace alimail
