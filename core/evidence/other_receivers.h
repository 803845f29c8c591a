// What the person said about the servers of others among the MX records: only they know whether those are there on purpose.
#pragma once

#include <string_view>

#include "evidence/evidence.h"

namespace alimail {

inline constexpr std::string_view kOtherReceiversQuestion = "other-mx";  // in problems/shared.json

enum class OtherReceivers {
  Unsaid,
  OnPurpose,  // a mail filter in front of Alibaba Mail, or a second provider
  Unwanted,   // all mail should go to Alibaba Mail
  Elsewhere,  // the mailboxes are at the other provider
};

inline OtherReceivers other_receivers(const Evidence& evidence) {
  const std::string_view reply = reply_to(evidence, kOtherReceiversQuestion);
  if (reply == "filter") return OtherReceivers::OnPurpose;
  if (reply == "alibaba-only") return OtherReceivers::Unwanted;
  return reply == "elsewhere" ? OtherReceivers::Elsewhere : OtherReceivers::Unsaid;
}

}  // namespace alimail
