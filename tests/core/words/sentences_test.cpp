// The patterns are those that folding every whole sentence gives, and the trie leads to each of them.
#include "words/sentences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "door/catalogue_json.h"
#include "words/fold.h"

namespace alimail {
namespace {

using Row = std::tuple<std::string, std::uint16_t, bool, bool>;  // text, meaning, prefix, whole

// The slow way: puts every phrase of the concept in the place of the first {id}, again and again, before it folds.
std::vector<std::string> resolved(const std::string& phrase, const Phrases& phrases) {
  const std::size_t open = phrase.find('{');
  if (open == std::string::npos) return {phrase};
  const std::size_t close = phrase.find('}', open);
  const std::uint16_t index = index_of(phrases, phrase.substr(open + 1, close - open - 1));
  std::vector<std::string> all;
  if (close == std::string::npos || index == kNoConcept) return all;
  for (const String& inner : phrases.concepts[index].phrases) {
    if (inner.find_first_of("{^*") != std::string::npos) continue;
    for (std::string& each : resolved(phrase.substr(0, open) + inner + phrase.substr(close + 1), phrases))
      all.push_back(std::move(each));
  }
  return all;
}

Row row_of(std::string_view phrase, std::uint16_t meaning, const Spelling& spelling) {
  const bool whole = phrase.size() > 2 && phrase.front() == '^' && phrase.back() == '$';
  const bool prefix = !whole && phrase.size() > 1 && phrase.back() == '*';
  if (whole) phrase = phrase.substr(1, phrase.size() - 2);
  if (prefix) phrase.remove_suffix(1);
  return {std::string(fold(phrase, FoldFor::Phrase, spelling).text), meaning, prefix, whole};
}

std::vector<Row> slow(const Phrases& phrases, const Matcher& matcher, const ConceptSet& looked_for) {
  std::vector<Row> rows;
  for (std::uint16_t i = 0; i < phrases.concepts.size(); ++i) {
    if (!looked_for[i]) continue;
    for (const String& phrase : phrases.concepts[i].phrases) {
      for (const std::string& sentence : resolved(phrase, phrases)) {
        Row row = row_of(sentence, i, matcher.spelling);
        const std::size_t size = std::get<0>(row).size();
        if (size > 0 && size <= kMaxPhraseBytes) rows.push_back(std::move(row));
      }
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<Row> rows_of(const Matcher& matcher) {
  std::vector<Row> rows;
  for (const Pattern& pattern : matcher.patterns)
    rows.emplace_back(text_of(pattern, matcher), pattern.meaning, pattern.prefix, pattern.whole);
  return rows;
}

bool is_named(const Phrases& phrases, const Concept& meaning) {
  for (const char* id : {"negation", "contrast", "bounce", "filler", "colleague", "pronoun", "correspondent"}) {
    if (meaning.id == id) return true;
  }
  const auto names = [&](const Vector<String>& ids) {
    return std::find(ids.begin(), ids.end(), meaning.id) != ids.end();
  };
  return meaning.who || std::any_of(phrases.symptoms.begin(), phrases.symptoms.end(), [&](const SymptomRule& rule) {
           return names(rule.all) || names(rule.none) || names(rule.any);
         });
}

TEST(PhrasesFile, IsWrittenFolded) {
  const Phrases phrases = phrases_from_text(lexicon_text());
  const Spelling spelling = compile(phrases).spelling;
  for (const Concept& each : phrases.concepts) {
    for (const String& phrase : each.phrases) {
      std::string_view text = phrase;
      if (text.starts_with('^')) text.remove_prefix(1);
      if (text.ends_with('*') || text.ends_with('$')) text.remove_suffix(1);
      if (text.find('{') != std::string_view::npos) continue;
      EXPECT_EQ(fold(text, FoldFor::Phrase, spelling).text, text) << each.id << ": " << phrase;
    }
  }
}

TEST(Sentences, AreTheSameAsFoldedWhole) {
  const Phrases phrases = phrases_from_text(lexicon_text());
  const Matcher matcher = compile(phrases);
  ConceptSet looked_for;
  for (std::size_t i = 0; i < phrases.concepts.size(); ++i) looked_for[i] = is_named(phrases, phrases.concepts[i]);
  std::vector<Row> quick = rows_of(matcher);
  const auto by_text = [](const Row& a, const Row& b) { return std::get<0>(a) < std::get<0>(b); };
  EXPECT_TRUE(std::is_sorted(quick.begin(), quick.end(), by_text));
  std::sort(quick.begin(), quick.end());
  const std::vector<Row> expected = slow(phrases, matcher, looked_for);
  ASSERT_EQ(quick.size(), expected.size());
  for (std::size_t i = 0; i < quick.size(); ++i) {
    ASSERT_EQ(quick[i], expected[i]) << std::get<0>(quick[i]) << " | " << std::get<0>(expected[i]);
  }
}

// Every pattern is in exactly the nodes that its bytes lead to.
TEST(Trie, HasANodeForEveryBeginningThatPatternsShare) {
  const Matcher matcher = compile(phrases_from_text(lexicon_text()));
  const Vector<Node>& nodes = matcher.nodes;
  ASSERT_EQ(nodes.front().last, matcher.patterns.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const std::size_t end = i + 1 < nodes.size() ? nodes[i + 1].next : nodes.size();
    const bool alone = i > 0 && node.last - node.first == 1;
    std::size_t at = node.first;
    while (!alone && at < node.last && matcher.patterns[at].size == node.depth) ++at;
    for (std::size_t child = node.next; child < end; ++child) {
      ASSERT_EQ(nodes[child].first, at);
      ASSERT_EQ(nodes[child].depth, node.depth + 1);
      for (; at < nodes[child].last; ++at)
        ASSERT_EQ(text_of(matcher.patterns[at], matcher)[node.depth], nodes[child].byte);
      if (child > node.next) {
        ASSERT_LT(static_cast<unsigned char>(nodes[child - 1].byte), static_cast<unsigned char>(nodes[child].byte));
      }
    }
    ASSERT_EQ(at, alone ? node.first : node.last);
  }
}

TEST(Sentences, HaveASpaceWhereItHasAMeaning) {
  Phrases phrases;
  phrases.concepts = {{"verb", {"open", "load", "打开"}}, {"a", {"cannot {verb} it", "在{verb} ok", "{verb} {verb}"}}};
  phrases.symptoms = {{"a", {"a"}, {}, false}};
  phrases.same = {"- the really 了", "cannot cant"};
  const Matcher matcher = compile(phrases);
  ConceptSet looked_for;
  looked_for.set(1);
  std::vector<Row> expected = slow(phrases, matcher, looked_for);
  std::vector<Row> quick = rows_of(matcher);
  std::sort(quick.begin(), quick.end());
  for (const Row& row : quick)
    EXPECT_EQ(std::count(expected.begin(), expected.end(), row), std::count(quick.begin(), quick.end(), row))
        << std::get<0>(row);
  EXPECT_EQ(quick.size(), expected.size());
}

}  // namespace
}  // namespace alimail
