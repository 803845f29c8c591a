// IPv4 and IPv6 addresses between bytes and text. The text output is canonical (RFC 5952), which lets callers compare
// the answers of two resolvers as strings.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "base/result.h"

namespace alimail {

inline constexpr std::size_t kIpv4Bytes = 4;
inline constexpr std::size_t kIpv6Bytes = 16;

// Precondition: 4 or 16 bytes, in network order.
String ipv4_text(std::string_view bytes);
String ipv6_text(std::string_view bytes);

// Text to bytes. Strict: IPv4 needs four decimal numbers without leading zeros; IPv6 follows RFC 4291 section 2.2 and
// has no zone. Error: "address".
Result<String> parse_ipv4(std::string_view text);
Result<String> parse_ipv6(std::string_view text);

// Whether no host on the Internet can have this IPv4 address, given as 4 bytes in network order. RFC 6890: private networks,
// networks of providers (100.64.0.0/10), this machine, links, tests between networks (198.18.0.0/15, which proxies assign),
// multicast and reserved addresses. The documentation networks (RFC 5737) are accepted, because people use them in examples.
bool is_unroutable_ipv4(std::string_view bytes);

// The same for canonical text of an IPv4 or IPv6 address. Returns false for text that is not an address.
bool is_unroutable(std::string_view text);

// The RFC that keeps this address off the Internet, such as "RFC 1918", or "" if is_unroutable() is false.
std::string_view rfc_of_unroutable(std::string_view text);

}  // namespace alimail
