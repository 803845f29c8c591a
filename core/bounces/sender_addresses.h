// The IP addresses that a complaint names as senders: pasted bounces and headers say which host was refused.
//
// Law: rather none than a wrong one. Left out are addresses that no mail comes from over the Internet (private, local,
// reserved), numbers of versions, networks, public resolvers, and the servers of recipients that a bounce talks of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alimail {

inline constexpr std::size_t kMaxNamedAddresses = 3;

// Each once, in the order of the text, as canonical text (dns/address_text.h).
std::vector<std::string> addresses_in(std::string_view complaint);

}  // namespace alimail
