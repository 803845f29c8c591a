// Phrases → Matcher: writes out {id}, takes the signs of a phrase off, folds, sorts.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "words/complaint.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxReferences = 3;  // {id} in one phrase

std::uint16_t index_of(const Phrases& phrases, std::string_view id) {
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    if (phrases.concepts[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNoConcept;
}

// The sentences that a phrase with {id} in it stands for, one reference resolved.
std::vector<std::string> resolve_first(const std::string& phrase, const Phrases& phrases) {
  const std::size_t open = phrase.find('{');
  const std::size_t close = phrase.find('}', open);
  if (open == std::string::npos) return {phrase};
  if (close == std::string::npos) return {};
  const std::uint16_t index = index_of(phrases, std::string_view(phrase).substr(open + 1, close - open - 1));
  if (index == kNoConcept) return {};
  std::vector<std::string> resolved;
  for (const std::string& inner : phrases.concepts[index].phrases) {
    if (inner.find_first_of("{^*") != std::string::npos) continue;
    resolved.push_back(phrase.substr(0, open) + inner + phrase.substr(close + 1));
  }
  return resolved;
}

std::vector<std::string> resolve(const std::string& phrase, const Phrases& phrases) {
  std::vector<std::string> resolved = {phrase};
  const auto references = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), '{'));
  for (std::size_t i = 0; i < std::min(references, kMaxReferences); ++i) {
    std::vector<std::string> next;
    for (const std::string& each : resolved) {
      std::vector<std::string> some = resolve_first(each, phrases);
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

// A concept that no rule names is only a list for {id}; the words of such lists (to, open) would swallow others.
bool is_looked_for(const Phrases& phrases, const Concept& meaning) {
  constexpr std::array<std::string_view, 4> kReserved = {"negation", "contrast", "bounce", "filler"};
  if (meaning.who || std::find(kReserved.begin(), kReserved.end(), meaning.id) != kReserved.end()) return true;
  const auto names = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), meaning.id) != ids.end();
  };
  return std::any_of(phrases.symptoms.begin(), phrases.symptoms.end(),
                     [&](const SymptomRule& rule) { return names(rule.all) || names(rule.none) || names(rule.any); });
}

void add_concept(Matcher& matcher, const Phrases& phrases, std::uint16_t index) {
  for (const std::string& phrase : phrases.concepts[index].phrases) {
    for (const std::string& sentence : resolve(phrase, phrases)) {
      std::optional<Pattern> pattern = pattern_of(sentence, index, matcher.spelling);
      if (pattern && matcher.patterns.size() < kMaxPatterns) matcher.patterns.push_back(*std::move(pattern));
    }
  }
  matcher.topics[index] = phrases.concepts[index].topic;
  matcher.deniable[index] = phrases.concepts[index].deniable;
  matcher.who[index] = phrases.concepts[index].who;
}

bool add_ids(ConceptSet& set, const std::vector<std::string>& ids, const Phrases& phrases) {
  for (const std::string& id : ids) {
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

bool comes_before(const Spelling::value_type& a, const Spelling::value_type& b) {
  return a.first < b.first;
}

// Shell's sort; std::sort would be 1.5 kB of wasm before compression.
template <typename Item>
void sort(std::vector<Item>& items) {
  for (std::size_t gap = items.size() / 2; gap > 0; gap /= 2) {
    for (std::size_t i = gap; i < items.size(); ++i) {
      for (std::size_t at = i; at >= gap && comes_before(items[at], items[at - gap]); at -= gap) {
        std::swap(items[at], items[at - gap]);
      }
    }
  }
}

Spelling spelling_of(const std::vector<std::string>& groups) {
  Spelling spelling;
  for (const std::string& group : groups) {
    std::string first;
    for (std::size_t at = 0; at < group.size();) {
      const std::size_t end = std::min(group.find(' ', at), group.size());
      if (at == 0) {
        first = group.substr(0, end);
        if (first == "-") first.clear();
      } else if (end > at) {
        spelling.emplace_back(group.substr(at, end - at), first);
      }
      at = end + 1;
    }
  }
  sort(spelling);
  return spelling;
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
  for (const SymptomRule& symptom : phrases.symptoms) {
    Rule rule;
    rule.key = symptom.key;
    rule.in_bounce = symptom.in_bounce;
    rule.across = symptom.across;
    // A rule about nothing, or about what does not exist, would hold everywhere.
    if (symptom.all.empty() || !add_ids(rule.all, symptom.all, phrases)) continue;
    if (add_ids(rule.any, symptom.any, phrases) && add_ids(rule.none, symptom.none, phrases))
      matcher.rules.push_back(std::move(rule));
  }
  matcher.negation = index_of(phrases, "negation");
  matcher.contrast = index_of(phrases, "contrast");
  matcher.bounce = index_of(phrases, "bounce");
  return matcher;
}

}  // namespace alimail
