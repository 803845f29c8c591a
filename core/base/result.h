// A value, or the key of an error in the input. This is the only way in which code in the core reports failure.
//
// The error is a key, because all words that people read are in web/locales/. The core is built without exceptions on
// every platform, so a parser returns the error as a value.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace alimail {

struct Error {
  std::string_view code;     // a string literal
  std::size_t position = 0;  // byte offset in the input where the error was found
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
  std::optional<T> value_;  // not a variant with Error: its function tables for each T are larger than both members
  Error error_;
};

}  // namespace alimail
