#include "dns/alias_chain.h"

#include <algorithm>

namespace alimail {

AliasChain alias_chain(std::span<const ResourceRecord> records, std::string_view name, Links links) {
  AliasChain chain;
  Vector<String>& targets = chain.targets;
  for (std::size_t at = 0; at <= targets.size(); ++at) {
    for (const ResourceRecord& record : records) {
      const HostName* const target = std::get_if<HostName>(&record.data);
      if (record.type != RecordType::Cname || target == nullptr) continue;
      if (record.name != (at == 0 ? name : std::string_view(targets[at - 1]))) continue;
      const auto seen = std::find(targets.begin(), targets.end(), target->name);
      const auto index = target->name == name ? 0 : static_cast<std::size_t>(seen - targets.begin()) + 1;
      if (index <= at) {
        chain.loops = true;
      } else if (seen == targets.end() && targets.size() == kMaxAliases) {
        chain.cut = true;
      } else if (seen == targets.end()) {
        targets.push_back(target->name);
      }
      if (links == Links::First) break;
    }
  }
  return chain;
}

}  // namespace alimail
