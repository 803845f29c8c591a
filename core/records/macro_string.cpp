#include "records/macro_string.h"

#include <algorithm>

#include "base/ascii.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::string_view kLetters = "slodiphcrtv";
constexpr std::string_view kDelimiters = ".-+,/_=";

// Reads the digits of a transformer. Returns false for zero, which is not allowed (section 7.1).
bool take_keep(std::string_view& text, unsigned& keep) {
  if (text.empty() || !is_digit(text.front())) return true;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
    keep = keep * 10 + static_cast<unsigned>(text.front() - '0');
    if (keep > kMaxKeptParts) keep = kMaxKeptParts;
  }
  return keep > 0;
}

// Reads the text after "%{", including the "}".
std::optional<MacroPiece> take_braced(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  MacroPiece piece;
  piece.expands = true;
  piece.letter = static_cast<char>(text.front() | 0x20);
  piece.escapes = text.front() != piece.letter;
  if (kLetters.find(piece.letter) == std::string_view::npos) return std::nullopt;
  text.remove_prefix(1);
  if (!take_keep(text, piece.keep)) return std::nullopt;
  if (!text.empty() && (text.front() | 0x20) == 'r') {
    piece.reversed = true;
    text.remove_prefix(1);
  }
  const std::size_t end = text.find_first_not_of(kDelimiters);
  if (end == std::string_view::npos || text[end] != '}') return std::nullopt;
  piece.delimiters = text.substr(0, end);
  text.remove_prefix(end + 1);
  return piece;
}

std::string_view meaning_of(char escape) {
  switch (escape) {
    case '%': return "%";
    case '_': return " ";
    case '-': return "%20";
    default: return "";
  }
}

bool is_for_explanations(char letter) {
  return letter == 'c' || letter == 'r' || letter == 't';
}

// "toplabel" in the grammar: letters, digits and inner hyphens, but not only digits.
bool is_top_label(std::string_view label) {
  return is_valid_host_label(label) && !std::all_of(label.begin(), label.end(), is_digit);
}

// Precondition: no valid piece is at the front.
MacroFlaw flaw_at_front(std::string_view rest, std::size_t position) {
  if (rest.front() == '%') {
    const std::size_t brace = rest.starts_with("%{") ? rest.find('}') : std::string_view::npos;
    return {"bad-macro", position, brace == std::string_view::npos ? 1 : brace + 1};
  }
  // Marks all bytes of a character outside ASCII and of its neighbors, because part of a character cannot be shown.
  const auto is_foreign = [](char c) { return c < ' ' || c > '~'; };
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_foreign);
  return {"bad-character", position, static_cast<std::size_t>(end - rest.begin())};
}

// If `domain`, letters that only explanations may use are refused. `tail` becomes the text after the last macro.
std::optional<MacroFlaw> read_pieces(std::string_view text, bool domain, std::string_view& tail) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t position = text.size() - rest.size();
    const std::optional<MacroPiece> piece = take_macro_piece(rest);
    if (!piece) return flaw_at_front(rest, position);
    const std::size_t end = text.size() - rest.size();
    if (domain && is_for_explanations(piece->letter)) return MacroFlaw{"macro-letter", position, end - position};
    if (piece->expands) tail = rest;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MacroPiece> take_macro_piece(std::string_view& text) {
  if (text.empty() || text.front() < ' ' || text.front() > '~') return std::nullopt;
  if (text.front() != '%') {
    MacroPiece piece;
    piece.literal = text.substr(0, 1);
    text.remove_prefix(1);
    return piece;
  }
  std::string_view rest = text.substr(1);
  if (rest.empty()) return std::nullopt;
  if (rest.front() == '{') {
    rest.remove_prefix(1);
    std::optional<MacroPiece> piece = take_braced(rest);
    if (piece) text = rest;
    return piece;
  }
  MacroPiece piece;
  piece.expands = true;
  piece.literal = meaning_of(rest.front());
  if (piece.literal.empty()) return std::nullopt;
  text.remove_prefix(2);
  return piece;
}

std::optional<MacroFlaw> flaw_of_macro_string(std::string_view text) {
  std::string_view tail;
  return read_pieces(text, false, tail);
}

std::optional<MacroFlaw> flaw_of_domain_spec(std::string_view text) {
  std::string_view tail = text;
  if (const std::optional<MacroFlaw> flaw = read_pieces(text, true, tail); flaw) return flaw;
  if (tail.empty()) return std::nullopt;
  if (tail.ends_with('.')) tail.remove_suffix(1);
  if (label_count(tail) > 1 && is_top_label(last_label(tail))) return std::nullopt;
  return MacroFlaw{"bad-domain", 0, text.size()};
}

}  // namespace alimail
