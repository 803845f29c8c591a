// How check_host() asks the DNS: a function of the caller, and the limits of RFC 7208 on what it may cost.
#pragma once

#include <cstddef>
#include <vector>

#include "model/dns.h"

namespace alimail {

// Section 4.6.4. More is a PermError; of PTR records, the rest is left aside.
inline constexpr unsigned kMaxLookupTerms = 10;  // include, a, mx, ptr, exists, redirect; so also how deep it goes
inline constexpr unsigned kMaxVoidLookups = 2;   // answered with no records
inline constexpr std::size_t kMaxPolicyExchanges = 10;  // names of one mx
inline constexpr std::size_t kMaxReverseNames = 10;     // PTR records of the sender

enum class LookupState {
  Pending,  // nobody has been asked
  Failed,   // nobody gave an answer that says anything
  Records,
  Nodata,
  Nxdomain
};

struct PolicyAnswer {
  LookupState state = LookupState::Pending;
  std::vector<ResourceRecord> records;  // others than of the asked type are passed over
};

struct PolicyLookup {
  PolicyAnswer (*ask)(const void* context, const Question& question) = nullptr;
  const void* context = nullptr;
};

}  // namespace alimail
