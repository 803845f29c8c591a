#include "words/complaint.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kNegationReach = 6;  // steps; a word of letters is three steps, a Han character one

struct Reading {
  std::string_view complaint;
  const Folded& folded;
  const Matcher& matcher;
  bool is_bounce = false;
  Vector<Vector<String>> matched;  // for each rule, slices of the complaint; empty if the rule does not match
};

bool has(const ConceptSet& said, std::uint16_t index) {
  return index != kNoConcept && said[index];
}

bool means(const Match& match, std::uint16_t index) {
  return has(match.meanings, index);
}

// Returns true if a negation is close enough to a match to deny it. A clause in between puts the match out of reach. So
// does a colon in the original text: "not authenticated: DMARC fails".
bool reaches(const Reading& reading, const Match& negation, const Match& match) {
  const std::uint32_t from = reading.folded.end[negation.end - 1];
  const std::uint32_t to = reading.folded.begin[match.begin];
  if (reading.complaint.substr(from, to > from ? to - from : 0).find(": ") != std::string_view::npos) return false;
  const std::string_view between =
      std::string_view(reading.folded.text).substr(negation.end, match.begin - negation.end);
  std::size_t steps = 0;
  for (std::size_t i = 0; i < between.size() && steps <= kNegationReach; ++i) {
    const auto byte = static_cast<unsigned char>(between[i]);
    if (byte == ',' || byte == '\n') return false;
    const bool word_begins = is_alphanumeric(between[i]) && (i == 0 || !is_alphanumeric(between[i - 1]));
    if (word_begins) steps += 3;
    if (byte >= 0xC0) ++steps;
  }
  return steps <= kNegationReach;
}

// Removes meanings that an earlier negation denies: "not frozen".
void deny(Vector<Match>& matches, const Reading& reading) {
  const Match* negation = nullptr;
  for (Match& match : matches) {
    if (means(match, reading.matcher.negation)) {
      negation = &match;
    } else if (negation != nullptr && reaches(reading, *negation, match)) {
      match.meanings &= ~reading.matcher.deniable;
    } else {
      negation = nullptr;  // later matches are out of reach, too
    }
  }
}

bool stands_between(const Match& before, const Match& match, std::string_view text, char mark) {
  return text.substr(before.end, match.begin - before.end).find(mark) != std::string_view::npos;
}

void mark(Vector<String>& matched, const Reading& reading, const Match& match) {
  if (matched.size() >= kMaxMatched) return;
  const std::uint32_t begin = reading.folded.begin[match.begin];
  const std::uint32_t end = reading.folded.end[match.end - 1];
  const std::string_view slice = reading.complaint.substr(begin, end - begin);
  if (std::find(matched.begin(), matched.end(), slice) == matched.end()) matched.emplace_back(slice);
}

struct Clause {
  std::span<const Match> matches;
  ConceptSet said;
};

// What earlier clauses mentioned, for a clause that says "it" or names no topic. `topics` carry over through the whole
// text, `who` within a sentence. The flags decide whom "his" may refer to.
struct Context {
  ConceptSet topics;
  ConceptSet who;
  bool colleague = false;      // mentioned earlier
  bool correspondent = false;  // mentioned anywhere in the text
};

bool speaks_of_correspondent(const Vector<Match>& matches, const Matcher& matcher) {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
    return means(match, matcher.correspondent) || means(match, matcher.recipient) || means(match, matcher.bounce_talk);
  });
}

// If the clause has no concept of this kind, adds `kept`. Otherwise stores the clause's own concepts in `kept`.
void inherit(ConceptSet& said, const ConceptSet& kind, ConceptSet& kept) {
  const ConceptSet own = said & kind;
  if (own.none()) {
    said |= kept;
  } else {
    kept = own;
  }
}

Clause clause_of(std::span<const Match> matches, const Matcher& matcher, Context& context) {
  Clause clause = {matches, {}};
  for (const Match& match : matches) clause.said |= match.meanings;
  if (clause.said.none()) return clause;
  context.colleague = context.colleague || has(clause.said, matcher.colleague);
  if (has(clause.said, matcher.pronoun)) {
    clause.said.reset(matcher.pronoun);
    if (!context.colleague && context.correspondent && matcher.recipient != kNoConcept)
      clause.said.set(matcher.recipient);
  }
  inherit(clause.said, matcher.topics, context.topics);
  inherit(clause.said, matcher.who, context.who);
  return clause;
}

bool holds(const Rule& rule, const ConceptSet& said) {
  return (said & rule.all) == rule.all && (said & rule.none).none() && (rule.any.none() || (said & rule.any).any());
}

void mark_all(Reading& reading, std::size_t rule_index, const Clause& clause) {
  const Rule& rule = reading.matcher.rules[rule_index];
  for (const Match& match : clause.matches) {
    if ((match.meanings & (rule.all | rule.any)).any()) mark(reading.matched[rule_index], reading, match);
  }
}

