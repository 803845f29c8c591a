// The one SPF record to publish: of what stands there now, and of the site of Alibaba Mail that this domain uses.
//
// Law: nobody who may send today loses it. Every sender of every record is kept, in order and once; what is left out is
// named. RFC 7208 sections 3.2, 4.5, 4.6.4, 5.1; the include of each site: provider.json.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "model/ask.h"
#include "provider/provider.h"

namespace alimail {

inline constexpr std::size_t kMaxDropped = 32;  // named

struct MergedPolicy {
  std::string text;                  // "" where the records are not known
  std::vector<std::string> current;  // the TXT records that it stands for: SPF, or else meant as such; whole
  std::vector<std::string> dropped;  // terms that are not kept, as written
  bool changes = false;              // it is not what stands there already
  std::int64_t lookups = 0;          // it needs; too few while `complete` is false
  bool complete = false;
  bool exceeds = false;        // more lookups than RFC 7208 section 4.6.4 allows
  std::vector<Query> queries;  // to know the lookups
};

// For the domain of the subject. Left out: the include of another site, the older name of the same site (the include of
// today stands for it), an include of the domain itself and of a name that has no SPF record, and what cannot be read after
// a repair. The include of the site stands where it stood, else at the end. The person's "all" stays, the softest of
// several; "+all", and none at all, become "~all". Only where there was no record it is "-all", as the documentation has
// it.
MergedPolicy merged_policy(const Evidence& evidence, const Site& site, const Provider& provider);

}  // namespace alimail
