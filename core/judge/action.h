// The one line on top of a diagnosis: what to do.
#pragma once

#include <vector>

#include "judge/bench.h"
#include "model/verdict.h"

namespace alimail {

// Of the best problem's first cause; "nothing wrong" only where all was answered, nothing decisive stayed unknown, the
// person did not say otherwise, and no record has to be published.
Action overall_action(const std::vector<ProblemVerdict>& problems, const Bench& bench);

}  // namespace alimail
