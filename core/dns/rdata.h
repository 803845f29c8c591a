// Converts RDATA to a value from its two written forms: the bytes of a message (RFC 1035 section 3.3 and the RFC of
// each type), and the presentation text of JSON dialects and zone files.
//
// Rule: both forms of a record give the same value. Otherwise answers of different resolvers could not be compared.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "model/dns.h"

namespace alimail {

// Reads the RDATA in message[at, end). Types without a struct in model/dns.h become UnknownRdata. If the layout of such
// a type is known, the RDATA must still fit it, because damage in one place makes the whole message doubtful. Errors:
// "rdata-length" and those of decode_name.
Result<Rdata> decode_rdata(RecordType type, std::string_view message, std::size_t at, std::size_t end);

// Reads presentation text, including the generic form "\# 4 0A000001" of RFC 3597 section 5. TXT may be quoted ("a"
// "b", or "a""b") or bare; the other forms are those of RFC 1035 section 5. The text of a type without a struct is kept
// unchanged. Error: "rdata-text".
Result<Rdata> parse_rdata(RecordType type, std::string_view text);

// A TTL with the top bit set counts as 0 (RFC 2181 section 8).
inline constexpr std::uint32_t kMaxTtl = 0x7FFFFFFF;
inline std::uint32_t sane_ttl(std::uint64_t ttl) {
  return ttl > kMaxTtl ? 0 : static_cast<std::uint32_t>(ttl);
}

}  // namespace alimail
