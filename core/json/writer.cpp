#include <algorithm>

#include "base/utf8.h"
#include "json/value.h"

namespace alimail {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kHex = "0123456789abcdef";

bool is_plain(char c) {
  return c >= 0x20 && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
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
  std::size_t i = 0;
  while (i < text.size() && is_plain(text[i])) ++i;
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
