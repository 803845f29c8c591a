#include "words/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/ascii.h"
#include "base/full_width.h"
#include "words/markup.h"

namespace alimail {
namespace {

// Han, kana and full-width forms start here: scripts without spaces between words
constexpr char32_t kFirstWide = 0x2E80;

enum class Sign {
  Letter,
  Nothing,
  Space,
  Comma,
  Stop,
  LineEnd,
  Dot,
  Apostrophe
};

struct Range {
  char32_t first;
  char32_t last;
  Sign sign;
};

// Only characters that people and their programs actually paste. All others count as letters.
constexpr std::array kRanges = {
    Range{0x0080, 0x009F, Sign::Space},    // C1 controls
    Range{0x00A0, 0x00A0, Sign::Space},    // no-break space
    Range{0x00AB, 0x00AB, Sign::Space},    // guillemets
    Range{0x00AD, 0x00AD, Sign::Nothing},  // soft hyphen
    Range{0x00B4, 0x00B4, Sign::Apostrophe}, Range{0x00BB, 0x00BB, Sign::Space},   Range{0x2000, 0x200A, Sign::Space},
    Range{0x200B, 0x200F, Sign::Nothing},                                         // zero width, direction marks
    Range{0x2010, 0x2013, Sign::Space},                                           // hyphens
    Range{0x2014, 0x2015, Sign::Comma},                                           // dashes
    Range{0x2018, 0x2019, Sign::Apostrophe}, Range{0x201A, 0x201F, Sign::Space},  // quotes
    Range{0x2026, 0x2026, Sign::Stop},                                            // ellipsis
    Range{0x2028, 0x2029, Sign::Stop},       Range{0x202A, 0x202E, Sign::Nothing}, Range{0x2060, 0x2069, Sign::Nothing},
    Range{0x2600, 0x27BF, Sign::Space},  // pictographs
    Range{0x3000, 0x3000, Sign::Space},      Range{0x3001, 0x3001, Sign::Comma},   Range{0x3002, 0x3002, Sign::Stop},
    Range{0x3008, 0x3011, Sign::Space},  // brackets and corner quotes
    Range{0xFE00, 0xFE0F, Sign::Nothing},    Range{0xFEFF, 0xFEFF, Sign::Nothing}, Range{0xFF61, 0xFF61, Sign::Stop},
    Range{0xFFFD, 0xFFFD, Sign::Space},      Range{0x1F000, 0x1FAFF, Sign::Space},
};

constexpr char32_t kLastMark = 0x3011;  // last CJK mark; there are none between it and kFirstForm
constexpr char32_t kFirstForm = 0xFE00;

constexpr std::string_view kStops = "!?;";
constexpr std::string_view kKeptSigns = ".@%+&";

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// Decodes one character at `at`. A byte that does not begin a valid character gives U+FFFD with length 1.
Character decode(std::string_view text, std::size_t at) {
  constexpr std::array<unsigned, 5> kLeadMask = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto begin = static_cast<std::uint32_t>(at);
  if (lead < 0x80) return {lead, begin, begin + 1};
  const std::size_t length = sequence_length(lead);
  const Character broken = {0xFFFD, begin, begin + 1};
  if (length == 0 || at + length > text.size()) return broken;
  char32_t code = lead & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80) return broken;
    code = code << 6U | (next & 0x3FU);
  }
  return {code, begin, begin + static_cast<std::uint32_t>(length)};
}

// Converts to half width and lower case.
char32_t plain(char32_t code) {
  code = half_width(code);
  if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
  return code;
}

Vector<Character> characters_of(std::string_view text) {
  Vector<Character> characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at = characters.back().end) {
    characters.push_back(decode(text, at));
    characters.back().code = plain(characters.back().code);
  }
  return characters;
}

