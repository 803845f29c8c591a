// Finds the IP addresses that a complaint names as senders. Pasted bounces and headers say which host was refused.
//
// Rule: when in doubt, no address. These are left out: addresses that no mail comes from over the Internet (private,
// local, reserved), version numbers, networks, public resolvers, and the recipients' servers that a bounce names.
#pragma once

#include <string_view>

#include "base/containers.h"

namespace alimail {

inline constexpr std::size_t kMaxNamedAddresses = 3;

// Each address once, in the order of the text, as canonical text (dns/address_text.h).
Vector<String> addresses_in(std::string_view complaint);

}  // namespace alimail
