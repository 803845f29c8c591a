#include "words/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/containers.h"
#include "base/lifetime.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxReferences = 3;  // {id} in one phrase
constexpr std::size_t kMaxParts = 2 * kMaxReferences + 1;

// A part of a sentence, folded.
struct Piece {
  std::uint32_t at = 0;  // in Sentences::folded
  std::uint32_t size = 0;
  bool space_before = false;
  bool space_after = false;
};

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
    if (phrase.find('{') == std::string_view::npos) return keep(fold_phrase(phrase));
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
  // Only the text is kept, so the rest is given back at the end of the turn.
  std::string_view fold_phrase(std::string_view phrase) {
    const AllocateFor turn(Lifetime::Turn);
    last_ = fold(phrase, FoldFor::Phrase, matcher_.spelling);
    return last_.text;
  }

  Piece piece_of(std::string_view phrase) {
    Piece piece = {static_cast<std::uint32_t>(folded_.size()), 0, phrase.starts_with(' '), phrase.ends_with(' ')};
    folded_.append(fold_phrase(phrase));
    piece.size = static_cast<std::uint32_t>(folded_.size()) - piece.at;
    return piece;
  }

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
      const std::string_view text = std::string_view(folded_).substr(piece.at, piece.size);
      const bool space_before = space || piece.space_before;
      if (space_before && is_space_kept(sentence_, text)) sentence_.push_back(' ');
      sentence_.append(text);
      put_together(parts, next + 1, piece.space_after || (text.empty() && space_before));
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
  String folded_;                // the texts of all pieces
  Vector<Vector<Piece>> lists_;  // of each concept that a phrase names; empty before
  String sentence_;              // that is being put together
  Folded last_;
  Pattern pattern_;  // without a text
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