Sign sign_of_ascii(char c, FoldFor purpose) {
  if (is_alphanumeric(c)) return Sign::Letter;
  if (c == ' ') return Sign::Space;
  if (c == '\n') return Sign::LineEnd;
  if (c == '.') return purpose == FoldFor::Phrase ? Sign::Letter : Sign::Dot;
  if (c == ',') return Sign::Comma;
  if (c == '\'') return Sign::Apostrophe;
  if (kStops.find(c) != std::string_view::npos) return Sign::Stop;
  if (kKeptSigns.find(c) != std::string_view::npos) return Sign::Letter;
  return c == '#' && purpose == FoldFor::Phrase ? Sign::Letter : Sign::Space;
}

Sign sign_of(char32_t code, FoldFor purpose) {
  if (code < 0x80) return sign_of_ascii(static_cast<char>(code), purpose);
  if (code > kLastMark && code < kFirstForm) return Sign::Letter;  // nearly all of them
  const auto* const range =
      std::find_if(kRanges.begin(), kRanges.end(), [code](const Range& each) { return code <= each.last; });
  return range != kRanges.end() && code >= range->first ? range->sign : Sign::Letter;
}

class Encoded {
 public:
  explicit Encoded(char32_t code) {
    if (code < 0x80) {
      bytes_[size_++] = static_cast<char>(code);
      return;
    }
    const unsigned tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes_[size_++] = static_cast<char>(0xF0U << (3 - tails) | code >> 6 * tails);
    for (unsigned shift = 6 * tails; shift > 0; shift -= 6) {
      bytes_[size_++] = static_cast<char>(0x80U | (code >> (shift - 6) & 0x3FU));
    }
  }
  [[nodiscard]] std::string_view text() const {
    return {bytes_.data(), size_};
  }

 private:
  std::array<char, 4> bytes_ = {};
  std::size_t size_ = 0;
};

constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

struct Output {
  const Spelling& spelling;
  Folded folded;
  bool space_pending = false;
  bool after_wide = true;       // no space at the very beginning
  bool after_wide_word = true;  // the value before the current word
  bool in_name = false;         // a word with a sign in it (a host or an address) is not a word of a language
  std::size_t word = kNoWord;   // position in the text where the current word begins
};

// Copies byte by byte: there are at most four, and inserting ranges takes three times as long.
void put(Output& out, std::string_view bytes, const Character& from) {
  for (const char byte : bytes) {
    out.folded.text.push_back(byte);
    out.folded.begin.push_back(from.begin);
    out.folded.end.push_back(from.end);
  }
  out.space_pending = false;
}

void shorten(Folded& folded, std::size_t size) {
  folded.text.resize(size);
  folded.begin.resize(size);
  folded.end.resize(size);
}

// Ends the current word. A known spelling is replaced by its word; a filler is removed.
void end_word(Output& out) {
  const std::size_t at = std::exchange(out.word, kNoWord);
  if (at == kNoWord || std::exchange(out.in_name, false)) return;
  Folded& folded = out.folded;
  const String* other = other_spelling(out.spelling, std::string_view(folded.text).substr(at));
  if (other == nullptr) return;
  const Character whole = {0, folded.begin[at], folded.end.back()};
  const bool space_pending = out.space_pending;
  shorten(folded, at);
  put(out, *other, whole);
  out.space_pending = space_pending;
  if (!other->empty()) return;
  if (at > 0 && folded.text.back() == ' ') shorten(folded, at - 1);
  out.space_pending = true;
  out.after_wide = out.after_wide_word;
}

void put_wide(Output& out, const Character& letter) {
  const Encoded bytes(letter.code);
  const String* other = other_spelling(out.spelling, bytes.text());
  if (other != nullptr && other->empty()) return;
  put(out, other == nullptr ? bytes.text() : *other, letter);
  out.after_wide = true;
}

