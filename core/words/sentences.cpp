#include "words/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/containers.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxReferences = 3;  // {id} in one phrase
constexpr std::size_t kMaxParts = 2 * kMaxReferences + 1;

// A part of a sentence: a phrase, or what is around {id}.
struct Piece {
  std::string_view text;  // without white space around it
  bool space_before = false;
  bool space_after = false;
};

Piece piece_of(std::string_view phrase) {
  Piece piece = {phrase, phrase.starts_with(' '), phrase.ends_with(' ')};
  if (piece.space_before) piece.text.remove_prefix(1);
  if (piece.space_after && !piece.text.empty()) piece.text.remove_suffix(1);
  return piece;
}

// White space has no meaning next to Han, and a phrase has no other characters that are not ASCII.
bool is_space_kept(std::string_view before, std::string_view after) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !before.empty() && !after.empty() && is_ascii(before.back()) && is_ascii(after.front());
}

// In an order, each part has the pieces that may be in its place.
struct Parts {
  std::array<std::span<const Piece>, kMaxParts> lists = {};
  std::size_t size = 0;
};

class Sentences {
 public:
  Sentences(Matcher& matcher, const Phrases& phrases)
      : matcher_(matcher), phrases_(phrases), lists_(phrases.concepts.size()) {}

  void add(std::string_view phrase, std::uint16_t meaning) {
    pattern_ = {};
    pattern_.meaning = meaning;
    if (phrase.size() > 2 && phrase.front() == '^' && phrase.back() == '$') {
      pattern_.whole = true;
      phrase = phrase.substr(1, phrase.size() - 2);
    } else if (phrase.size() > 1 && phrase.back() == '*') {
      pattern_.prefix = true;
      phrase.remove_suffix(1);
    }
    if (phrase.find('{') == std::string_view::npos) return keep(phrase);
    std::array<Piece, kMaxReferences + 1> around = {};
    Parts parts;
    for (std::size_t i = 0;; ++i) {
      const std::size_t open = std::min(phrase.find('{'), phrase.size());
      around[i] = piece_of(phrase.substr(0, open));
      parts.lists[parts.size++] = std::span(around).subspan(i, 1);
      if (open == phrase.size()) break;
      const std::size_t close = phrase.find('}', open);
      if (close == std::string_view::npos || i == kMaxReferences) return;
      const std::uint16_t index = index_of(phrases_, phrase.substr(open + 1, close - open - 1));
      if (index == kNoConcept) return;
      parts.lists[parts.size++] = list(index);
      phrase.remove_prefix(close + 1);
    }
    put_together(parts, 0, false);
  }

 private:
  // The phrases of a concept that may come in the place of {id}.
  std::span<const Piece> list(std::uint16_t index) {
    Vector<Piece>& pieces = lists_[index];
    if (pieces.empty()) {
      for (const String& phrase : phrases_.concepts[index].phrases) {
        if (phrase.find_first_of("{^*") == String::npos) pieces.push_back(piece_of(phrase));
      }
    }
    return pieces;
  }

  // Continues the sentence with every piece of the part `next`. `space` tells whether white space precedes it.
  void put_together(const Parts& parts, std::size_t next, bool space) {
    if (next == parts.size) return keep(sentence_);
    for (const Piece& piece : parts.lists[next]) {
      const std::size_t size = sentence_.size();
      const bool space_before = space || piece.space_before;
      if (space_before && is_space_kept(sentence_, piece.text)) sentence_.push_back(' ');
      sentence_.append(piece.text);
      put_together(parts, next + 1, piece.space_after || (piece.text.empty() && space_before));
      sentence_.resize(size);
    }
  }

  void keep(std::string_view text) {
    if (text.empty() || text.size() > kMaxPhraseBytes || matcher_.patterns.size() >= kMaxPatterns) return;
    pattern_.at = static_cast<std::uint32_t>(matcher_.texts.size());
    pattern_.size = static_cast<std::uint8_t>(text.size());
    matcher_.texts.append(text);
    matcher_.patterns.push_back(pattern_);
  }

  Matcher& matcher_;
  const Phrases& phrases_;
  Vector<Vector<Piece>> lists_;  // of each concept that a phrase names; empty before
  String sentence_;              // that is being put together
  Pattern pattern_;              // without a text
};

}  // namespace

std::uint16_t index_of(const Phrases& phrases, std::string_view id) {
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    if (phrases.concepts[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNoConcept;
}

void add_patterns(Matcher& matcher, const Phrases& phrases, const ConceptSet& looked_for) {
  Sentences sentences(matcher, phrases);
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    if (!looked_for[i]) continue;
    for (const String& phrase : phrases.concepts[i].phrases) sentences.add(phrase, static_cast<std::uint16_t>(i));
  }
}

}  // namespace alimail
