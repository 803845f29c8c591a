// Follows chains of CNAME records. RFC 1034 section 3.6.2.
#pragma once

#include <span>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// The maximum number of links followed. Resolvers commonly use a similar limit.
inline constexpr std::size_t kMaxAliases = 16;

struct AliasChain {
  Vector<String> targets;  // in order, without the start
  bool loops = false;
  bool cut = false;  // the chain continues but was not followed further
};

// A name may have only one CNAME. While a message is read, all of them are followed; later, only the first one counts.
enum class Links {
  First,
  All
};

// The chain of `records` that starts at `name`; empty if there is none. It ends at a loop or after kMaxAliases links.
AliasChain alias_chain(std::span<const ResourceRecord> records, std::string_view name, Links links = Links::First);

}  // namespace alimail
