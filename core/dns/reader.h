// Reads part of a message from front to back. Every length is checked before a byte is read.
//
// The first read that does not fit sets the error, and every later read returns zeros and "". A parser therefore reads
// a whole structure and calls ok() once at the end. A loop over a count from the wire must call ok() in each iteration.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "dns/name_codec.h"

namespace alimail {

class Reader {
 public:
  // Reads message[at, end). `overrun` is the error code for reads past `end`.
  Reader(std::string_view message, std::size_t at, std::size_t end, std::string_view overrun)
      : message_(message), at_(at), end_(end), overrun_(overrun) {}

  std::string_view take(std::size_t length) {
    if (length > left()) fail({overrun_, at_});
    if (!ok()) return {};
    at_ += length;
    return message_.substr(at_ - length, length);
  }
  std::uint8_t u8() {
    return static_cast<std::uint8_t>(number(1));
  }
  std::uint16_t u16() {
    return static_cast<std::uint16_t>(number(2));
  }
  std::uint32_t u32() {
    return number(4);
  }
  std::string_view character_string() {
    return take(u8());
  }  // RFC 1035 section 3.3

  String name() {
    if (!ok()) return {};
    Result<DecodedName> read = decode_name(message_, at_, end_);
    if (!read) {
      fail(read.error());
      return {};
    }
    at_ = read.value().next;
    names_ += read.value().name.size();
    return std::move(read.value().name);
  }

  void fail(Error error) {
    if (ok()) error_ = error;
  }
  [[nodiscard]] bool ok() const {
    return error_.code.empty();
  }
  [[nodiscard]] const Error& error() const {
    return error_;
  }
  [[nodiscard]] std::size_t at() const {
    return at_;
  }
  // The length of all names that were read, as text.
  [[nodiscard]] std::size_t names() const {
    return names_;
  }
  [[nodiscard]] std::size_t left() const {
    return ok() ? end_ - at_ : 0;
  }

 private:
  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    for (const char c : take(bytes)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }

  std::string_view message_;
  std::size_t at_;
  std::size_t end_;
  std::size_t names_ = 0;
  std::string_view overrun_;
  Error error_{};
};

}  // namespace alimail