// `before` is the previous clause of the same sentence, if there is one.
void apply_rules(Reading& reading, const Clause& before, const Clause& clause) {
  if (clause.said.none()) return;
  const ConceptSet both = before.said | clause.said;
  for (std::size_t i = 0; i < reading.matcher.rules.size(); ++i) {
    const Rule& rule = reading.matcher.rules[i];
    if (!both[rule.main] || (reading.is_bounce && !rule.in_bounce)) continue;
    if (holds(rule, clause.said)) {
      mark_all(reading, i, clause);
    } else if (rule.across && before.said.any() && holds(rule, both)) {
      mark_all(reading, i, before);
      mark_all(reading, i, clause);
    }
  }
}

void apply_rules_to_all(Reading& reading, const Vector<Match>& matches) {
  Context context;
  context.correspondent = speaks_of_correspondent(matches, reading.matcher);
  Clause before;
  std::size_t first = 0;
  for (std::size_t i = 1; i <= matches.size(); ++i) {
    const bool sentence_ends = i == matches.size() || means(matches[i], reading.matcher.contrast) ||
                               stands_between(matches[i - 1], matches[i], reading.folded.text, '\n');
    if (!sentence_ends && !stands_between(matches[i - 1], matches[i], reading.folded.text, ',')) continue;
    const Clause clause = clause_of(std::span(matches).subspan(first, i - first), reading.matcher, context);
    apply_rules(reading, before, clause);
    before = sentence_ends ? Clause() : clause;
    if (sentence_ends) context.who.reset();
    first = i;
  }
}

// "My account is locked, I cannot log in" describes one problem, not two.
bool is_said_by_another(const Reading& reading, const Rule& rule) {
  const Vector<Rule>& rules = reading.matcher.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const bool named = std::find(rule.unless.begin(), rule.unless.end(), rules[i].key) != rule.unless.end();
    if (named && !reading.matched[i].empty()) return true;
  }
  return false;
}

// Several rules may give the same key. They become one finding with the matches of all.
void merge(Vector<Finding>& findings, const String& key, const Vector<String>& matched) {
  const auto same = [&](const Finding& finding) { return finding.key == key; };
  const auto found = std::find_if(findings.begin(), findings.end(), same);
  if (found == findings.end()) {
    findings.push_back({key, Severity::Info, {{"matched", matched}}, ""});
    return;
  }
  auto& slices = std::get<Vector<String>>(found->args.front().value);
  for (const String& slice : matched) {
    const bool known = std::find(slices.begin(), slices.end(), slice) != slices.end();
    if (!known && slices.size() < kMaxMatched) slices.push_back(slice);
  }
}

// The last two are the bytes of the full-width space U+3000 and of no other character.
bool is_blank(std::string_view complaint) {
  return complaint.find_first_not_of(" \t\r\n\xE3\x80") == std::string_view::npos;
}

std::string_view cut(std::string_view complaint) {
  std::size_t size = std::min(complaint.size(), kMaxComplaintBytes);
  while (size > 0 && size < complaint.size() && (static_cast<unsigned char>(complaint[size]) & 0xC0U) == 0x80) --size;
  return complaint.substr(0, size);
}

}  // namespace

Vector<Finding> read_complaint(std::string_view complaint, const Matcher& matcher) {
  if (is_blank(complaint)) return {};
  const std::string_view text = cut(complaint);
  const Folded folded = fold(text, FoldFor::Text, matcher.spelling);
  Vector<Match> matches = find_matches(folded.text, matcher);
  Reading reading = {text, folded, matcher, false, Vector<Vector<String>>(matcher.rules.size())};
  deny(matches, reading);
  reading.is_bounce =
      std::any_of(matches.begin(), matches.end(), [&](const Match& match) { return means(match, matcher.bounce); });
  apply_rules_to_all(reading, matches);
  Vector<Finding> findings;
  for (std::size_t i = 0; i < matcher.rules.size(); ++i) {
    if (!reading.matched[i].empty() && !is_said_by_another(reading, matcher.rules[i]))
      merge(findings, matcher.rules[i].key, reading.matched[i]);
  }
  const bool recognised =
      std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.key != kMailApp; });
  if (!recognised) findings.push_back({String(kUnrecognised), Severity::Notice, {}, ""});
  if (text.size() < complaint.size()) {
    findings.push_back(
        {String(kCut), Severity::Notice, {{"limit", static_cast<std::int64_t>(kMaxComplaintBytes)}}, ""});
  }
  return findings;
}

Vector<Finding> read_complaint(std::string_view complaint, const Phrases& phrases) {
  return read_complaint(complaint, compile(phrases));
}

}  // namespace alimail
