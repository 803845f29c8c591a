// JSON text as a plain value, and a value as JSON text: all of JSON that the core needs.
//
// Law: nlohmann reads the text (its SAX parser, in value.cpp, the only file that knows it) and this tree holds it. Its
// own tree and its dump cost 30 kB of brotli in the wasm, more than all rules together, because every use of them is a
// template written out in place; this one is read by three functions and written by one class.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace alimail {

struct Json {
  // Fraction: a number that is no 64-bit integer. Nothing in the contract is one, so its value is not kept.
  enum class Kind {
    Null,
    Boolean,
    Number,
    Fraction,
    Text,
    Array,
    Object
  };

  Kind kind = Kind::Null;
  bool boolean = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<std::string> names;  // of an object's items, in the order of the text
  std::vector<Json> items;

  [[nodiscard]] bool is(Kind wanted) const {
    return kind == wanted;
  }
};

// Errors: "not-json" (also for bytes that are no UTF-8), "too-deep" (noticed while reading: no tree is built of it).
Result<Json> parse_json(std::string_view text, std::size_t max_depth);

// The member of an object, the last one where a name stands twice; nullptr where there is none or no object.
const Json* member(const Json& object, std::string_view name);

const std::string& text_or_empty(const Json& object, std::string_view name);
std::int64_t number_or_zero(const Json& object, std::string_view name);
bool flag(const Json& object, std::string_view name);
const std::vector<Json>& array_or_empty(const Json& object, std::string_view name);
const Json& object_or_empty(const Json& object, std::string_view name);
std::vector<std::string> texts(const Json& object, std::string_view name);  // of an array; what is no text is skipped

// Takes the items out of the array of that name.
std::vector<Json> take_array(Json& object, std::string_view name);

// Writes JSON from its beginning to its end; the caller opens and closes in order. Text may hold any bytes: what is no
// UTF-8 becomes U+FFFD.
class JsonWriter {
 public:
  JsonWriter& object();  // opens
  JsonWriter& array();
  JsonWriter& end();                        // closes the innermost
  JsonWriter& name(std::string_view name);  // a name of the contract: nothing in it needs an escape
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(bool flag);
  template <typename Text>
  JsonWriter& values(const std::vector<Text>& texts) {
    array();
    for (const Text& text : texts) value(text);
    return end();
  }
  JsonWriter& written(std::string_view json);  // a value that another writer has written

  JsonWriter& put(std::string_view key, std::string_view text) {
    return name(key).value(text);
  }
  JsonWriter& put_if(std::string_view key, std::string_view text) {
    return text.empty() ? *this : put(key, text);
  }

  [[nodiscard]] const std::string& text() const {
    return text_;
  }

 private:
  void separate();
  void escape(std::string_view text);

  std::string text_;
  std::string closing_;  // the brackets still open
};

}  // namespace alimail
