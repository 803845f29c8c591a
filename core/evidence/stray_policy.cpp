#include "evidence/stray_policy.h"

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/dmarc.h"

namespace alimail {

String doubled_policy_name(const String& domain) {
  String name = "_dmarc." + domain + "." + domain;
  return name.size() > kMaxNameLength ? String() : name;
}

Vector<StrayPolicy> stray_policies(const Evidence& evidence) {
  const String& domain = evidence.subject.domain;
  Vector<StrayPolicy> found;
  for (String place : {domain, doubled_policy_name(domain)}) {
    if (place.empty()) continue;
    Vector<String> texts = texts_of(look_up(evidence, place, RecordType::Txt), is_meant_as_dmarc);
    if (!texts.empty()) found.push_back({std::move(place), std::move(texts.front())});
  }
  return found;
}

}  // namespace alimail
