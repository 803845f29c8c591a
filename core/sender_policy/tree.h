// The SPF record of a domain and all that it includes, as its administrator sees it; check_host() sees only the way of one
// sender. RFC 7208 sections 4.5, 4.6.4, 5.1, 5.2 and 6.1.
//
// Law: every term that can cost a lookup counts, each time its record is included, as for a sender whom nothing permits.
// What failed is Unknown and never Absent. Nothing is kept between two calls: what is open stands in `queries`, all of one
// depth together. Terms behind "all" and a redirect beside it have no effect (sections 5.1, 6.1): they are passed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "model/ask.h"
#include "model/report.h"
#include "records/spf.h"
#include "sender_policy/published.h"

namespace alimail {

inline constexpr std::size_t kMaxPolicyDepth = 10;      // deeper is a PermError anyway
inline constexpr std::size_t kMaxPolicyNodes = 40;      // the last one is then Cut, and stands for the rest
inline constexpr std::size_t kMaxPolicyAddresses = 16;  // names of a, mx and exists that are asked for
inline constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);

struct PolicyBranch {
  std::size_t parent = kNoParent;
  std::size_t depth = 0;
  PolicyState state = PolicyState::Pending;
  std::string term;    // as written; "" for the domain itself
  std::string domain;  // as written where it depends on the sender: that is Unknown, without anything failing
  std::vector<std::string> texts;
  std::vector<SpfRecord> records;  // of the texts
  std::vector<std::string> failing;
  std::int64_t lookups = 0;  // of its own terms, and of all below
};

struct PolicyWalk {
  std::vector<PolicyBranch> branches;  // the domain itself first; a branch stands behind its parent
  std::vector<Query> queries;          // each once, answered or not
  std::int64_t lookups = 0;
  std::int64_t void_lookups = 0;  // as an IPv4 sender causes them; names that depend on the sender are passed over
  bool complete = false;          // every term was counted
  bool cut = false;
};

PolicyWalk walk_policy(const Evidence& evidence, std::string_view domain);

// As if this were the only SPF record of the domain.
PolicyWalk walk_policy_as(const Evidence& evidence, std::string_view domain, std::string text);

// The domains from the root to this branch.
std::vector<std::string> chain_to(const PolicyWalk& walk, const PolicyBranch& branch);

PolicyTree policy_tree(const PolicyWalk& walk);

}  // namespace alimail
