#include "words/matcher.h"

#include <array>

#include "base/ascii.h"

namespace alimail {
namespace {

struct Best {
  std::size_t length = 0;
  bool prefix = false;
  ConceptSet meanings;
};

struct Search {
  std::string_view text;
  const Matcher& matcher;
  std::size_t begin = 0;  // start of the search
  std::size_t head = 0;   // bounds of the whole text for ^x$, without surrounding white space and punctuation
  std::size_t tail = 0;
};

constexpr std::uint32_t kNoNode = 0;  // no node leads to the root

// The next node for this byte.
std::uint32_t follow(const Matcher& matcher, std::uint32_t index, char byte) {
  const Vector<Node>& nodes = matcher.nodes;
  std::uint32_t low = nodes[index].next;
  std::uint32_t high = index + 1 < nodes.size() ? nodes[index + 1].next : low;
  const auto wanted = static_cast<unsigned char>(byte);
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    const auto found = static_cast<unsigned char>(nodes[middle].byte);
    if (found == wanted) return middle;
    if (found < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return kNoNode;
}

bool fits(const Search& search, const Pattern& pattern, std::size_t end) {
  if (pattern.whole) return search.begin == search.head && end == search.tail;
  if (pattern.prefix || end == search.text.size() || !is_alphanumeric(search.text[end - 1])) return true;
  return !is_alphanumeric(search.text[end]) && search.text[end] != '@';  // "frozen@abc.com" is a name
}

// Accepts the patterns from `first` on that end after `depth` bytes, if the surrounding text allows it.
void take(const Search& search, const Node& node, std::size_t depth, Best& best) {
  const Vector<Pattern>& patterns = search.matcher.patterns;
  if (patterns[node.first].size != depth || depth < best.length) return;
  Best found = {depth, false, depth == best.length ? best.meanings : ConceptSet()};
  bool any = false;
  for (std::size_t i = node.first; i < node.last && patterns[i].size == depth; ++i) {
    const Pattern& pattern = patterns[i];
    if (!fits(search, pattern, search.begin + depth)) continue;
    found.meanings.set(pattern.meaning);
    found.prefix = found.prefix || pattern.prefix;
    any = true;
  }
  if (any) best = found;
}

// Compares the rest of the only remaining pattern.
void compare(const Search& search, const Node& node, Best& best) {
  const std::string_view pattern = text_of(search.matcher.patterns[node.first], search.matcher);
  const std::string_view text = search.text.substr(search.begin, pattern.size());
  if (text.size() < pattern.size()) return;
  for (std::size_t i = node.depth; i < pattern.size(); ++i) {
    if (pattern[i] != text[i] && (pattern[i] != '#' || !is_digit(text[i]))) return;
  }
  take(search, node, pattern.size(), best);
}

// Recurses only at digits, where both a literal digit and '#' may continue. The depth is limited by the length of a
// phrase, kMaxPhraseBytes.
void extend(const Search& search, std::uint32_t index, Best& best) {
  while (index != kNoNode) {
    const Node& node = search.matcher.nodes[index];
    if (node.last - node.first == 1) return compare(search, node, best);
    take(search, node, node.depth, best);
    if (search.begin + node.depth >= search.text.size()) return;
    const char next = search.text[search.begin + node.depth];
    if (is_digit(next)) extend(search, follow(search.matcher, index, '#'), best);
    index = follow(search.matcher, index, next);
  }
}

// A phrase that begins with a letter matches only at the beginning of a word.
bool may_begin(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if ((byte & 0xC0U) == 0x80 || text[at] == ' ') return false;
  return at == 0 || !is_alphanumeric(text[at]) || !is_alphanumeric(text[at - 1]);
}

std::size_t end_of_token(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_alphanumeric(text[at]) || text[at] == '.' || text[at] == '@')) ++at;
  return at;
}

}  // namespace

std::string_view text_of(const Pattern& pattern, const Matcher& matcher) {
  return {matcher.texts.data() + pattern.at, pattern.size};
}

Vector<Match> find_matches(std::string_view folded, const Matcher& matcher) {
  constexpr std::string_view kAround = " ,\n.";
  const std::size_t head = folded.find_first_not_of(kAround);
  if (head == std::string_view::npos || matcher.nodes.empty()) return {};
  Search search = {folded, matcher, head, head, folded.find_last_not_of(kAround) + 1};
  std::array<std::uint32_t, 256> by_first = {};
  for (std::uint32_t i = 1; i < matcher.nodes.size() && matcher.nodes[i].depth == 1; ++i) {
    by_first[static_cast<unsigned char>(matcher.nodes[i].byte)] = i;
  }
  Vector<Match> matches;
  while (search.begin < folded.size()) {
    Best best;
    if (may_begin(folded, search.begin)) {
      const char first = folded[search.begin];
      extend(search, by_first[static_cast<unsigned char>(first)], best);
      if (is_digit(first)) extend(search, by_first['#'], best);
    }
    if (best.length == 0) {
      ++search.begin;
      continue;
    }
    std::size_t end = search.begin + best.length;
    if (best.prefix) end = end_of_token(folded, end);
    matches.push_back({search.begin, end, best.meanings});
    search.begin = end;
  }
  return matches;
}

}  // namespace alimail
