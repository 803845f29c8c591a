#include "evidence/apex_alias.h"

#include <algorithm>

#include "evidence/lookup.h"

namespace alimail {

String apex_alias(const Evidence& evidence) {
  const String& domain = evidence.subject.domain;
  for (const RecordType type : {RecordType::Cname, RecordType::Mx, RecordType::Txt, RecordType::Soa}) {
    const Lookup lookup = look_up(evidence, domain, type);
    for (const RecordSet& set : differing(lookup)) {
      const AliasChain chain = alias_chain(set.records, domain);
      if (!chain.targets.empty()) return chain.targets.front();
      if (chain.loops) return domain;
    }
  }
  return {};
}

bool is_hidden_by_alias(const Evidence& evidence, std::string_view alias, RecordType type) {
  if (alias.empty()) return false;
  const String& domain = evidence.subject.domain;
  const Lookup lookup = look_up(evidence, domain, type);
  return std::none_of(lookup.sets.begin(), lookup.sets.end(), [&](const RecordSet& set) {
    return std::any_of(set.records.begin(), set.records.end(),
                       [&](const ResourceRecord& record) { return record.type == type && record.name == domain; });
  });
}

}  // namespace alimail
