// What a person wrote or pasted, read as symptoms: findings of the family "words" and "elsewhere".
//
// Law: the phrases are data (phrases.json), the reader knows only how to look for them. What no phrase matches is
// "words.unrecognised", never a guess. Linear in the length of the text: see words/matcher.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "words/matcher.h"

namespace alimail {

// One thing that people say in many ways. A phrase is written as people write it and compared after folding (case,
// width, white space, quotes; see words/fold.h). Five signs have a meaning in a phrase:
//   {id}    any phrase of that concept, so that {cannot} {open-verb} stands for hundreds of sentences (not nested)
//   #       any digit
//   x*      the word may go on: mail.* is mail.abc.com
//   ^x$     only where it is all that was written
// Some ids mean something to the reader: "negation" (not) takes the next deniable concept away, "contrast" (but) ends a
// sentence (a comma ends a clause), "bounce" turns the whole text into a bounce, "filler" is stepped over (not sure).
// "pronoun" (his account) is the "recipient" where the text speaks of a "correspondent" or of mail that came back
// ("bounce-talk"), and no "colleague" was spoken of before. A concept that no rule names is only a list for {id}.
struct Concept {
  std::string id;
  std::vector<std::string> phrases;
  bool topic = false;  // what is spoken of; a sentence without a topic keeps the one before ("... It does not open.")
  bool deniable = false;  // may be denied: "not frozen"
  bool who = false;       // whose it is; a clause that does not say so keeps what the sentence said before
};

// All of `all` and one of `any` within one clause, none of `none` in it; several rules may give the same key.
struct SymptomRule {
  std::string key;  // the finding it gives
  std::vector<std::string> all;
  std::vector<std::string> none;
  bool in_bounce = false;  // may also be read out of a bounce; most account words there speak of the recipient
  std::vector<std::string> any = {};  // NOLINT(readability-redundant-member-init): lists in braces may leave it out
  bool across = false;                // two clauses side by side may share it: "when I click send, nothing happens"
  // Findings beside which it says nothing new. NOLINTNEXTLINE(readability-redundant-member-init)
  std::vector<std::string> unless = {};
};

struct Phrases {
  std::vector<Concept> concepts;
  std::vector<SymptomRule> symptoms;
  // Groups of words or of Han characters that count as the first of each: slips of typing, forms of a word, traditional
  // characters. What stands in a group that begins with "-" counts as nothing. A group that begins with "~" lists words
  // of which every slip counts as the word: a letter left out, or two in the wrong order.
  std::vector<std::string> same;
};

inline constexpr std::size_t kMaxComplaintBytes = 65536;  // more is cut, and a finding says so
inline constexpr std::size_t kMaxMatched = 6;             // slices of text that a finding shows

// What the reader can say although no rule in phrases.json gives it.
inline constexpr std::string_view kUnrecognised = "words.unrecognised";
inline constexpr std::string_view kCut = "words.cut";

// Takes some ten milliseconds: do it once, when the phrases are read. An id that is no concept makes its rule never
// hold.
Matcher compile(const Phrases& phrases);

// Each finding carries the matched words of the person as arg "matched" (list of text, slices of the complaint), in the
// order of the rules. words.cut carries "limit" (bytes). Empty or blank complaint: no findings.
std::vector<Finding> read_complaint(std::string_view complaint, const Matcher& matcher);

// The same for those who read one complaint only.
std::vector<Finding> read_complaint(std::string_view complaint, const Phrases& phrases);

}  // namespace alimail
