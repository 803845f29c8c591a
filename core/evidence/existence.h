// Whether the mail domain exists, weighed over all answers at the domain and below it. RFC 8020: a name that does not exist
// has nothing below it.
//
// Rule: NXDOMAIN counts only if nothing contradicts it. A resolver that has a record below a name contradicts its own
// NXDOMAIN for that name, and anybody's record below the mail domain contradicts NXDOMAIN for the domain.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"

namespace alimail {

struct Existence {           // names of resolvers, sorted
  Vector<String> with;       // have a record or NODATA at the domain or below it, so the domain exists
  Vector<String> without;    // NXDOMAIN for the domain itself
  Vector<String> answering;  // any answer to a question at the domain or below it, other than the SOA

  [[nodiscard]] bool shown() const {
    return !with.empty();
  }
  [[nodiscard]] bool absent() const {
    return with.empty() && !without.empty();
  }
};

// Precondition: mark_contradictions() was called. Empty if the subject is no domain.
Existence existence_of(const Evidence& evidence);

// Sets Answer::contradicted. The first `marked` answers were marked before, each by all of them, for the same subject.
void mark_contradictions(Evidence& evidence, std::size_t marked = 0);

}  // namespace alimail
