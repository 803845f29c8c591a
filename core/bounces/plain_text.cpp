#include "bounces/plain_text.h"

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"
#include "base/digits.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

struct Dress {
  bool quoted_printable = false;
  bool html = false;
};

struct Piece {           // of the original
  std::size_t size = 1;  // length in bytes
  char byte = 0;         // the byte that it means; 0: nothing
};

struct Entity {
  std::string_view name;
  char byte;
};

constexpr Entity kEntities[] = {{"&lt;", '<'},   {"&gt;", '>'},   {"&amp;", '&'},
                                {"&quot;", '"'}, {"&#39;", '\''}, {"&nbsp;", ' '}};
constexpr std::string_view kLineTags[] = {"br", "p", "td", "th", "tr", "div", "li", "table", "h1", "h2", "h3"};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Dress dress_of(std::string_view text) {
  return {has(text, "=\n") || has(text, "=\r\n") || has(text, "=3D"), has(text, "</")};
}

Piece quoted_at(std::string_view rest) {
  if (rest.starts_with("=\n")) return {2, 0};
  if (rest.starts_with("=\r\n")) return {3, 0};
  const auto byte = rest.size() < 3 ? std::nullopt : parse_number(rest.substr(1, 2), 255, 16);
  return byte && *byte != 0 ? Piece{3, static_cast<char>(*byte)} : Piece{1, '='};
}

// "<kijitora@abc.com>" and "<mailto:...>" are not tags. The search ends at the next '<', which keeps the running time
// linear.
Piece tag_at(std::string_view rest) {
  const std::size_t begin = rest.size() > 1 && rest[1] == '/' ? 2 : 1;
  std::size_t end = begin;
  while (end < rest.size() && is_alphanumeric(rest[end])) ++end;
  const std::size_t close = rest.find_first_of("<>", 1);
  const bool named =
      end > begin && end < rest.size() && std::string_view(" \t\r\n/>").find(rest[end]) != std::string_view::npos;
  if (!named || close == std::string_view::npos || rest[close] != '>') return {1, '<'};
  const String name = lower(rest.substr(begin, std::min<std::size_t>(end - begin, 8)));
  const bool line = std::find(std::begin(kLineTags), std::end(kLineTags), name) != std::end(kLineTags);
  return {close + 1, line ? '\n' : '\0'};
}

Piece entity_at(std::string_view rest) {
  for (const Entity& entity : kEntities) {
    if (rest.starts_with(entity.name)) return {entity.name.size(), entity.byte};
  }
  return {1, '&'};
}

Piece piece_at(std::string_view rest, bool line_begins, Dress dress) {
  const char c = rest.front();
  if (c == '=' && dress.quoted_printable) return quoted_at(rest);
  if (c == '<' && dress.html) return tag_at(rest);
  if (c == '&' && dress.html) return entity_at(rest);
  if (c == '>' && line_begins) return {rest.starts_with("> ") ? 2U : 1U, 0};
  if (c == '\r') return {1, rest.starts_with("\r\n") ? '\0' : '\n'};
  return {1, c};
}

constexpr std::string_view kKeptSigns = "@%+&";

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

struct Sign {            // the sign at a position of the plain text
  std::size_t size = 1;  // length in bytes
  bool letter = false;
  bool space = false;  // if it is neither a letter nor a space, it is dropped
};

// Recognizes punctuation and spaces of Latin-1, Unicode and CJK, and the full-width forms.
Sign high_sign(std::string_view rest) {
  if (rest.starts_with("\xC2\xA0")) return {2, false, true};
  if (rest.size() < 3) return {1, true, false};
  const std::string_view block = rest.substr(0, 2);
  if (rest.starts_with("\xE2\x80\x98") || rest.starts_with("\xE2\x80\x99")) return {3, false, false};
  const bool space = block == "\xE2\x80" || block == "\xE3\x80" || block == "\xEF\xBC";
  return space ? Sign{3, false, true} : Sign{1, true, false};
}

Sign sign_at(std::string_view plain, std::size_t at) {
  const char c = plain[at];
  if (is_high(c)) return high_sign(plain.substr(at));
  if (is_alphanumeric(c) || kKeptSigns.find(c) != std::string_view::npos) return {1, true, false};
  const bool literal =
      at > 0 && plain[at - 1] == 'b' && (at < 2 || !is_alphanumeric(plain[at - 2]));  // Python: b'text'
  const bool before = at > 0 && is_alphanumeric(plain[at - 1]) && !literal;
  const bool after = at + 1 < plain.size() && is_alphanumeric(plain[at + 1]);
  if (c == '.' && after) return {1, true, false};
  return {1, false, c != '\'' || !before || !after};
}

}  // namespace

Folded reply_form(std::string_view plain) {
  Folded form;
  form.text.reserve(plain.size());
  form.begin.reserve(plain.size());
  form.end.reserve(plain.size());
  const auto put = [&](char c, std::size_t at) {
    form.text += c;
    form.begin.push_back(static_cast<std::uint32_t>(at));
    form.end.push_back(static_cast<std::uint32_t>(at + 1));
  };
  char pending = 0;  // white space before the next letter
  for (std::size_t at = 0; at < plain.size();) {
    const Sign sign = sign_at(plain, at);
    if (sign.space) pending = plain[at] == '\n' || pending == '\n' ? '\n' : ' ';
    if (sign.letter) {
      const bool beside_han = is_high(plain[at]) || (!form.text.empty() && is_high(form.text.back()));
      if (pending != 0 && !form.text.empty() && (!beside_han || pending == '\n')) put(pending, at);
      pending = 0;
      put(lower(plain[at]), at);
    }
    at += sign.size;
  }
  return form;
}

Folded plain_text(std::string_view original) {
  const Dress dress = dress_of(original);
  Folded plain;
  plain.text.reserve(original.size() + 1);
  plain.begin.reserve(original.size() + 1);
  plain.end.reserve(original.size() + 1);
  const auto put = [&](char byte, std::size_t begin, std::size_t end) {
    plain.text += byte;
    plain.begin.push_back(static_cast<std::uint32_t>(begin));
    plain.end.push_back(static_cast<std::uint32_t>(end));
  };
  put('\n', 0, 0);
  for (std::size_t at = 0; at < original.size();) {
    if (is_alphanumeric(original[at]) || is_high(original[at])) {  // most characters need no decoding
      put(original[at], at, at + 1);
      ++at;
      continue;
    }
    const Piece piece = piece_at(original.substr(at), plain.text.back() == '\n', dress);
    if (piece.byte != 0) put(piece.byte, at, at + piece.size);
    at += piece.size;
  }
  return plain;
}

}  // namespace alimail
