// Turns phrases into patterns: a phrase without {id} is one, and a phrase with {id} gives a sentence for each phrase of that
// concept.
//
// Rule: phrases are written folded (words/fold.h), so they are only put together, with the white space between them, which
// has no meaning next to Han. A test compares this with folding every sentence, and prints what a phrase becomes.
#pragma once

#include "words/complaint.h"
#include "words/matcher.h"

namespace alimail {

// The position of the concept in `phrases`, or kNoConcept.
std::uint16_t index_of(const Phrases& phrases, std::string_view id);

// Adds all patterns of the concepts that are looked for. They are not sorted.
void add_patterns(Matcher& matcher, const Phrases& phrases, const ConceptSet& looked_for);

}  // namespace alimail
