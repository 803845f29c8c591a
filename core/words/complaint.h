// Reads what a person wrote or pasted as symptoms: findings of the families "words" and "elsewhere".
//
// Rule: the phrases are data (phrases.json); the code only knows how to search for them. If no phrase matches, the
// finding is "words.unrecognised"; the code never guesses. Runs in time linear in the text: see words/matcher.h.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/finding.h"
#include "words/matcher.h"

namespace alimail {

// One concept that people express in many ways. A phrase is written as it is after folding (case, width, white space,
// quotes, words that count as others; see words/fold.h), which a test prints. These signs have a meaning in a phrase:
//   {id}    any phrase of that concept: {cannot} {open-verb} covers hundreds of sentences (not nested)
//   #       any digit
//   x*      the word may continue: mail.* matches mail.abc.com
//   ^x$     matches only if it is the whole text
// The code treats some ids specially: "negation" (not) removes the next deniable concept; "contrast" (but) ends a
// sentence (a comma ends a clause); "bounce" makes the whole text a bounce; "filler" (not sure) is skipped. "pronoun"
// (his account) means the "recipient" if the text mentions a "correspondent" or returned mail ("bounce-talk") and no
// "colleague" was mentioned before. A concept that no rule names is only a list for {id}.
struct Concept {
  String id;
  Vector<String> phrases;
  // what the text is about; a sentence without a topic keeps the previous one ("... It does not open.")
  bool topic = false;
  bool deniable = false;  // may be denied: "not frozen"
  bool who = false;       // whose it is; a clause without an owner keeps the previous one of the sentence
};

// Matches if one clause has all of `all`, one of `any` and none of `none`. Several rules may give the same key.
struct SymptomRule {
  String key;  // the finding that the rule gives
  Vector<String> all;
  Vector<String> none;
  bool in_bounce = false;   // also matches in a bounce; most words about accounts in a bounce are about the recipient
  Vector<String> any = {};  // NOLINT(readability-redundant-member-init): allows braced lists without it
  bool across = false;      // may match across two adjacent clauses: "when I click send, nothing happens"
  // The rule adds nothing if one of these findings exists. NOLINTNEXTLINE(readability-redundant-member-init)
  Vector<String> unless = {};
};

struct Phrases {
  Vector<Concept> concepts;
  Vector<SymptomRule> symptoms;
  // Groups of words or Han characters. Each member counts as the first one: typing slips, forms of a word, traditional
  // characters. The members of a group that begins with "-" are ignored. A group that begins with "~" lists words whose
  // typing slips count as the word: one letter missing, or two letters in the wrong order.
  Vector<String> same;
};

inline constexpr std::size_t kMaxComplaintBytes = 65536;  // longer text is truncated, and a finding reports it
inline constexpr std::size_t kMaxMatched = 6;             // maximum number of slices that a finding shows

// Findings that the code gives without a rule in phrases.json.
inline constexpr std::string_view kUnrecognised = "words.unrecognised";
inline constexpr std::string_view kCut = "words.cut";
// Of a mail app or a device, whatever is said of it. It is for judge/heard.h alone, and no finding for anybody else.
inline constexpr std::string_view kMailApp = "words.mail-app";

// Takes about ten milliseconds, so call it only once, when the phrases are loaded. A rule with an unknown concept id
// never matches.
Matcher compile(const Phrases& phrases);

// Each finding has the person's matching words as argument "matched" (list of text, slices of the complaint), in the
// order of the rules. words.cut has "limit" (bytes). An empty or blank complaint gives no findings.
Vector<Finding> read_complaint(std::string_view complaint, const Matcher& matcher);

// The same, for callers that read only one complaint.
Vector<Finding> read_complaint(std::string_view complaint, const Phrases& phrases);

}  // namespace alimail
