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

void JsonWriter::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

// Most texts need no escapes and are appended whole. For the rest there is room for the worst case: to append every part on
// its own takes ten times as long.
void JsonWriter::escape(std::string_view text) {
  constexpr std::size_t kMaxEscaped = 6;  // "\\u0000"
  const std::size_t i = plain_beginning(text);
  text_ += '"';
  text_ += text.substr(0, i);
  if (i < text.size()) {
    const std::size_t begin = text_.size();
    text_.resize(begin + kMaxEscaped * (text.size() - i));
    char* const end = write_escaped(&text_[begin], text, i);
    text_.resize(static_cast<std::size_t>(end - text_.data()));
  }
  text_ += '"';
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
  separate();
  ((text_ += '"') += name) += "\":";
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  escape(text);
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
