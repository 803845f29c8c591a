// The one line on top of a diagnosis: what to do.
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "model/verdict.h"

namespace alimail {

// Of the best problem's first cause; "nothing wrong" only where all was answered, nothing decisive stayed unknown, and the
// person did not say otherwise. `complete`: nothing is being asked any more.
Action overall_action(const std::vector<ProblemVerdict>& problems, const Evidence& evidence,
                      const std::vector<Finding>& findings, bool complete);

}  // namespace alimail
