#include "words/matcher.h"

#include <algorithm>
#include <array>

#include "words/fold.h"

namespace alimail {
namespace {

struct Span {  // of Matcher::patterns: those that agree with the text so far
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Best {
  std::size_t length = 0;
  bool prefix = false;
  ConceptSet meanings;
};

struct Search {
  std::string_view text;
  const std::vector<Pattern>& patterns;
  std::size_t begin = 0;  // the position searched from
  std::size_t head = 0;   // what "all that was written" means: without white space and punctuation around it
  std::size_t tail = 0;
};

// Within `span` all texts agree up to `depth`, so their byte at `depth` is in order; a text that ends there comes
// first.
Span narrow(const Search& search, Span span, std::size_t depth, char next) {
  const auto at = [&](std::size_t i) { return search.patterns.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto byte = [depth](const Pattern& pattern) {
    return pattern.text.size() == depth ? -1 : static_cast<int>(static_cast<unsigned char>(pattern.text[depth]));
  };
  const int wanted = static_cast<unsigned char>(next);
  const auto first =
      std::partition_point(at(span.first), at(span.last), [&](const Pattern& p) { return byte(p) < wanted; });
  const auto last = std::partition_point(first, at(span.last), [&](const Pattern& p) { return byte(p) <= wanted; });
  return {static_cast<std::size_t>(first - search.patterns.begin()),
          static_cast<std::size_t>(last - search.patterns.begin())};
}

bool fits(const Search& search, const Pattern& pattern, std::size_t end) {
  if (pattern.whole) return search.begin == search.head && end == search.tail;
  if (pattern.prefix || end == search.text.size() || !is_ascii_word(search.text[end - 1])) return true;
  return !is_ascii_word(search.text[end]) && search.text[end] != '@';  // "frozen@abc.com" is a name
}

// The patterns that end after `depth` bytes, if the text lets them.
void take(const Search& search, Span span, std::size_t depth, Best& best) {
  if (depth == 0 || depth < best.length) return;
  Best found = {depth, false, depth == best.length ? best.meanings : ConceptSet()};
  bool any = false;
  for (std::size_t i = span.first; i < span.last && search.patterns[i].text.size() == depth; ++i) {
    const Pattern& pattern = search.patterns[i];
    if (!fits(search, pattern, search.begin + depth)) continue;
    found.meanings.set(pattern.meaning);
    found.prefix = found.prefix || pattern.prefix;
    any = true;
  }
  if (any) best = found;
}

// Recursion only at digits, where a literal digit and '#' both go on; its depth is that of a phrase, kMaxPhraseBytes.
void extend(const Search& search, Span span, std::size_t depth, Best& best) {
  while (span.first < span.last) {
    take(search, span, depth, best);
    if (search.begin + depth >= search.text.size()) return;
    const char next = search.text[search.begin + depth];
    if (is_ascii_digit(next)) extend(search, narrow(search, span, depth, '#'), depth + 1, best);
    span = narrow(search, span, depth, next);
    ++depth;
  }
}

// A phrase that begins with a letter begins where a word does.
bool may_begin(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if ((byte & 0xC0U) == 0x80 || text[at] == ' ') return false;
  return at == 0 || !is_ascii_word(text[at]) || !is_ascii_word(text[at - 1]);
}

std::size_t end_of_token(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_ascii_word(text[at]) || text[at] == '.' || text[at] == '@')) ++at;
  return at;
}

}  // namespace

std::vector<Match> find_matches(std::string_view folded, const Matcher& matcher) {
  constexpr std::string_view kAround = " ,\n.";
  const std::size_t head = folded.find_first_not_of(kAround);
  if (head == std::string_view::npos) return {};
  Search search = {folded, matcher.patterns, head, head, folded.find_last_not_of(kAround) + 1};
  // What begins with each byte: the first and longest of the searches, done once.
  std::array<Span, 256> by_first;
  for (std::size_t byte = 0; byte < by_first.size(); ++byte) {
    by_first[byte] = narrow(search, {0, matcher.patterns.size()}, 0, static_cast<char>(byte));
  }
  std::vector<Match> matches;
  while (search.begin < folded.size()) {
    Best best;
    if (may_begin(folded, search.begin)) {
      const char first = folded[search.begin];
      extend(search, by_first[static_cast<unsigned char>(first)], 1, best);
      if (is_ascii_digit(first)) extend(search, by_first['#'], 1, best);
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
