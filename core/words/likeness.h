// Which kind of trouble or question a complaint reads like: a linear classifier over pieces of its words.
//
// Rule: the numbers are data (likeness.json), trained from tests/sentences by tests/sentences/train.py; the code only adds
// them up. It uses whole numbers, because every compiler must give the same shares. Linear in what it reads, which is the
// first kMaxLikenessBytes of the complaint.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "json/value.h"
#include "words/fold.h"

namespace alimail {

inline constexpr std::size_t kMaxLikenessBytes = 2048;  // of the complaint; a long story says early what it is about
inline constexpr std::uint32_t kBuckets = 1U << 15U;    // a piece is known by its hash alone

// A part of a folded text: a word, two words in a row, four letters of a word, or one to three characters of a script
// without spaces.
struct WordPiece {
  std::uint32_t bucket = 0;
  std::uint32_t begin = 0;  // in bytes of the folded text
  std::uint32_t end = 0;
};

// In the order of the buckets, each once, at its first place.
Vector<WordPiece> pieces_of(std::string_view folded);

// The classifier: for each kind a bias, and a weight for each piece that has any.
struct Likeness {
  Vector<String> kinds;
  Vector<std::int64_t> bias;      // by kind, in 1/256 of a doubling
  std::int64_t unit = 0;          // of the weights, in 1/65536 of a doubling
  Vector<std::uint16_t> columns;  // by bucket: the piece's place in `weights`, from 1; 0 for none
  Vector<std::int8_t> weights;    // kind by kind, a number for each piece
};

// Without valid data, a classifier without kinds.
Likeness likeness_from(const Json& json);

struct Share {  // valid as long as the classifier
  std::string_view kind;
  std::int64_t percent = 0;
};

struct Likely {
  Vector<Share> shares;    // the largest first; none for a text with hardly a known piece
  Vector<String> matched;  // the words that speak most for the first kind: slices of the complaint
};

Likely what_it_reads_like(std::string_view complaint, const Likeness& likeness, const Spelling& spelling);

}  // namespace alimail
