// The line at the top of a diagnosis: what to do.
#pragma once

#include "base/containers.h"
#include "judge/bench.h"
#include "model/verdict.h"

namespace alimail {

// The action of the best problem's first cause. "Nothing wrong" requires that every question was answered, something is
// known about every decisive family and nothing decisive is unknown, the person did not say otherwise, and no record has
// to be published.
Action overall_action(const Vector<ProblemVerdict>& problems, const Bench& bench);

}  // namespace alimail