void put_letter(Output& out, const Character& letter) {
  if (letter.code >= kFirstWide || out.space_pending) end_word(out);
  if (letter.code >= kFirstWide) return put_wide(out, letter);
  if (out.word == kNoWord) {
    out.after_wide_word = out.after_wide;
    if (out.space_pending && !out.after_wide) put(out, " ", {U' ', letter.begin, letter.begin});
    out.word = out.folded.text.size();
  }
  put(out, Encoded(letter.code).text(), letter);
  out.in_name = out.in_name || letter.code >= 0x80 || !is_alphanumeric(static_cast<char>(letter.code));
  out.after_wide = false;
}

// Adjacent marks become one. The end of a sentence replaces the end of a clause.
void put_mark(Output& out, char mark, const Character& from) {
  end_word(out);
  String& text = out.folded.text;
  if (text.empty() || text.back() == '\n' || (mark == ',' && text.back() == ',')) return;
  put(out, {&mark, 1}, from);
  out.after_wide = true;
}

// A dot inside a name, a number or a code is kept. A dot before white space, before Han or at the end ends the
// sentence.
bool ends_sentence(const Vector<Character>& all, std::size_t dot) {
  if (dot + 1 >= all.size()) return true;
  const char32_t next = all[dot + 1].code;
  return next >= kFirstWide || next == U'.' || sign_of(next, FoldFor::Text) != Sign::Letter;
}

// Mail apps and terminals break long lines, and then the next line begins with a lower-case letter. An empty line is
// never such a break. The search ends there, which keeps the running time linear.
bool is_soft_break(const Vector<Character>& all, std::size_t line_end, std::string_view original) {
  std::size_t next = line_end + 1;
  while (next < all.size() && (all[next].code == U' ' || all[next].code == U'\t')) ++next;
  return next < all.size() && original[all[next].begin] >= 'a' && original[all[next].begin] <= 'z';
}

// Skips a tag or an entity. Returns the position of its last character, or `at` if there is none.
std::size_t skip_markup(const Vector<Character>& all, std::size_t at, Output& out) {
  const bool tag = all[at].code == U'<';
  if (!tag && all[at].code != U'&') return at;
  const std::size_t end = tag ? end_of_tag(all, at) : end_of_entity(all, at);
  if (end == 0) return at;
  out.space_pending = true;
  if (tag && breaks_line(all, at, end)) put_mark(out, '\n', all[at]);
  return end;
}

bool is_within_word(const Vector<Character>& all, std::size_t at) {
  const auto is_word = [](char32_t code) { return code < 0x80 && is_alphanumeric(static_cast<char>(code)); };
  return at > 0 && at + 1 < all.size() && is_word(all[at - 1].code) && is_word(all[at + 1].code);
}

}  // namespace

Folded fold(std::string_view original, FoldFor purpose, const Spelling& spelling) {
  const Vector<Character> all = characters_of(original);
  Output out = {spelling, {}};
  out.folded.text.reserve(original.size());
  out.folded.begin.reserve(original.size());
  out.folded.end.reserve(original.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t markup = purpose == FoldFor::Text ? skip_markup(all, i, out) : i;
    if (markup != i) {
      i = markup;
      continue;
    }
    switch (sign_of(all[i].code, purpose)) {
      case Sign::Letter: put_letter(out, all[i]); break;
      case Sign::Nothing: break;
      case Sign::Space: out.space_pending = true; break;
      case Sign::Comma: put_mark(out, ',', all[i]); break;
      case Sign::Stop: put_mark(out, '\n', all[i]); break;
      case Sign::LineEnd:
        if (is_soft_break(all, i, original)) {
          out.space_pending = true;
        } else {
          put_mark(out, '\n', all[i]);
        }
        break;
      case Sign::Dot:
        if (ends_sentence(all, i)) {
          put_mark(out, '\n', all[i]);
        } else {
          put_letter(out, all[i]);
        }
        break;
      case Sign::Apostrophe: out.space_pending = out.space_pending || !is_within_word(all, i); break;
    }
  }
  end_word(out);
  return std::move(out.folded);
}

}  // namespace alimail
