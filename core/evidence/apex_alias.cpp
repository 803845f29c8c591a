#include "evidence/apex_alias.h"

#include "evidence/lookup.h"

namespace alimail {

std::string apex_alias(const Evidence& evidence) {
  const std::string& domain = evidence.subject.domain;
  for (const RecordType type : {RecordType::Cname, RecordType::Mx, RecordType::Txt, RecordType::Soa}) {
    const Lookup lookup = look_up(evidence, domain, type);
    for (const RecordSet& set : lookup.sets) {
      const AliasChain chain = alias_chain(set.records, domain);
      if (!chain.targets.empty()) return chain.targets.front();
      if (chain.loops) return domain;
    }
  }
  return {};
}

}  // namespace alimail
