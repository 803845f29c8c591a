// Converts domain names between three forms: wire (RFC 1035 section 3.1), text as people and resolvers write it, and
// the canonical text that model/dns.h calls a "name".
//
// Rule: whatever the input, every resulting name is lower case, has labels of 1 to 63 bytes, and is at most 255 bytes
// in wire form.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "names/domain_name.h"

namespace alimail {

inline constexpr std::size_t kMaxNameBytes = 255;  // RFC 1035 section 3.1, in wire form
inline constexpr std::size_t kMaxLabelBytes = 63;

// A name read from a message, and the offset after it (after the pointer, if the name was compressed).
struct DecodedName {
  String name;
  std::size_t next = 0;
};

// Reads the name at `at`. The bytes at this place must end before `end` (the end of the RDATA or of the message). The
// target of a compression pointer (RFC 1035 section 4.1.4) may be anywhere earlier. Errors: "short-name", "label-type",
// "name-length", "name-loop".
Result<DecodedName> decode_name(std::string_view message, std::size_t at, std::size_t end);

// Text to uncompressed wire form in lower case. A final dot is optional. "" and "." are the root. The escapes of RFC
// 1035 section 5.1 are accepted. Errors: "empty-label", "label-length", "name-length", "escape".
Result<String> encode_name(std::string_view text);

// Text to canonical text. Same errors as encode_name.
Result<String> canonical_name(std::string_view text);

// Decodes the escape that starts at text[at] with a backslash: "\DDD" or "\X" (RFC 1035 section 5.1). Moves `at` to the
// last character of the escape. Error: "escape".
Result<char> unescape(std::string_view text, std::size_t& at);

// Appends a byte as "\DDD".
void append_decimal_escape(String& out, char c);

}  // namespace alimail
