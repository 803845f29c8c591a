// The pieces of a macro-string: the language inside the domain-specs, the unknown modifiers and the explanations of SPF.
// RFC 7208 sections 7.1 and 12.
//
// Law: the one place that knows this syntax; records/spf.cpp checks with it, sender_policy/macro.cpp expands with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace alimail {

struct MacroPiece {
  char letter = 0;       // lower case; 0: the piece stands for `literal`
  bool escapes = false;  // an upper-case letter: what it gives is escaped as in a URL
  unsigned keep = 0;     // how many parts from the right stay; 0: all
  bool reversed = false;
  std::string_view delimiters;  // "": "."
  std::string_view literal;     // one character, or what %%, %_ and %- stand for
  bool expands = false;         // "macro-expand" of the grammar: everything but a literal character
};

inline constexpr unsigned kMaxKeptParts = 255;  // more than any name or address has; a larger number means as much

// Takes one piece off the front. Nothing, and `text` as it was, where no piece stands there. A space is taken as a
// literal: only an explanation can hold one.
std::optional<MacroPiece> take_macro_piece(std::string_view& text);

// Where a text is not of the language, and why: "bad-macro", "bad-character", "macro-letter" (c, r, t, which only an
// explanation may use, section 7.2), "bad-domain" (its end is neither a macro nor ".tld" with a letter in it).
struct MacroFlaw {
  std::string_view reason;
  std::size_t position = 0;
  std::size_t length = 0;
};

std::optional<MacroFlaw> flaw_of_macro_string(std::string_view text);
std::optional<MacroFlaw> flaw_of_domain_spec(std::string_view text);  // precondition: not empty

}  // namespace alimail
