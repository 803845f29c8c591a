// Arrays and objects of JSON as typed lists.
//
// Rule: these types copy nothing and are valid as long as the JSON value. T wraps a `const Json&`, or is
// std::string_view for texts.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/containers.h"
#include "json/value.h"

namespace alimail {

template <typename T>
T read_as(const Json& json) {
  if constexpr (std::is_same_v<T, std::string_view>) {
    return json.text;
  } else {
    return T(json);
  }
}

template <typename T>
class ListOf {
 public:
  class Iterator {
   public:
    explicit Iterator(const Json* at) : at_(at) {}
    T operator*() const {
      return read_as<T>(*at_);
    }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Json* at_;
  };

  explicit ListOf(const Vector<Json>& items) : items_(items) {}
  explicit ListOf(const Json& array) : items_(array.items) {}
  [[nodiscard]] Iterator begin() const {
    return Iterator(items_.data());
  }
  [[nodiscard]] Iterator end() const {
    return Iterator(items_.data() + items_.size());
  }
  [[nodiscard]] std::size_t size() const {
    return items_.size();
  }

 private:
  const Vector<Json>& items_;
};

// Takes the objects out of the array of that name, each as what it is. Not inline: the copies for types that only wrap a
// Json are the same code, and the wasm then keeps one of them.
template <typename T>
[[gnu::noinline]] Vector<T> take_list(Json& object, std::string_view name) {
  Vector<T> list;
  for (Json& item : take_array(object, name)) list.emplace_back(std::move(item));
  return list;
}

// The members of an object, in the order of the text.
template <typename T>
class MapOf {
 public:
  struct Member {
    std::string_view name;
    T value;
  };

  class Iterator {
   public:
    Iterator(const Json& object, std::size_t at) : object_(object), at_(at) {}
    Member operator*() const {
      return {object_.names[at_], read_as<T>(object_.items[at_])};
    }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const {
      return at_ == other.at_;
    }

   private:
    const Json& object_;
    std::size_t at_;
  };

  explicit MapOf(const Json& object) : object_(object) {}
  [[nodiscard]] Iterator begin() const {
    return {object_, 0};
  }
  [[nodiscard]] Iterator end() const {
    return {object_, object_.names.size()};
  }

 private:
  const Json& object_;
};

}  // namespace alimail
