// RDATA, from its two written forms to a value: the bytes of a message (RFC 1035 section 3.3 and the RFC of each type)
// and the presentation text of the JSON dialects and of zone files.
//
// Law: both forms of the same record give the same value, so that answers can be compared across resolvers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "model/dns.h"

namespace alimail {

// The RDATA that fills message[at, end). Types without a struct in model/dns.h come back as UnknownRdata, but where the
// layout of the type is known it must fit, for damage anywhere in a message makes all of it doubtful. Errors:
// "rdata-length" and those of decode_name.
Result<Rdata> decode_rdata(RecordType type, std::string_view message, std::size_t at, std::size_t end);

// Presentation text, also in the generic form "\# 4 0A000001" of RFC 3597 section 5. TXT is taken quoted ("a" "b", or
// "a""b") or bare; the other forms are those of RFC 1035 section 5. Text of a type without a struct is kept as it is.
// Error: "rdata-text".
Result<Rdata> parse_rdata(RecordType type, std::string_view text);

// A TTL with the top bit set counts as 0 (RFC 2181 section 8).
inline constexpr std::uint32_t kMaxTtl = 0x7FFFFFFF;
inline std::uint32_t sane_ttl(std::uint64_t ttl) {
  return ttl > kMaxTtl ? 0 : static_cast<std::uint32_t>(ttl);
}

}  // namespace alimail
