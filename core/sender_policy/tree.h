// The SPF record of a domain and everything that it includes, as an administrator sees it. check_host() only follows
// the path of one sender. RFC 7208 sections 4.5, 4.6.4, 5.1, 5.2 and 6.1.
//
// Rule: every term that can cost a lookup counts each time its record is included, as for a sender that no term
// matches. A failed lookup is Unknown and never Absent. No state is kept between two calls: `queries` has the open
// questions, all of one depth together. Terms after "all", and a redirect next to it, have no effect (sections 5.1,
// 6.1) and are skipped.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/ask.h"
#include "model/report.h"
#include "records/spf.h"
#include "sender_policy/published.h"

namespace alimail {

inline constexpr std::size_t kMaxPolicyDepth = 10;  // deeper is a PermError anyway
inline constexpr std::size_t kMaxPolicyNodes = 40;  // the last one is then Cut and represents the rest
// maximum number of names of a, mx and exists that are looked up
inline constexpr std::size_t kMaxPolicyAddresses = 16;
inline constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);

struct PolicyBranch {
  std::size_t parent = kNoParent;
  std::size_t depth = 0;
  PolicyState state = PolicyState::Pending;
  String term;    // as written; "" for the domain itself
  String domain;  // as written if it depends on the sender; the state is then Unknown although no lookup failed
  Vector<String> texts;
  Vector<SpfRecord> records;  // parsed from `texts`
  Vector<Unanswered> failing;
  std::int64_t lookups = 0;  // of its own terms and all terms below
};

struct PolicyWalk {
  Vector<PolicyBranch> branches;  // the domain itself first; a branch comes after its parent
  Vector<Query> queries;          // each once, answered or not
  std::int64_t lookups = 0;
  std::int64_t void_lookups = 0;  // as an IPv4 sender causes them; names that depend on the sender are skipped
  bool complete = false;          // all terms were counted
  bool cut = false;
  bool read = false;  // every lookup was answered: each record is fine or absent, and no name is unknown
};

PolicyWalk walk_policy(const Evidence& evidence, std::string_view domain);

// Walks as if this text were the only SPF record of the domain.
PolicyWalk walk_policy_as(const Evidence& evidence, std::string_view domain, String text);

// The domains from the root to this branch.
Vector<String> chain_to(const PolicyWalk& walk, const PolicyBranch& branch);

PolicyTree policy_tree(const PolicyWalk& walk);

}  // namespace alimail
