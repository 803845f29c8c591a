// The SPF records at a name, and those of their terms that have an effect. RFC 7208 sections 4.5, 5.1 and 6.1.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "records/spf.h"

namespace alimail {

inline constexpr std::size_t kMaxPolicyTexts = 8;  // SPF records at one name

// The TXT records of a name: from the first resolver that has an SPF record among them, or else the first that has any.
struct PublishedTexts {
  Knowledge knowledge = Knowledge::Unasked;
  Vector<String> spf;     // whole, at most kMaxPolicyTexts
  Vector<String> others;  // whole
  Vector<Unanswered> failing;
};

PublishedTexts published_texts(const Evidence& evidence, std::string_view name);

// The terms that have an effect.
Vector<const Mechanism*> effective_mechanisms(const SpfRecord& record);  // up to and including "all"
const Modifier* effective_redirect(const SpfRecord& record);

}  // namespace alimail
