// Converts RDATA to a value from its two written forms: the bytes of a message (RFC 1035 section 3.3 and the RFC of
// each type), and the presentation text of JSON dialects and zone files.
//
// Rule: both forms of a record give the same value. Otherwise answers of different resolvers could not be compared.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "model/dns.h"

namespace alimail {

// Reads the RDATA in message[at, end). Types without a struct in model/dns.h become UnknownRdata. If the layout of such
// a type is known, the RDATA must still fit it, because damage in one place makes the whole message doubtful. Errors:
// "rdata-length" and those of decode_name. Adds the length of the names in it, as text, to `names`.
Result<Rdata> decode_rdata(RecordType type, std::string_view message, std::size_t at, std::size_t end,
                           std::size_t& names);

// Adds a character string to those of a TXT record. After kMaxStrings, which is enough for 64 KiB, a string is joined to
// the last one: readers join all of them anyway, and a message of 64 KiB may have 32,000.
inline constexpr std::size_t kMaxStrings = 257;
void add_string(Vector<String>& strings, std::string_view text);

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
