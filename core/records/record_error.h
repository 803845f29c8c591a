// Where and why the text of a record breaks its RFC. All parsers in records/ use this type.
#pragma once

#include <cstddef>
#include <string_view>

namespace alimail {

struct TextSpan {  // bytes of the record
  std::size_t position = 0;
  std::size_t length = 0;
  bool operator==(const TextSpan&) const = default;
};

struct RecordError {
  std::string_view reason;  // its words are under reason.<reason>
  TextSpan span;
  bool operator==(const RecordError&) const = default;
};

}  // namespace alimail
