// Sorts the patterns of a Matcher and builds the trie over them. The two are one: what a node leads to is sorted by the next
// byte alone, and only as far as texts share their beginnings. Patterns of the same text keep their order.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/containers.h"
#include "base/lifetime.h"
#include "words/matcher.h"

namespace alimail {
namespace {

constexpr std::size_t kFew = 16;  // that are sorted faster without counting
constexpr std::size_t kKeys = 257;

struct Bytes {
  const char* texts;
  std::size_t depth;

  // The next byte + 1, or 0 if the text ends before it.
  [[nodiscard]] std::uint32_t key(const Pattern& pattern) const {
    return pattern.size == depth ? 0 : static_cast<unsigned char>(texts[pattern.at + depth]) + 1U;
  }
};

void sort_few(std::span<Pattern> patterns, const Bytes& bytes) {
  for (std::size_t i = 1; i < patterns.size(); ++i) {
    const Pattern pattern = patterns[i];
    const std::uint32_t key = bytes.key(pattern);
    std::size_t to = i;
    for (; to > 0 && bytes.key(patterns[to - 1]) > key; --to) patterns[to] = patterns[to - 1];
    patterns[to] = pattern;
  }
}

void sort_many(std::span<Pattern> patterns, const Bytes& bytes, Vector<Pattern>& sorted) {
  std::array<std::uint32_t, kKeys + 1> begins = {};
  for (const Pattern& pattern : patterns) ++begins[bytes.key(pattern) + 1];
  for (std::size_t key = 1; key < kKeys; ++key) begins[key] += begins[key - 1];
  for (const Pattern& pattern : patterns) sorted[begins[bytes.key(pattern)]++] = pattern;
  std::copy_n(sorted.begin(), patterns.size(), patterns.begin());
}

}  // namespace

// Patterns that end at a node come first in it, and patterns that share the next byte are adjacent.
void build_trie(Matcher& matcher) {
  Vector<Pattern>& patterns = matcher.patterns;
  Vector<Node>& nodes = matcher.nodes;
  Vector<Pattern> sorted;
  {
    const AllocateFor turn(Lifetime::Turn);
    sorted.resize(patterns.size());
  }
  nodes.push_back({0, 0, static_cast<std::uint16_t>(patterns.size()), 0, 0});
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].next = static_cast<std::uint32_t>(nodes.size());
    const Node node = nodes[i];
    const std::size_t count = node.last - node.first;
    if (i > 0 && count == 1) continue;
    const Bytes bytes = {matcher.texts.data(), node.depth};
    const std::span<Pattern> all = std::span(patterns).subspan(node.first, count);
    if (count <= kFew) {
      sort_few(all, bytes);
    } else {
      sort_many(all, bytes, sorted);
    }
    for (std::uint16_t first = node.first, last = first; first < node.last; first = last) {
      const std::uint32_t key = bytes.key(patterns[first]);
      while (last < node.last && bytes.key(patterns[last]) == key) ++last;
      if (key == 0) continue;
      nodes.push_back({0, first, last, static_cast<std::uint8_t>(node.depth + 1), static_cast<char>(key - 1)});
    }
  }
}

}  // namespace alimail
