// An SPF record as text and as terms. RFC 7208 sections 4.5, 4.6, 5, 6, 7 and 12.
//
// Rule: no opinions and no lookups. Every part keeps its position in the text, because the page marks mistakes. Parsing
// continues after a mistake and reads the other terms.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

enum class Qualifier {
  Pass,
  Fail,
  SoftFail,
  Neutral
};

enum class MechanismKind {
  All,
  Include,
  A,
  Mx,
  Ptr,
  Ip4,
  Ip6,
  Exists
};

struct Mechanism {
  MechanismKind kind = MechanismKind::All;
  Qualifier qualifier = Qualifier::Pass;
  String domain_spec;   // as written, with macros not expanded; "" if none is given (a, mx, ptr)
  String network;       // ip4, ip6: 4 or 16 bytes in network order, as written; bits after the prefix may be set
  int ip4_prefix = 32;  // bits
  int ip6_prefix = 128;
  TextSpan span;  // the whole term
  bool operator==(const Mechanism&) const = default;
};

struct Modifier {
  String name;   // lower case: redirect, exp, or unknown
  String value;  // as written
  TextSpan span;
  bool operator==(const Modifier&) const = default;
};

struct SpfRecord {
  Vector<Mechanism> mechanisms;
  Vector<Modifier> modifiers;
  Vector<RecordError> errors;  // with any of them, check_host() returns permerror
};

inline constexpr std::size_t kMaxSpfTerms = 256;  // with more terms, the record has the error kTooManyTerms
inline constexpr std::string_view kTooManyTerms = "too-many-terms";

// All values of RecordError::reason for SPF records.
inline constexpr std::array<std::string_view, 15> kSpfReasons{
    "unknown-mechanism",    // no mechanism has this name
    "unexpected-argument",  // "all:x", "include:x/24": the mechanism does not take such an argument
    "missing-domain",       // include, exists, redirect and exp need a domain; "a:" has none
    "bad-domain",           // it must end in a macro, or in ".tld" with at least one letter
    "bad-macro",            // a "%" that does not begin a macro
    "macro-letter",         // c, r, t outside an explanation
    "bad-character",        // a control character, or a character outside ASCII
    "missing-address",      // ip4 or ip6 without an address
    "bad-ip4",              // not a dotted quad, or leading zeros
    "bad-ip6",
    "bad-ip4-prefix",      // not 0 to 32
    "bad-ip6-prefix",      // not 0 to 128
    "bad-prefix",          // the text after the "/", or between the domain and it, is not a prefix length
    "duplicate-modifier",  // a second redirect or exp
    kTooManyTerms,
};

// True if the text begins with exactly "v=spf1", in any letter case, and then a space or the end follows (section 4.5).
bool is_spf(std::string_view text);

// Precondition: is_spf(text).
SpfRecord parse_spf(std::string_view text);

const Modifier* modifier(const SpfRecord& record, std::string_view name);  // nullptr if there is none

}  // namespace alimail
