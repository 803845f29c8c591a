// What else a person can do when no cause can be named and nothing is left to ask: nobody ends without a next step.
#pragma once

#include "base/containers.h"
#include "judge/bench.h"
#include "model/verdict.h"

namespace alimail {

// The steps of the first problem for this case, or the general ones if no problem was recognized. Empty if the first
// cause says what to do, or if the person reports nothing and nothing is wrong.
Vector<Instruction> what_else(const Vector<ProblemVerdict>& verdicts, Action action, const Bench& bench);

}  // namespace alimail
