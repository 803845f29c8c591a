// Compiles phrases into a Matcher: expands {id}, removes the signs of a phrase, folds, sorts.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/containers.h"
#include "words/complaint.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxReferences = 3;  // {id} in one phrase
constexpr std::string_view kSlips = "~ ";  // begins a group of `same`

std::uint16_t index_of(const Phrases& phrases, std::string_view id) {
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    if (phrases.concepts[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNoConcept;
}

// Expands the first {id} of a phrase into all phrases of that concept.
Vector<String> resolve_first(const String& phrase, const Phrases& phrases) {
  const std::size_t open = phrase.find('{');
  const std::size_t close = phrase.find('}', open);
  if (open == String::npos) return {phrase};
  if (close == String::npos) return {};
  const std::uint16_t index = index_of(phrases, std::string_view(phrase).substr(open + 1, close - open - 1));
  if (index == kNoConcept) return {};
  Vector<String> resolved;
  for (const String& inner : phrases.concepts[index].phrases) {
    if (inner.find_first_of("{^*") != String::npos) continue;
    resolved.push_back(phrase.substr(0, open) + inner + phrase.substr(close + 1));
  }
  return resolved;
}

Vector<String> resolve(const String& phrase, const Phrases& phrases) {
  Vector<String> resolved = {phrase};
  const auto references = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), '{'));
  for (std::size_t i = 0; i < std::min(references, kMaxReferences); ++i) {
    Vector<String> next;
    for (const String& each : resolved) {
      Vector<String> some = resolve_first(each, phrases);
      std::move(some.begin(), some.end(), std::back_inserter(next));
    }
    resolved = std::move(next);
  }
  return resolved;
}

std::optional<Pattern> pattern_of(std::string_view phrase, std::uint16_t meaning, const Spelling& spelling) {
  Pattern pattern;
  pattern.meaning = meaning;
  if (phrase.size() > 2 && phrase.front() == '^' && phrase.back() == '$') {
    pattern.whole = true;
    phrase = phrase.substr(1, phrase.size() - 2);
  } else if (phrase.size() > 1 && phrase.back() == '*') {
    pattern.prefix = true;
    phrase.remove_suffix(1);
  }
  pattern.text = fold(phrase, FoldFor::Phrase, spelling).text;
  if (pattern.text.empty() || pattern.text.size() > kMaxPhraseBytes) return std::nullopt;
  return pattern;
}

// A concept that no rule names is only a list for {id}. It is not searched for, because the words of such lists (to,
// open) would hide other matches.
bool is_looked_for(const Phrases& phrases, const Concept& meaning) {
  constexpr std::array<std::string_view, 7> kReserved = {"negation",  "contrast", "bounce",       "filler",
                                                         "colleague", "pronoun",  "correspondent"};
  if (meaning.who || std::find(kReserved.begin(), kReserved.end(), meaning.id) != kReserved.end()) return true;
  const auto names = [&](const Vector<String>& ids) {
    return std::find(ids.begin(), ids.end(), meaning.id) != ids.end();
  };
  return std::any_of(phrases.symptoms.begin(), phrases.symptoms.end(),
                     [&](const SymptomRule& rule) { return names(rule.all) || names(rule.none) || names(rule.any); });
}

void add_concept(Matcher& matcher, const Phrases& phrases, std::uint16_t index) {
  for (const String& phrase : phrases.concepts[index].phrases) {
    for (const String& sentence : resolve(phrase, phrases)) {
      std::optional<Pattern> pattern = pattern_of(sentence, index, matcher.spelling);
      if (pattern && matcher.patterns.size() < kMaxPatterns) matcher.patterns.push_back(*std::move(pattern));
    }
  }
  matcher.topics[index] = phrases.concepts[index].topic;
  matcher.deniable[index] = phrases.concepts[index].deniable;
  matcher.who[index] = phrases.concepts[index].who;
}

bool add_ids(ConceptSet& set, const Vector<String>& ids, const Phrases& phrases) {
  for (const String& id : ids) {
    const std::uint16_t index = index_of(phrases, id);
    if (index == kNoConcept) return false;
    set.set(index);
  }
  return true;
}

bool comes_before(const Pattern& a, const Pattern& b) {
  const auto order = [](const Pattern& p) { return std::tie(p.text, p.meaning, p.prefix, p.whole); };
  return order(a) < order(b);
}

// A pattern and the first bytes of its text as a number, which decide nearly every comparison.
struct Entry {
  std::uint64_t first = 0;
  std::uint16_t pattern = 0;
};

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t first = 0;
  for (std::size_t i = 0; i < sizeof first; ++i) {
    first = first << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return first;
}

