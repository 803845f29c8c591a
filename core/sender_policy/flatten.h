// An SPF record that needs more lookups than receivers make, rewritten with fewer: addresses instead of names. RFC 7208
// section 4.6.4.
//
// Rule: every address that may send today may send afterwards, and no other. Nothing is offered unless every lookup
// that it takes was answered. What is replaced no longer follows its owner, so as little as possible is replaced, and
// the includes of Alibaba's products never are: Alibaba changes their addresses.
#pragma once

#include <cstdint>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/ask.h"
#include "provider/provider.h"
#include "sender_policy/tree.h"

namespace alimail {

inline constexpr std::size_t kMaxFlatBytes = 2000;  // a longer record is not offered

struct FlatTerm {
  String term;               // as written
  Vector<String> addresses;  // the terms in its place, without the qualifier
  bool operator==(const FlatTerm&) const = default;
};

struct FlatPolicy {
  String text;                 // "" if there is none to offer
  Vector<FlatTerm> flattened;  // in the order of the record
  Vector<String> dropped;      // terms that lead nowhere, as written
  std::int64_t lookups = 0;
  bool complete = false;  // every lookup that it takes was answered
  Vector<Query> queries;  // needed for it, answered or not
};

// More lookups, or more lookups without result, than receivers make.
bool is_over_limits(const PolicyWalk& walk);

// For the record at the root of the walk, if it is over the limits. Terms of the domain's own record that lead nowhere
// are left out. Then its a and mx are replaced, one by one, and then includes as a whole, those with the most lookups
// first, until the lookups suffice. Nothing is offered if the record has a mistake that this does not repair.
FlatPolicy flat_policy(const Evidence& evidence, const PolicyWalk& walk, const Provider& provider);

}  // namespace alimail
