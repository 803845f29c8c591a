// How check_host() asks the DNS: a function of the caller, and the limits of RFC 7208 on the number of lookups.
#pragma once

#include <cstddef>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// Section 4.6.4. Exceeding a limit is a PermError, except for PTR records: the rest of them is ignored.
inline constexpr unsigned kMaxLookupTerms = 10;  // include, a, mx, ptr, exists, redirect; this also limits the depth
inline constexpr unsigned kMaxVoidLookups = 2;   // answers without records
inline constexpr std::size_t kMaxPolicyExchanges = 10;  // names in one mx
inline constexpr std::size_t kMaxReverseNames = 10;     // PTR records of the sender

enum class LookupState {
  Pending,  // not asked yet
  Failed,   // no answer is conclusive
  Records,
  Nodata,
  Nxdomain
};

struct PolicyAnswer {
  LookupState state = LookupState::Pending;
  Vector<ResourceRecord> records;  // records of other types are skipped
};

struct PolicyLookup {
  PolicyAnswer (*ask)(const void* context, const Question& question) = nullptr;
  const void* context = nullptr;
};

}  // namespace alimail
