// Domain names between their three forms: wire (RFC 1035 section 3.1), text as people and resolvers write it, and the
// canonical text that model/dns.h calls a "name".
//
// Law: whatever comes in, a name that leaves here is lower case, at most 255 bytes in wire form, and in labels of 1
// to 63.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "names/domain_name.h"

namespace alimail {

inline constexpr std::size_t kMaxNameBytes = 255;  // RFC 1035 section 3.1, in wire form
inline constexpr std::size_t kMaxLabelBytes = 63;

// A name that was read out of a message, and the offset behind it (behind the pointer, where it was compressed).
struct DecodedName {
  std::string name;
  std::size_t next = 0;
};

// Reads the name at `at`. What stands there in place must lie before `end` (the end of the RDATA or of the message);
// what a compression pointer (RFC 1035 section 4.1.4) leads to may lie anywhere before it. Errors: "short-name",
// "label-type", "name-length", "name-loop".
Result<DecodedName> decode_name(std::string_view message, std::size_t at, std::size_t end);

// Text to uncompressed wire form, lower-cased. Takes a final dot or none, "" and "." for the root, and the escapes of
// RFC 1035 section 5.1. Errors: "empty-label", "label-length", "name-length", "escape".
Result<std::string> encode_name(std::string_view text);

// Text to the canonical text. Errors as encode_name.
Result<std::string> canonical_name(std::string_view text);

// The byte that the escape at text[at] (a backslash) stands for: "\DDD" or "\X" (RFC 1035 section 5.1); moves `at` to
// the escape's last character. Error: "escape".
Result<char> unescape(std::string_view text, std::size_t& at);

// A byte as "\DDD".
void append_decimal_escape(std::string& out, char c);

}  // namespace alimail
