#include "base/utf8.h"
#include "json/value.h"

namespace alimail {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kHex = "0123456789abcdef";

}  // namespace

void JsonWriter::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

void JsonWriter::escape(std::string_view text) {
  text_ += '"';
  std::size_t plain = 0;  // start of the text that is not written yet
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool ascii = c < 0x80;
    if (ascii && c >= 0x20 && c != '"' && c != '\\') {  // nearly all characters of a turn
      ++i;
      continue;
    }
    const std::size_t length = ascii ? 1 : utf8_length(text, i);
    if (ascii || length == 0) {
      text_.append(text, plain, i - plain);
      if (length == 0) {
        text_ += kReplacement;
      } else if (c < 0x20) {
        ((text_ += "\\u00") += kHex[c >> 4U]) += kHex[c & 0xFU];
      } else {
        (text_ += '\\') += text[i];
      }
      plain = i + 1;
    }
    i += length == 0 ? 1 : length;
  }
  text_.append(text, plain) += '"';
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
  text_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  separate();
  text_ += flag ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::written(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

}  // namespace alimail
