#include "json/value.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

// nlohmann describes every error in a sentence that is not used here. The sentences cannot be turned off, but
// overriding this function leaves them out, which saves 2 kB of brotli in the wasm.
using JsonInput = decltype(nlohmann::detail::input_adapter(std::declval<std::string_view>()));

template <>
std::string nlohmann::detail::parser<nlohmann::json, JsonInput>::exception_message(const token_type /*expected*/,
                                                                                   const std::string& /*context*/) {
  return {};
}

template <>
std::string nlohmann::detail::lexer<nlohmann::json, JsonInput>::get_token_string() const {
  return {};
}

template <>
nlohmann::detail::parse_error nlohmann::detail::parse_error::create<std::nullptr_t, 0>(int id_, const position_t& pos,
                                                                                       const std::string& /*what_arg*/,
                                                                                       std::nullptr_t /*context*/) {
  return {id_, pos.chars_read_total, ""};
}

namespace alimail {
namespace {

// nlohmann's SAX parser calls these functions, token by token. Returning false ends the parsing.
class Builder {
 public:
  using Source = nlohmann::json;

  explicit Builder(std::size_t max_depth) : max_depth_(max_depth) {}

  bool null() {
    return add({});
  }
  bool boolean(bool value) {
    return add({Json::Kind::Boolean, value, 0, {}, {}, {}});
  }
  bool number_integer(Source::number_integer_t value) {
    return add({Json::Kind::Number, false, value, {}, {}, {}});
  }
  bool number_unsigned(Source::number_unsigned_t value) {
    if (value > static_cast<Source::number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) return fraction();
    return number_integer(static_cast<Source::number_integer_t>(value));
  }
  bool number_float(Source::number_float_t /*value*/, const Source::string_t& /*as_written*/) {
    return fraction();
  }
  bool string(Source::string_t& value) {
    return add({Json::Kind::Text, false, 0, std::move(value), {}, {}});
  }
  bool binary(Source::binary_t& /*value*/) {
    return false;
  }  // not in text
  bool start_object(std::size_t /*size*/) {
    return open(Json::Kind::Object);
  }
  bool start_array(std::size_t /*size*/) {
    return open(Json::Kind::Array);
  }
  bool end_object() {
    return close();
  }
  bool end_array() {
    return close();
  }
  bool key(Source::string_t& name) {
    open_.back()->names.push_back(std::move(name));
    return true;
  }
  template <typename Exception>
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const Exception& /*what*/) {
    return false;
  }

  [[nodiscard]] bool too_deep() const {
    return too_deep_;
  }
  Json take() {
    return std::move(root_);
  }

 private:
  bool fraction() {
    return add({Json::Kind::Fraction, false, 0, {}, {}, {}});
  }

  Json& place(Json value) {
    if (open_.empty()) return root_ = std::move(value);
    return open_.back()->items.emplace_back(std::move(value));
  }

  bool add(Json value) {
    place(std::move(value));
    return true;
  }

  // A pointer stays valid while its value is open, because the parent grows only after the value is closed.
  bool open(Json::Kind kind) {
    too_deep_ = open_.size() >= max_depth_;
    if (too_deep_) return false;
    Json value;
    value.kind = kind;
    open_.push_back(&place(std::move(value)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::size_t max_depth_;
  bool too_deep_ = false;
  Json root_;
  std::vector<Json*> open_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, std::size_t max_depth) {
  Builder builder(max_depth);
  if (nlohmann::json::sax_parse(text, &builder)) return builder.take();
  return Error{builder.too_deep() ? "too-deep" : "not-json"};
}

const Json* member(const Json& object, std::string_view name) {
  for (std::size_t i = object.names.size(); i-- > 0;) {
    if (object.names[i] == name) return &object.items[i];
  }
  return nullptr;
}

const std::string& text_or_empty(const Json& object, std::string_view name) {
  static const std::string kEmpty;
  const Json* value = member(object, name);
  return value != nullptr ? value->text : kEmpty;
}

std::int64_t number_or_zero(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value != nullptr ? value->number : 0;
}

bool flag(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value != nullptr && value->boolean;
}

const std::vector<Json>& array_or_empty(const Json& object, std::string_view name) {
  static const std::vector<Json> kEmpty;
  const Json* value = member(object, name);
  return value != nullptr && value->is(Json::Kind::Array) ? value->items : kEmpty;
}

const Json& object_or_empty(const Json& object, std::string_view name) {
  static const Json kEmpty;
  const Json* value = member(object, name);
  return value != nullptr && value->is(Json::Kind::Object) ? *value : kEmpty;
}

std::vector<std::string> texts(const Json& object, std::string_view name) {
  std::vector<std::string> list;
  for (const Json& item : array_or_empty(object, name)) {
    if (item.is(Json::Kind::Text)) list.push_back(item.text);
  }
  return list;
}

std::vector<Json> take_array(Json& object, std::string_view name) {
  for (std::size_t i = object.names.size(); i-- > 0;) {
    if (object.names[i] == name) return std::exchange(object.items[i].items, {});
  }
  return {};
}

}  // namespace alimail
