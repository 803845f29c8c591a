// Expands SPF macros. RFC 7208 section 7.
//
// Rule: text to text, no lookups. A caller that needs %{p} looks the name up first (section 5.5).
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"

namespace alimail {

struct MacroValues {
  std::string_view mailbox;    // s, and its parts l and o: local part, "@", domain
  std::string_view domain;     // d: the domain whose record is read
  std::string_view helo;       // h
  std::string_view address;    // i, c, v: 4 or 16 bytes in network order
  std::string_view validated;  // p: the validated name of the sender, "" for "unknown"
  std::string_view receiver;   // r: the host that runs the check, "" for "unknown"
  std::int64_t now = 0;        // t
};

// A longer name is truncated at the front (section 7.3 does the same, at a lower limit), other text at the end.
inline constexpr std::size_t kMaxExpandedBytes = 4096;

// True if one of the macros uses one of these letters. The letters must be lower case.
bool uses_macro(std::string_view macro_string, std::string_view letters);

// Precondition: the text has no flaw (records/macro_string.h).
String expand_explanation(std::string_view explain_string, const MacroValues& values);

// The <target-name> of a domain-spec as a name of model/dns.h, shortened to 253 characters by removing labels on the
// left. Returns "" if the result is not a valid domain name, because a label is empty or too long. Precondition: the
// text has no flaw.
String target_name(std::string_view domain_spec, const MacroValues& values);

}  // namespace alimail
