// A value or the key of what was wrong with the input: the one way in which code here fails.
//
// Keys, not sentences: the words live in web/locales/. Built without exceptions on every platform, so a parser that
// meets bad input has to hand the reason on as a value.
#pragma once

#include <string_view>
#include <utility>
#include <variant>

namespace alimail {

struct Error {
  std::string_view code;     // a string literal
  std::size_t position = 0;  // byte offset in the input where it was noticed
  bool operator==(const Error&) const = default;
};

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor): `return value;` reads best
  Result(Error error) : state_(error) {}         // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const {
    return std::holds_alternative<T>(state_);
  }
  explicit operator bool() const {
    return ok();
  }

  // Precondition: ok().
  [[nodiscard]] const T& value() const {
    return *std::get_if<T>(&state_);
  }
  [[nodiscard]] T& value() {
    return *std::get_if<T>(&state_);
  }

  // Precondition: !ok().
  [[nodiscard]] const Error& error() const {
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace alimail
