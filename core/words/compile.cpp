// Compiles phrases into a Matcher.
#include <algorithm>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "words/complaint.h"
#include "words/sentences.h"

namespace alimail {
namespace {

constexpr std::string_view kSlips = "~ ";  // begins a group of `same`

bool add_ids(ConceptSet& set, const Vector<String>& ids, const Phrases& phrases) {
  for (const String& id : ids) {
    const std::uint16_t index = index_of(phrases, id);
    if (index == kNoConcept) return false;
    set.set(index);
  }
  return true;
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

void add_rules(Matcher& matcher, const Phrases& phrases) {
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
}

// A concept that no rule names is only a list for {id}. It is not searched for, because the words of such lists (to,
// open) would hide other matches.
ConceptSet looked_for(const Matcher& matcher, const Phrases& phrases) {
  ConceptSet ids = matcher.who;
  for (const Rule& rule : matcher.rules) ids |= rule.all | rule.any | rule.none;
  for (const std::uint16_t named : {matcher.negation, matcher.contrast, matcher.bounce, matcher.colleague,
                                    matcher.pronoun, matcher.correspondent, index_of(phrases, "filler")}) {
    if (named != kNoConcept) ids.set(named);
  }
  return ids;
}

}  // namespace

Matcher compile(const Phrases& phrases) {
  Matcher matcher;
  matcher.spelling = spelling_of(phrases.same);
  const std::size_t known = std::min(phrases.concepts.size(), kMaxConcepts);
  for (std::size_t i = 0; i < known; ++i) {
    matcher.topics[i] = phrases.concepts[i].topic;
    matcher.deniable[i] = phrases.concepts[i].deniable;
    matcher.who[i] = phrases.concepts[i].who;
  }
  matcher.negation = index_of(phrases, "negation");
  matcher.contrast = index_of(phrases, "contrast");
  matcher.bounce = index_of(phrases, "bounce");
  matcher.colleague = index_of(phrases, "colleague");
  matcher.pronoun = index_of(phrases, "pronoun");
  matcher.recipient = index_of(phrases, "recipient");
  matcher.correspondent = index_of(phrases, "correspondent");
  matcher.bounce_talk = index_of(phrases, "bounce-talk");
  add_rules(matcher, phrases);
  add_patterns(matcher, phrases, looked_for(matcher, phrases));
  build_trie(matcher);
  return matcher;
}

}  // namespace alimail
