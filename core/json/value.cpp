#include "json/value.h"

#include <utility>

namespace alimail {

const Json* member(const Json& object, std::string_view name) {
  for (std::size_t i = object.names.size(); i-- > 0;) {
    const String& each = object.names[i];
    if (each.size() == name.size() && each == name) return &object.items[i];
  }
  return nullptr;
}

const String& text_or_empty(const Json& object, std::string_view name) {
  static const String kEmpty;
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

const Vector<Json>& array_or_empty(const Json& object, std::string_view name) {
  static const Vector<Json> kEmpty;
  const Json* value = member(object, name);
  return value != nullptr && value->is(Json::Kind::Array) ? value->items : kEmpty;
}

const Json& object_or_empty(const Json& object, std::string_view name) {
  static const Json kEmpty;
  const Json* value = member(object, name);
  return value != nullptr && value->is(Json::Kind::Object) ? *value : kEmpty;
}

Vector<String> texts(const Json& object, std::string_view name) {
  Vector<String> list;
  for (const Json& item : array_or_empty(object, name)) {
    if (item.is(Json::Kind::Text)) list.push_back(item.text);
  }
  return list;
}

Vector<Json> take_array(Json& object, std::string_view name) {
  for (std::size_t i = object.names.size(); i-- > 0;) {
    if (object.names[i] == name) return std::exchange(object.items[i].items, {});
  }
  return {};
}

}  // namespace alimail
