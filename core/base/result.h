// A value or the key of what was wrong with the input: the one way in which code here fails.
//
// Keys, not sentences: the words live in web/locales/. Built without exceptions on every platform, so a parser that
// meets bad input has to hand the reason on as a value.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace alimail {

struct Error {
  std::string_view code;     // a string literal
  std::size_t position = 0;  // byte offset in the input where it was noticed
  bool operator==(const Error&) const = default;
};

template <typename T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): `return value;` reads best
  Result(Error error) : error_(error) {}         // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const {
    return value_.has_value();
  }
  explicit operator bool() const {
    return ok();
  }

  // Precondition: ok().
  [[nodiscard]] const T& value() const {
    return *value_;  // NOLINT(bugprone-unchecked-optional-access): the precondition
  }
  [[nodiscard]] T& value() {
    return *value_;  // NOLINT(bugprone-unchecked-optional-access): the precondition
  }

  // Precondition: !ok().
  [[nodiscard]] const Error& error() const {
    return error_;
  }

 private:
  std::optional<T> value_;  // and not a variant with Error: its tables of functions for every T weigh more than both
  Error error_;
};

}  // namespace alimail
