// The one SPF record to publish, made from the current records and the site of Alibaba Mail that this domain uses.
//
// Rule: every sender that may send today may send afterwards. Every sender of every record is kept, in order and
// without duplicates; everything left out is listed. The result has only terms that RFC 7208 defines, because a person
// copies it from strangers' text into a zone. RFC 7208 sections 3.2, 4.5, 4.6.4, 5.1. The include of each site is in
// provider.json.
#pragma once

#include <cstdint>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "provider/provider.h"
#include "sender_policy/tree.h"

namespace alimail {

inline constexpr std::size_t kMaxDropped = 32;  // maximum number of listed terms

struct MergedPolicy {
  String text;               // "" if the records are not known
  Vector<String> current;    // the whole TXT records that it replaces: SPF, or otherwise text meant as SPF
  Vector<String> dropped;    // terms left out, as written, each once; at most kMaxDropped
  bool changes = false;      // it differs from the current record
  std::int64_t lookups = 0;  // the lookups that it needs; too low while `complete` is false
  bool complete = false;
  bool exceeds = false;  // more lookups than RFC 7208 section 4.6.4 allows, or more terms than kMaxSpfTerms
  bool cut = false;      // senders are missing, because there are too many terms
  PolicyWalk walk;       // of the text
};

// For the domain of the subject. Left out are: the include of another site; the older name of the same site, which the
// current include replaces; includes of the domain itself and of names without an SPF record; and text that is
// unreadable even after a repair, and modifiers that RFC 7208 does not define, which receivers skip. The include of the
// site keeps its position, or is added at the end. The person's
// "all" is kept, and of several the softest. "+all" and a missing "all" become "~all". Only if there was no record,
// "-all" is used, as in the documentation.
MergedPolicy merged_policy(const Evidence& evidence, const Site& site, const Provider& provider);

}  // namespace alimail
