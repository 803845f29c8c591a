// Runs all checks in order and collects what they say and what is still to be asked.
#pragma once

#include <cstddef>

#include "base/containers.h"
#include "checks/kit/views.h"
#include "model/ask.h"
#include "model/finding.h"

namespace alimail {

struct Checked {
  Vector<Finding> findings;
  Vector<Query> queries;  // all queries, answered or not, each once
  Vector<Query> open_queries;
  Vector<Probe> open_probes;
  std::size_t probes = 0;  // number of all probes
};

Checked run_checks(const Views& views);

}  // namespace alimail
