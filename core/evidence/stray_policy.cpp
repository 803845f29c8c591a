#include "evidence/stray_policy.h"

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/dmarc.h"

namespace alimail {

std::string doubled_policy_name(const std::string& domain) {
  std::string name = "_dmarc." + domain + "." + domain;
  return name.size() > kMaxNameLength ? std::string() : name;
}

std::vector<StrayPolicy> stray_policies(const Evidence& evidence) {
  const std::string& domain = evidence.subject.domain;
  std::vector<StrayPolicy> found;
  for (std::string place : {domain, doubled_policy_name(domain)}) {
    if (place.empty()) continue;
    std::vector<std::string> texts = texts_of(look_up(evidence, place, RecordType::Txt), is_meant_as_dmarc);
    if (!texts.empty()) found.push_back({std::move(place), std::move(texts.front())});
  }
  return found;
}

}  // namespace alimail
