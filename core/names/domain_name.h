// Domain names as text, and the little that can be said about them without asking anyone.
//
// Law: names come lower case and without the final dot, as everywhere in the core (model/dns.h); nothing here allocates but
// lower(). Host names: RFC 1123 section 2.1, lengths RFC 1035 section 2.3.4.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alimail {

inline constexpr std::size_t kMaxNameLength = 253;  // 255 octets on the wire are 253 characters here
inline constexpr std::size_t kMaxLabelLength = 63;

// ASCII only: DNS compares no other letters without case.
std::string lower(std::string_view text);

std::size_t label_count(std::string_view name);  // "" (the root) has none
std::string_view first_label(std::string_view name);
std::string_view last_label(std::string_view name);
std::string_view parent(std::string_view name);  // abc.com of mail.abc.com, "" of com

// The name itself or one below: mail.abc.com is under abc.com, xabc.com is not. Everything is under "".
bool is_under(std::string_view name, std::string_view zone);

// Letters, digits and hyphens, no hyphen at either end of a label, lengths in bounds, at least one label.
bool is_valid_host_label(std::string_view label);
bool is_valid_host_name(std::string_view name);

// Four numbers from 0 to 255.
bool is_ipv4_address(std::string_view text);

// Whether nobody's mail can live directly at the name: one label, or of the shape com.cn, co.uk.
bool is_registry_suffix(std::string_view name);

// What somebody would have registered: abc.com of a.b.abc.com, abc.com.cn of a.abc.com.cn. The name itself if it is
// short.
std::string_view registered_domain(std::string_view name);

}  // namespace alimail