// A merge sort. std::sort would add 1.5 kB of wasm before compression.
void sort(Vector<Pattern>& patterns) {
  const std::size_t size = patterns.size();
  Vector<Entry> entries(size);
  Vector<Entry> merged(size);
  for (std::size_t i = 0; i < size; ++i) entries[i] = {first_bytes(patterns[i].text), static_cast<std::uint16_t>(i)};
  const auto before = [&](const Entry& a, const Entry& b) {
    return a.first != b.first ? a.first < b.first : comes_before(patterns[a.pattern], patterns[b.pattern]);
  };
  for (std::size_t run = 1; run < size; run *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, size);
      const std::size_t end = std::min(middle + run, size);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        const bool from_left = right == end || (left < middle && !before(entries[right], entries[left]));
        merged[to] = entries[from_left ? left++ : right++];
      }
    }
    entries.swap(merged);
  }
  Vector<Pattern> sorted;
  sorted.reserve(size);
  for (const Entry& entry : entries) sorted.push_back(std::move(patterns[entry.pattern]));
  patterns = std::move(sorted);
}

// Builds the nodes from the sorted patterns. Patterns that end at a node come first in it, and patterns that share the
// next byte are adjacent.
Vector<Node> nodes_of(const Vector<Pattern>& patterns) {
  Vector<Node> nodes = {{0, 0, static_cast<std::uint16_t>(patterns.size()), 0, 0}};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].next = static_cast<std::uint32_t>(nodes.size());
    const Node node = nodes[i];
    if (i > 0 && node.last - node.first == 1) continue;
    for (std::uint16_t first = node.first, last = first; first < node.last; first = last) {
      const auto byte = [&](std::uint16_t at) {
        const String& text = patterns[at].text;
        return text.size() == node.depth ? -1 : static_cast<int>(static_cast<unsigned char>(text[node.depth]));
      };
      const int same = byte(first);
      while (last < node.last && byte(last) == same) ++last;
      if (same >= 0) {
        nodes.push_back({0, first, last, static_cast<std::uint8_t>(node.depth + 1), static_cast<char>(same)});
      }
    }
  }
  return nodes;
}

// Adds the most common slips: a missing letter, or two letters in the wrong order. The first letter is nearly always
// right.
void add_slips(Spelling& spelling, const String& word) {
  const String* other = other_spelling(spelling, word);
  const String meant = other != nullptr ? *other : word;
  for (std::size_t i = 1; i < word.size(); ++i) {
    add_spelling(spelling, String(word).erase(i, 1), meant);
    if (i + 1 == word.size()) break;
    String swapped = word;
    std::swap(swapped[i], swapped[i + 1]);
    add_spelling(spelling, swapped, meant);
  }
}

void add_slips_of_all(Spelling& spelling, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    add_slips(spelling, String(words.substr(at, end - at)));
    at = end + 1;
  }
}

Spelling spelling_of(const Vector<String>& groups) {
  Spelling spelling;
  for (const String& group : groups) {
    if (group.starts_with(kSlips)) continue;
    std::string_view first;
    for (std::size_t at = 0; at < group.size();) {
      const std::size_t end = std::min(group.find(' ', at), group.size());
      const std::string_view word = std::string_view(group).substr(at, end - at);
      if (at > 0) {
        if (!word.empty()) add_spelling(spelling, word, first);
      } else if (word != "-") {
        first = word;
      }
      at = end + 1;
    }
  }
  for (const String& group : groups) {
    if (group.starts_with(kSlips)) add_slips_of_all(spelling, std::string_view(group).substr(kSlips.size()));
  }
  return spelling;
}

// Topics and owners carry over to later clauses, so they are in almost every clause. A rule is found faster by one of
// its other concepts.
std::uint16_t main_of(const Rule& rule, const Matcher& matcher) {
  std::uint16_t chosen = kNoConcept;
  for (std::uint16_t i = 0; i < kMaxConcepts; ++i) {
    if (rule.all[i] && (chosen == kNoConcept || matcher.topics[chosen] || matcher.who[chosen])) chosen = i;
  }
  return chosen;
}

}  // namespace

Matcher compile(const Phrases& phrases) {
  Matcher matcher;
  matcher.spelling = spelling_of(phrases.same);
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    if (is_looked_for(phrases, phrases.concepts[i])) add_concept(matcher, phrases, static_cast<std::uint16_t>(i));
  }
  sort(matcher.patterns);
  matcher.nodes = nodes_of(matcher.patterns);
  for (const SymptomRule& symptom : phrases.symptoms) {
    Rule rule;
    rule.key = symptom.key;
    rule.in_bounce = symptom.in_bounce;
    rule.across = symptom.across;
    rule.unless = symptom.unless;
    // A rule without concepts, or with unknown concepts, would match everywhere.
    if (symptom.all.empty() || !add_ids(rule.all, symptom.all, phrases)) continue;
    rule.main = main_of(rule, matcher);
    if (add_ids(rule.any, symptom.any, phrases) && add_ids(rule.none, symptom.none, phrases))
      matcher.rules.push_back(std::move(rule));
  }
  matcher.negation = index_of(phrases, "negation");
  matcher.contrast = index_of(phrases, "contrast");
  matcher.bounce = index_of(phrases, "bounce");
  matcher.colleague = index_of(phrases, "colleague");
  matcher.pronoun = index_of(phrases, "pronoun");
  matcher.recipient = index_of(phrases, "recipient");
  matcher.correspondent = index_of(phrases, "correspondent");
  matcher.bounce_talk = index_of(phrases, "bounce-talk");
  return matcher;
}

}  // namespace alimail
