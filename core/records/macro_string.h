// The pieces of a macro-string, the syntax of domain-specs, unknown modifiers and explanations in SPF. RFC 7208
// sections 7.1 and 12.
//
// Rule: only this file knows the syntax. records/spf.cpp checks with it; sender_policy/macro.cpp expands with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace alimail {

struct MacroPiece {
  char letter = 0;       // lower case; 0 if the piece is `literal`
  bool escapes = false;  // upper-case letter: the result is escaped as in a URL
  unsigned keep = 0;     // number of parts kept from the right; 0: all
  bool reversed = false;
  std::string_view delimiters;  // "" means "."
  std::string_view literal;     // one character, or the meaning of %%, %_ and %-
  bool expands = false;         // "macro-expand" of the grammar: everything but a literal character
};

// more than any name or address has; a larger number has the same effect
inline constexpr unsigned kMaxKeptParts = 255;

// Takes one piece off the front. If no valid piece is there, returns nothing and leaves `text` unchanged. A space
// counts as a literal, because explanations may contain spaces; elsewhere a space cannot occur.
std::optional<MacroPiece> take_macro_piece(std::string_view& text);

// Why and where a text breaks the syntax: "bad-macro", "bad-character", "macro-letter" (c, r and t are only allowed in
// explanations, section 7.2), "bad-domain" (the end is neither a macro nor ".tld" with a letter in it).
struct MacroFlaw {
  std::string_view reason;
  std::size_t position = 0;
  std::size_t length = 0;
};

std::optional<MacroFlaw> flaw_of_macro_string(std::string_view text);
std::optional<MacroFlaw> flaw_of_domain_spec(std::string_view text);  // precondition: not empty

}  // namespace alimail
