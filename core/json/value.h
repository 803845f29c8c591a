// Reads JSON text into plain values and writes values as JSON text: all of JSON that the core needs.
//
// Rule: own code, because a library's templates weigh more in the wasm than all rules together, and because a page may
// hold megabytes of answers. Tests compare both ways with nlohmann's.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "base/result.h"

namespace alimail {

struct Json {
  // Fraction: a number that is not a 64-bit integer. The contract has no fractions, so the value is not kept.
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
  String text;
  Vector<String> names;  // names of an object's items, in the order of the text
  Vector<Json> items;

  [[nodiscard]] bool is(Kind wanted) const {
    return kind == wanted;
  }
};

// Errors: "not-json" (also for invalid UTF-8), "too-deep". In time linear in the text.
Result<Json> parse_json(std::string_view text, std::size_t max_depth);

// The member of an object, or the last one if a name occurs twice. Returns nullptr if there is none or the value is not
// an object.
const Json* member(const Json& object, std::string_view name);

const String& text_or_empty(const Json& object, std::string_view name);
std::int64_t number_or_zero(const Json& object, std::string_view name);
bool flag(const Json& object, std::string_view name);
const Vector<Json>& array_or_empty(const Json& object, std::string_view name);
const Json& object_or_empty(const Json& object, std::string_view name);
// of an array; items that are not texts are skipped
Vector<String> texts(const Json& object, std::string_view name);

// Moves the items out of the array with this name.
Vector<Json> take_array(Json& object, std::string_view name);

// Writes JSON from beginning to end. The caller opens and closes values in order. Text may have any bytes; invalid
// UTF-8 becomes U+FFFD.
class JsonWriter {
 public:
  JsonWriter& object();  // opens
  JsonWriter& array();
  JsonWriter& end();                        // closes the innermost
  JsonWriter& name(std::string_view name);  // a name of the contract, which needs no escapes
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(bool flag);
  template <typename Text>
  JsonWriter& values(const Vector<Text>& texts) {
    array();
    for (const Text& text : texts) value(text);
    return end();
  }

  JsonWriter& put(std::string_view key, std::string_view text) {
    return name(key).value(text);
  }
  JsonWriter& put_if(std::string_view key, std::string_view text) {
    return text.empty() ? *this : put(key, text);
  }

  [[nodiscard]] const String& text() const {
    return text_;
  }
  [[nodiscard]] String take() {
    return std::move(text_);
  }

 private:
  void separate();
  void escape(std::string_view text);

  String text_;
  String closing_;  // the brackets that are still open
};

}  // namespace alimail
