// What this machine's resolver says, by the output that was pasted, against what the public resolvers say of the same.
//
// Law: the public answers are never changed by a pasted one. Addresses differ by place for good reasons, so where an
// alias leads is compared first; where a tool does not show aliases, other addresses prove nothing.
#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace alimail {

enum class LocalVerdict {
  Pending,   // the public ones were not asked
  Unknown,   // they did not answer, or the tool does not show what could be compared
  Agrees,    // with one of them at least
  Stale,     // other records
  Missing,   // says that there is none, where all public ones have it
  Hijacked,  // an address that no public one has and that no mail service can have
  NoAnswer,
};

LocalVerdict local_verdict(const Evidence& evidence, const PastedAnswer& pasted);

// Whether it is this machine's resolver that answered: none was chosen, or one inside the local network.
bool is_own_resolver(const PastedAnswer& pasted);

// The name and type to which an answer belongs on the way to the login page: the login host, or where it leads.
bool is_of_login(const Evidence& evidence, const Question& question);

}  // namespace alimail
