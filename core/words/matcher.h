// Phrases compiled for search: a sorted table and a trie over it, which is walked from every position of the text.
//
// Rule: finds the leftmost and longest matches without overlap, and does not interpret them. Linear in the text: from
// each position it takes at most kMaxPhraseBytes steps, and each step is a binary search among the possible next bytes.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "words/fold.h"

namespace alimail {

inline constexpr std::size_t kMaxConcepts = 192;
inline constexpr std::size_t kMaxPatterns = 24576;
inline constexpr std::size_t kMaxPhraseBytes = 120;
inline constexpr std::uint16_t kNoConcept = 0xFFFF;

using ConceptSet = std::bitset<kMaxConcepts>;

struct Pattern {
  std::uint32_t at = 0;  // where its text begins in Matcher::texts; folded; '#' matches any digit
  std::uint16_t meaning = kNoConcept;
  std::uint8_t size = 0;  // of the text in bytes
  bool prefix : 1 = false;
  bool whole : 1 = false;
};

// The patterns that share their first bytes. If there is only one pattern, no node follows and the text itself is
// compared.
struct Node {
  std::uint32_t next = 0;   // the first child; children are in byte order and end where those of the next node begin
  std::uint16_t first = 0;  // first and last: a range in Matcher::patterns
  std::uint16_t last = 0;
  std::uint8_t depth = 0;  // number of shared bytes
  char byte = 0;           // the last shared byte
};

struct Rule {
  String key;
  std::uint16_t main = kNoConcept;  // the least frequent of `all`, which is checked first
  ConceptSet all;
  ConceptSet none;
  ConceptSet any;
  bool in_bounce = false;
  bool across = false;
  Vector<String> unless;
};

struct Matcher {
  String texts;              // of all patterns
  Vector<Pattern> patterns;  // sorted by text
  Vector<Node> nodes;        // the root, then level by level
  Vector<Rule> rules;
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

struct Match {  // positions in a folded text, in bytes
  std::size_t begin = 0;
  std::size_t end = 0;
  ConceptSet meanings;
};

std::string_view text_of(const Pattern& pattern, const Matcher& matcher);

// Sorts the patterns and builds the nodes.
void build_trie(Matcher& matcher);

Vector<Match> find_matches(std::string_view folded, const Matcher& matcher);

}  // namespace alimail
