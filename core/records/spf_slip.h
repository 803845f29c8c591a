// Finds the slip in a TXT record that was meant as SPF: the mistake in typing or pasting that makes receivers read it
// differently.
//
// Rule: records that are not meant as SPF (site verifications, DMARC, Sender ID) have no slip. SPF that only has errors
// has no slip either; see SpfRecord::errors.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "records/spf.h"

namespace alimail {

struct SpfSlip {
  std::string_view slip;  // a key of kSpfSlips
  TextSpan span;          // the mistyped text; of length 0 if something is missing
  bool operator==(const SpfSlip&) const = default;
};

inline constexpr std::array<std::string_view, 12> kSpfSlips{
    "quotes",                 // quotation marks in the text
    "full-width",             // full-width letters and signs from an East Asian keyboard
    "look-alike",             // a dash or white space that only looks like "-" or " "
    "no-version",             // "spf1 ...", or an include without "v=spf1"
    "wrong-version",          // "v=spf2", "v=spf"
    "colon",                  // "v=spf1:...", "v:spf1", "redirect:..."
    "no-space",               // "v=spf1include:..."
    "separator",              // "," or ";" between terms
    "stray-space",            // " v=spf1", "v = spf1", "include: ...", "- all"
    "repeated-version",       // a second "v=spf1" in the record
    "equals-sign",            // "include=...": an unknown modifier, which has no effect
    "include-the-following",  // a machine translation of "include:" (provider.json, I-SPF)
};

// Returns the first slip: wrong characters first, then the version, then the terms in order. The text may be valid SPF
// or not.
std::optional<SpfSlip> spf_slip(std::string_view text);

// The slip in the term at this position, or in the blanks after it. Precondition: the text is ASCII.
std::optional<SpfSlip> spf_slip_of_term(std::string_view text, std::size_t at);

// The text with every wrong character corrected or removed. A byte that is not valid UTF-8 becomes U+007F, so that what
// is removed never joins the bytes of a new character.
String without_wrong_characters(std::string_view text);

}  // namespace alimail
