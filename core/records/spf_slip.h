// A TXT record that was meant as SPF, and the slip of typing or pasting that made it something else.
//
// Law: nothing for a record that is none and was not meant as one (site verifications, DMARC, Sender ID), and nothing
// for SPF that is only wrong: that is what SpfRecord::errors are for.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "records/spf.h"

namespace alimail {

struct SpfSlip {
  std::string_view slip;  // a key of kSpfSlips
  TextSpan span;          // what was mistyped; of length 0 where something is missing
  bool operator==(const SpfSlip&) const = default;
};

inline constexpr std::array<std::string_view, 12> kSpfSlips{
    "quotes",                 // quotation marks within the text
    "full-width",             // the wide letters and signs of an East Asian keyboard
    "look-alike",             // a dash or a white space that only looks like "-" or " "
    "no-version",             // "spf1 ...", or an include without any "v=spf1"
    "wrong-version",          // "v=spf2", "v=spf"
    "colon",                  // "v=spf1:...", "v:spf1", "redirect:..."
    "no-space",               // "v=spf1include:..."
    "separator",              // terms parted by "," or ";"
    "stray-space",            // " v=spf1", "v = spf1", "include: ...", "- all"
    "repeated-version",       // a second "v=spf1" within the record
    "equals-sign",            // "include=...": an unknown modifier to everyone, and so without any effect
    "include-the-following",  // what a machine translation made of "include:" (provider.json, I-SPF)
};

// The first slip: characters that do not belong there, then the version, then the terms in their order. Of a text that
// is SPF as well as of one that is not.
std::optional<SpfSlip> spf_slip(std::string_view text);

}  // namespace alimail
