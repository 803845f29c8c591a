// The main function: one case in, one turn out.
//
// Rule: pure and total. No I/O, no clock, no globals; the same case always gives the same turn, whatever bytes it
// contains. The turn lists what is still to be asked. The page asks, adds the answers to the case and calls again.
#pragma once

#include "base/containers.h"
#include "catalogue.h"
#include "evidence/index.h"
#include "model/case.h"
#include "model/turn.h"
#include "pasted/answer.h"
#include "words/likeness.h"

namespace alimail {

// A complaint as it was read.
struct ReadComplaint {
  String complaint;
  PastedOutput pasted;
  Vector<Finding> words;  // of what the person wrote
  Likely likely;
  Vector<String> addresses;
  Vector<Finding> found;  // words and machine text together
  bool begun = false;     // false: nothing is read
  bool whole = false;     // machine text is read, too, for the domain of Remembered
};

// What one turn leaves for the next one of the same run, which then does not read it again. It saves work and changes
// nothing: with any Remembered that advance() left, and the answers of its case before those of the next, the turn is the
// one that all these answers give without it.
struct Remembered {
  Vector<Answer> answers;  // come before those of the case
  AnswerIndex index;       // of these, unless `marked` is 0
  std::size_t marked = 0;  // how many of them are marked where others contradict them
  String domain;           // of the subject
  ReadComplaint complaint;
};

Turn advance(const Case& input, const Catalogue& catalogue);

// The turn takes the answers of `remembered` with it; the caller gives them back.
Turn advance(const Case& input, const Catalogue& catalogue, Remembered& remembered);
void give_back(Turn& turn, Remembered& remembered);

}  // namespace alimail
