// An SPF record as text, and as what it says. RFC 7208 sections 4.5, 4.6, 5, 6, 7 and 12.
//
// Law: no opinions and no lookups. Every part keeps its place in the text, so that a mistake can be shown where it is.
// Everything is read to the end: a record with a mistake still has its other terms.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::string domain_spec;  // as written, macros unexpanded; "" where none is given (a, mx, ptr)
  std::string network;      // ip4, ip6: 4 or 16 bytes in network order, as written: bits behind the prefix may be set
  int ip4_prefix = 32;      // bits
  int ip6_prefix = 128;
  TextSpan span;  // the whole term
  bool operator==(const Mechanism&) const = default;
};

struct Modifier {
  std::string name;   // lower case: redirect, exp, or unknown
  std::string value;  // as written
  TextSpan span;
  bool operator==(const Modifier&) const = default;
};

struct SpfRecord {
  std::vector<Mechanism> mechanisms;
  std::vector<Modifier> modifiers;
  std::vector<RecordError> errors;  // any of them makes check_host() a permerror
};

inline constexpr std::size_t kMaxSpfTerms = 256;  // what goes beyond is the error kTooManyTerms
inline constexpr std::string_view kTooManyTerms = "too-many-terms";

// Everything that RecordError::reason may say of an SPF record.
inline constexpr std::array<std::string_view, 15> kSpfReasons{
    "unknown-mechanism",    // no mechanism has this name
    "unexpected-argument",  // "all:x", "include:x/24": what this mechanism does not take
    "missing-domain",       // include, exists, redirect and exp need one; "a:" names none
    "bad-domain",           // it does not end in ".tld" (a letter among it), or in a macro
    "bad-macro",            // a "%" that starts no macro
    "macro-letter",         // c, r, t outside an explanation
    "bad-character",        // a control character, or none of ASCII
    "missing-address",      // ip4 or ip6 without one
    "bad-ip4",              // no dotted quad, or with leading zeros
    "bad-ip6",
    "bad-ip4-prefix",      // not 0 to 32
    "bad-ip6-prefix",      // not 0 to 128
    "bad-prefix",          // what follows the "/" or stands between is no prefix length at all
    "duplicate-modifier",  // a second redirect or exp
    kTooManyTerms,
};

// The version section is exactly "v=spf1", in any case, and a space or the end follows (section 4.5).
bool is_spf(std::string_view text);

// Precondition: is_spf(text).
SpfRecord parse_spf(std::string_view text);

const Modifier* modifier(const SpfRecord& record, std::string_view name);  // nullptr where there is none

}  // namespace alimail
