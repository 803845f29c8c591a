// What a person wrote or pasted, read as symptoms: findings of the family "words" and "elsewhere".
//
// Law: the phrases are data (phrases.json), the reader knows only how to look for them. What no phrase matches is
// "words.unrecognised", never a guess. Linear in the length of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace alimail {

struct Concept {  // one thing that people say in many ways
  std::string id;
  std::vector<std::string> phrases;  // as written; matched after folding case, width and white space
};

struct SymptomRule {  // all of `all` within one sentence, none of `none` in it
  std::string key;    // the finding it gives
  std::vector<std::string> all;
  std::vector<std::string> none;
  bool in_bounce = false;  // whether it may also be read out of a bounce; most account words there speak of the recipient
};

struct Phrases {
  std::vector<Concept> concepts;
  std::vector<SymptomRule> symptoms;
};

inline constexpr std::size_t kMaxComplaintBytes = 65536;  // more is cut, and a finding says so

// Each finding carries the matched words of the person as arg "matched" (list of text). Empty complaint: no findings.
std::vector<Finding> read_complaint(std::string_view complaint, const Phrases& phrases);

}  // namespace alimail
