// Phrases made ready for looking up: one sorted table and a trie over it, walked from every position of the text.
//
// Law: finds what is there, leftmost and longest first, without overlap, and judges nothing. Linear in the text: from
// each position it takes at most kMaxPhraseBytes steps, each a binary search among the bytes that may follow.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "words/fold.h"

namespace alimail {

inline constexpr std::size_t kMaxConcepts = 192;
inline constexpr std::size_t kMaxPatterns = 24576;
inline constexpr std::size_t kMaxPhraseBytes = 120;
inline constexpr std::uint16_t kNoConcept = 0xFFFF;

using ConceptSet = std::bitset<kMaxConcepts>;

struct Pattern {
  std::string text;  // folded; '#' stands for any digit
  std::uint16_t meaning = kNoConcept;
  bool prefix = false;
  bool whole = false;
};

// The patterns that agree in their first bytes. Where it is a single one, no node follows and the text itself is compared.
struct Node {
  std::uint32_t next = 0;   // its followers, one for each byte that goes on, in order; they end where those of
  std::uint16_t first = 0;  // the node behind it begin
  std::uint16_t last = 0;   // of Matcher::patterns
  std::uint8_t depth = 0;   // bytes that agree
  char byte = 0;            // ... and the last of them
};

struct Rule {
  std::string key;
  std::uint16_t main = kNoConcept;  // one of `all`, the one that is said least often: looked at first
  ConceptSet all;
  ConceptSet none;
  ConceptSet any;
  bool in_bounce = false;
  bool across = false;
  std::vector<std::string> unless;
};

struct Matcher {
  std::vector<Pattern> patterns;  // sorted by text
  std::vector<Node> nodes;        // the root, then level after level
  std::vector<Rule> rules;
  ConceptSet topics;
  ConceptSet deniable;
  ConceptSet who;
  Spelling spelling;
  std::uint16_t negation = kNoConcept;
  std::uint16_t contrast = kNoConcept;
  std::uint16_t bounce = kNoConcept;
  std::uint16_t colleague = kNoConcept;
  std::uint16_t pronoun = kNoConcept;
  std::uint16_t recipient = kNoConcept;
  std::uint16_t correspondent = kNoConcept;
  std::uint16_t bounce_talk = kNoConcept;
};

struct Match {  // of a folded text, in bytes
  std::size_t begin = 0;
  std::size_t end = 0;
  ConceptSet meanings;
};

std::vector<Match> find_matches(std::string_view folded, const Matcher& matcher);

}  // namespace alimail
