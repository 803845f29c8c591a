// IPv4 and IPv6 addresses between bytes and text. The text that leaves here is canonical (RFC 5952), so that two
// resolvers can be compared by string.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace alimail {

inline constexpr std::size_t kIpv4Bytes = 4;
inline constexpr std::size_t kIpv6Bytes = 16;

// Precondition: 4 or 16 bytes, in network order.
std::string ipv4_text(std::string_view bytes);
std::string ipv6_text(std::string_view bytes);

// Text to bytes. Strict: four decimal numbers without leading zeros; RFC 4291 section 2.2 without a zone. Error:
// "address".
Result<std::string> parse_ipv4(std::string_view text);
Result<std::string> parse_ipv6(std::string_view text);

// An address, in the text that leaves here, that nothing on the Internet can have: of a private network, of this
// machine, of a link, or for tests between networks (198.18.0.0/15, which proxies hand out). RFC 6890. False for what
// is no address.
bool is_unroutable(std::string_view text);

}  // namespace alimail
