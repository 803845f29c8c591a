// What the person's own words mean: phrases (words/complaint.h) and likeness (words/likeness.h) together.
//
// Rule: likeness alone makes a problem possible and never a cause more than that. Phrases know codes, negation and whose
// account it is; likeness knows wordings that nobody listed. Where the words of a question are those of a trouble ("how do
// I see whether my account is frozen?"), likeness decides. Where likeness reads that a password is refused, phrases say
// whether by the login page or by a mail app, which may want another password. If neither is clear, the person is asked what
// is closest.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/finding.h"
#include "problems/problem.h"
#include "words/likeness.h"

namespace alimail {

// The prefix of the keys of findings that likeness gives: reads.<kind>, with share (percent) and matched (slices).
inline constexpr std::string_view kReads = "reads.";

struct Heard {
  std::string_view problem;          // the one that likeness puts first, or ""
  const Topic* topic = nullptr;      // the question that the person asks
  Vector<std::string_view> closest;  // if it is not clear: problems and topics, the best first
  Vector<String> matched;            // the words that tell the topic
};

// Adds to `words`, the findings of phrases, and removes from them what the person did not mean. `start` is the problem or
// the topic that the person chose, or "".
Heard hear(Vector<Finding>& words, const Likely& likely, std::string_view start, const Problems& problems);

}  // namespace alimail
