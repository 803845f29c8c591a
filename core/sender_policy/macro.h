// Macros of SPF, expanded. RFC 7208 section 7.
//
// Law: text to text, no lookups; who asks for %{p} has looked the name up before (section 5.5 says how).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alimail {

struct MacroValues {
  std::string_view mailbox;    // s, and its halves l and o: local part, "@", domain
  std::string_view domain;     // d: the one whose record is read
  std::string_view helo;       // h
  std::string_view address;    // i, c, v: 4 or 16 bytes in network order
  std::string_view validated;  // p: the validated name of the sender, "" for "unknown"
  std::string_view receiver;   // r: the host that asks, "" for "unknown"
  std::int64_t now = 0;        // t
};

// What is longer loses its front where it is a name (section 7.3 cuts there, at less), and its end where it is not.
inline constexpr std::size_t kMaxExpandedBytes = 4096;

// Whether the letter occurs in one of the macros. Lower case.
bool uses_macro(std::string_view macro_string, char letter);

// Precondition: no flaw in it (records/macro_string.h).
std::string expand_explanation(std::string_view explain_string, const MacroValues& values);

// The <target-name> of a domain-spec as a name of model/dns.h, cut to 253 characters label by label from the left. "" where
// what comes out can be no domain name: an empty label, or one that is too long. Precondition: no flaw in it.
std::string target_name(std::string_view domain_spec, const MacroValues& values);

}  // namespace alimail
