// Runs all checks in order and collects what they say and what is still to be asked.
#pragma once

#include <cstddef>
#include <vector>

#include "checks/kit/views.h"
#include "model/ask.h"
#include "model/finding.h"

namespace alimail {

struct Checked {
  std::vector<Finding> findings;
  std::vector<Query> queries;  // all queries, answered or not, each once
  std::vector<Query> open_queries;
  std::vector<Probe> open_probes;
  std::size_t probes = 0;  // number of all probes
};

Checked run_checks(const Views& views);

}  // namespace alimail
