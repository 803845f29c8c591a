// What stands at a name as SPF, and which of its terms have an effect. RFC 7208 sections 4.5, 5.1 and 6.1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "records/spf.h"

namespace alimail {

inline constexpr std::size_t kMaxPolicyTexts = 8;  // SPF records of one name

// The TXT records of a name: of the first resolver that has an SPF record among them, else of the first that has any.
struct PublishedTexts {
  Knowledge knowledge = Knowledge::Unasked;
  bool name_exists = true;
  std::vector<std::string> spf;     // whole, at most kMaxPolicyTexts
  std::vector<std::string> others;  // whole
  std::vector<std::string> failing;
};

PublishedTexts published_texts(const Evidence& evidence, std::string_view name);

// The terms that have an effect.
std::vector<const Mechanism*> effective_mechanisms(const SpfRecord& record);  // up to "all", and that with them
const Modifier* effective_redirect(const SpfRecord& record);

}  // namespace alimail
