// check_host(): may this host send mail for this domain? RFC 7208 sections 2.6, 4, 5 and 6.
//
// Law: a pure function over a lookup; the same answers give the same verdict, and a lookup that failed gives TempError
// and nothing else. Nothing is kept between two calls: where an answer is still open, the verdict is Pending and names
// all questions that can be foreseen by reading on as if the term had not matched, so that one round asks them
// together. Nothing can be endless: only terms that count against kMaxLookupTerms lead to another record.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sender_policy/policy_lookup.h"

namespace alimail {

struct PolicySender {
  std::string address;   // 4 or 16 bytes in network order
  std::string mailbox;   // MAIL FROM; "" is the null reverse-path: postmaster at `helo` (section 2.4)
  std::string helo;      // may be anything
  std::string receiver;  // for %{r}
  std::int64_t now = 0;  // for %{t}
  bool explain = false;  // a Fail looks its explanation up
};

enum class PolicyResult {
  None,
  Neutral,
  Pass,
  Fail,
  SoftFail,
  TempError,
  PermError,
  Pending
};

// Everything that PolicyVerdict::reason may say, besides "".
inline constexpr std::array<std::string_view, 10> kPolicyReasons{
    "bad-domain-name",         // None: the domain can have no record
    "no-record",               // None
    "lookup-failed",           // TempError
    "several-records",         // PermError, and all that follow
    "syntax",                  //
    "too-many-lookups",        //
    "too-many-void-lookups",   //
    "too-many-exchanges",      //
    "include-without-record",  //
    "redirect-without-record",
};

struct PolicyVerdict {
  PolicyResult result = PolicyResult::None;
  std::string domain;            // whose record decided: the domain itself, or where redirect led
  std::string term;              // of that record, as written; "" where no term decided
  std::string_view reason;       // of None, TempError and PermError
  std::string explanation;       // of Fail; "" where the domain gives none
  std::vector<Question> needed;  // of Pending, each once
};

PolicyVerdict check_host(const PolicyLookup& lookup, const PolicySender& sender, std::string_view domain);

}  // namespace alimail
