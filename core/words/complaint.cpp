#include "words/complaint.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kNegationReach = 6;  // steps; a word of letters is three, a Han character one

struct Reading {
  std::string_view complaint;
  const Folded& folded;
  const Matcher& matcher;
  bool is_bounce = false;
  std::vector<std::vector<std::string>>
      matched;  // for each rule, slices of the complaint; empty: the rule does not hold
};

bool means(const Match& match, std::uint16_t index) {
  return index != kNoConcept && match.meanings[index];
}

// How far a negation is from what it could deny; a clause in between puts it out of reach.
bool reaches(std::string_view between) {
  std::size_t steps = 0;
  for (std::size_t i = 0; i < between.size() && steps <= kNegationReach; ++i) {
    const auto byte = static_cast<unsigned char>(between[i]);
    if (byte == ',' || byte == '\n') return false;
    const bool word_begins = is_ascii_word(between[i]) && (i == 0 || !is_ascii_word(between[i - 1]));
    if (word_begins) steps += 3;
    if (byte >= 0xC0) ++steps;
  }
  return steps <= kNegationReach;
}

// Takes the meanings away that a negation before them denies: "not frozen".
void deny(std::vector<Match>& matches, std::string_view text, const Matcher& matcher) {
  const Match* negation = nullptr;
  for (Match& match : matches) {
    if (means(match, matcher.negation)) {
      negation = &match;
    } else if (negation != nullptr && reaches(text.substr(negation->end, match.begin - negation->end))) {
      match.meanings &= ~matcher.deniable;
    }
  }
}

bool is_sentence_break(const Match& before, const Match& match, std::string_view text, const Matcher& matcher) {
  return means(match, matcher.contrast) ||
         text.substr(before.end, match.begin - before.end).find('\n') != std::string_view::npos;
}

void mark(std::vector<std::string>& matched, const Reading& reading, const Match& match) {
  if (matched.size() >= kMaxMatched) return;
  const std::uint32_t begin = reading.folded.begin[match.begin];
  const std::uint32_t end = reading.folded.end[match.end - 1];
  std::string slice(reading.complaint.substr(begin, end - begin));
  if (std::find(matched.begin(), matched.end(), slice) == matched.end()) matched.push_back(std::move(slice));
}

// `topics`: what the sentences before spoke of.
void apply_rules(Reading& reading, std::span<const Match> sentence, ConceptSet& topics) {
  ConceptSet said;
  for (const Match& match : sentence) said |= match.meanings;
  if (said.none()) return;
  const ConceptSet own_topics = said & reading.matcher.topics;
  if (own_topics.none()) {
    said |= topics;
  } else {
    topics = own_topics;
  }
  for (std::size_t i = 0; i < reading.matcher.rules.size(); ++i) {
    const Rule& rule = reading.matcher.rules[i];
    if ((said & rule.all) != rule.all || (said & rule.none).any() || (reading.is_bounce && !rule.in_bounce)) continue;
    for (const Match& match : sentence) {
      if ((match.meanings & rule.all).any()) mark(reading.matched[i], reading, match);
    }
  }
}

void apply_rules_to_all(Reading& reading, const std::vector<Match>& matches) {
  ConceptSet topics;
  std::size_t first = 0;
  for (std::size_t i = 1; i <= matches.size(); ++i) {
    const bool ends =
        i == matches.size() || is_sentence_break(matches[i - 1], matches[i], reading.folded.text, reading.matcher);
    if (!ends) continue;
    apply_rules(reading, std::span(matches).subspan(first, i - first), topics);
    first = i;
  }
}

// Several rules may give one key: one finding, with what all of them matched.
void merge(std::vector<Finding>& findings, const std::string& key, const std::vector<std::string>& matched) {
  const auto same = [&](const Finding& finding) { return finding.key == key; };
  const auto found = std::find_if(findings.begin(), findings.end(), same);
  if (found == findings.end()) {
    findings.push_back({key, Severity::Info, {{"matched", matched}}, ""});
    return;
  }
  auto& slices = std::get<std::vector<std::string>>(found->args.front().value);
  for (const std::string& slice : matched) {
    const bool known = std::find(slices.begin(), slices.end(), slice) != slices.end();
    if (!known && slices.size() < kMaxMatched) slices.push_back(slice);
  }
}

// The last two are the bytes of the full-width space U+3000, and of no other character.
bool is_blank(std::string_view complaint) {
  return complaint.find_first_not_of(" \t\r\n\xE3\x80") == std::string_view::npos;
}

std::string_view cut(std::string_view complaint) {
  std::size_t size = std::min(complaint.size(), kMaxComplaintBytes);
  while (size > 0 && size < complaint.size() && (static_cast<unsigned char>(complaint[size]) & 0xC0U) == 0x80) --size;
  return complaint.substr(0, size);
}

}  // namespace

std::vector<Finding> read_complaint(std::string_view complaint, const Matcher& matcher) {
  if (is_blank(complaint)) return {};
  const std::string_view text = cut(complaint);
  const Folded folded = fold(text, FoldFor::Text);
  std::vector<Match> matches = find_matches(folded.text, matcher);
  deny(matches, folded.text, matcher);
  Reading reading = {text, folded, matcher, false, std::vector<std::vector<std::string>>(matcher.rules.size())};
  reading.is_bounce =
      std::any_of(matches.begin(), matches.end(), [&](const Match& match) { return means(match, matcher.bounce); });
  apply_rules_to_all(reading, matches);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < matcher.rules.size(); ++i) {
    if (!reading.matched[i].empty()) merge(findings, matcher.rules[i].key, reading.matched[i]);
  }
  if (findings.empty()) findings.push_back({std::string(kUnrecognised), Severity::Notice, {}, ""});
  if (text.size() < complaint.size()) {
    findings.push_back(
        {std::string(kCut), Severity::Notice, {{"limit", static_cast<std::int64_t>(kMaxComplaintBytes)}}, ""});
  }
  return findings;
}

std::vector<Finding> read_complaint(std::string_view complaint, const Phrases& phrases) {
  return read_complaint(complaint, compile(phrases));
}

}  // namespace alimail
