// Compares what this machine's resolver says, according to the pasted output, with what the public resolvers say.
//
// Rule: pasted answers never change the public answers. Addresses may differ by location for good reasons, so the
// targets of aliases are compared first. If a tool does not print aliases, different addresses prove nothing.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"

namespace alimail {

enum class LocalVerdict {
  Pending,   // the public resolvers were not asked
  Unknown,   // the public resolvers did not answer, or the tool does not print anything comparable
  Agrees,    // with at least one public resolver
  Stale,     // other records
  Missing,   // it says that there is no record, but all public resolvers have it
  Hijacked,  // an address that no public resolver has and no mail service can have
  NoAnswer,
};

LocalVerdict local_verdict(const Evidence& evidence, const PastedAnswer& pasted);

// True if this machine's own resolver answered: the person chose no server, or one inside the local network.
bool is_own_resolver(const PastedAnswer& pasted);

// True if the question belongs to the route to the login page: it is about the login host or a name that the login host
// leads to.
bool is_of_login(const Evidence& evidence, const Question& question);

}  // namespace alimail
