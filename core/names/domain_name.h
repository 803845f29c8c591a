// Domain names as text, and the facts that follow from the text alone.
//
// Rule: names are lower case without a final dot, as everywhere in the core (model/dns.h). Only lower() allocates. Host
// names follow RFC 1123 section 2.1, lengths RFC 1035 section 2.3.4.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"

namespace alimail {

inline constexpr std::size_t kMaxNameLength = 253;  // 255 octets on the wire are 253 characters of text
inline constexpr std::size_t kMaxLabelLength = 63;

// Only ASCII letters are lowered, because DNS ignores case only for them.
String lower(std::string_view text);

std::size_t label_count(std::string_view name);  // "" (the root) has none
std::string_view first_label(std::string_view name);
std::string_view last_label(std::string_view name);
std::string_view parent(std::string_view name);  // abc.com of mail.abc.com, "" of com

// True for the name itself and for names below it: mail.abc.com is under abc.com, xabc.com is not. Every name is under
// "".
bool is_under(std::string_view name, std::string_view zone);

// Letters, digits and hyphens; no hyphen at either end of a label; lengths within limits; at least one label.
bool is_valid_host_label(std::string_view label);
bool is_valid_host_name(std::string_view name);

// True for names that no public resolver can know: localhost, local, test, invalid, onion and alt, and what is below
// them. RFC 6761, RFC 6762, RFC 7686, RFC 9476. Public resolvers answer for "example" as for any other name (RFC 6761
// section 6.5).
bool is_special_use(std::string_view name);

// Four numbers from 0 to 255.
bool is_ipv4_address(std::string_view text);

// True if a registry sells names below this name, so no company has mail at the name itself: a single label, or a name
// such as com.cn or co.uk.
bool is_registry_suffix(std::string_view name);

// The name that a company would have registered: abc.com for a.b.abc.com, abc.com.cn for a.abc.com.cn. A shorter name
// is returned unchanged.
std::string_view registered_domain(std::string_view name);

}  // namespace alimail
