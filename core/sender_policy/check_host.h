// check_host(): may this host send mail for this domain? RFC 7208 sections 2.6, 4, 5 and 6.
//
// Rule: a pure function over a lookup. The same answers give the same verdict, and a failed lookup gives only
// TempError. No state is kept between two calls. If an answer is missing, the verdict is Pending and lists all
// questions that can be foreseen: evaluation continues as if the term had not matched, and one round can ask them all.
// The evaluation always ends, because only terms that count against kMaxLookupTerms lead to another record.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "sender_policy/policy_lookup.h"

namespace alimail {

struct PolicySender {
  String address;        // 4 or 16 bytes in network order
  String mailbox;        // MAIL FROM; "" is the null reverse-path, which means postmaster at `helo` (section 2.4)
  String helo;           // any text
  String receiver;       // for %{r}
  std::int64_t now = 0;  // for %{t}
  bool explain = false;  // look up the explanation of a Fail
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

// All values of PolicyVerdict::reason except "".
inline constexpr std::array<std::string_view, 10> kPolicyReasons{
    "bad-domain-name",         // None: the domain can have no record
    "no-record",               // None
    "lookup-failed",           // TempError
    "several-records",         // PermError, like all that follow
    "syntax",                  //
    "too-many-lookups",        //
    "too-many-void-lookups",   //
    "too-many-exchanges",      //
    "include-without-record",  //
    "redirect-without-record",
};

struct PolicyVerdict {
  PolicyResult result = PolicyResult::None;
  String domain;            // the domain whose record decided: the original domain or the target of a redirect
  String term;              // the deciding term of that record, as written; "" if no term decided
  std::string_view reason;  // for None, TempError and PermError
  String explanation;       // for Fail; "" if the domain gives none
  Vector<Question> needed;  // for Pending, each question once
};

PolicyVerdict check_host(const PolicyLookup& lookup, const PolicySender& sender, std::string_view domain);

}  // namespace alimail
