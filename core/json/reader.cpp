#include "json/reader.h"

#include <algorithm>

namespace alimail {

std::size_t nesting_of(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string text_or_empty(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_string() ? value->get_ref<const std::string&>() : std::string();
}

std::int64_t number_or_zero(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

bool flag(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

const Json& array_or_empty(const Json& object, const char* name) {
  static const Json kEmpty = Json::array();
  const Json* value = member(object, name);
  return value != nullptr && value->is_array() ? *value : kEmpty;
}

std::vector<std::string> texts(const Json& object, const char* name) {
  std::vector<std::string> list;
  for (const Json& item : array_or_empty(object, name)) {
    if (item.is_string()) list.push_back(item.get_ref<const std::string&>());
  }
  return list;
}

}  // namespace alimail
