// The topic of an extended DNS error, as far as a verdict depends on it. RFC 8914 section 4.
//
// These codes are only hints: resolvers choose them freely and may send none. An extended error never makes an absence.
#pragma once

#include "model/dns.h"

namespace alimail {

enum class ErrorTopic {
  Other,
  Validation,   // DNSSEC: there was an answer, but validation failed (6 to 12, 25)
  Authority,    // the zone's own servers are unreachable or unusable (20, 22, 23)
  Filter,       // the resolver's policy produced the answer (4, 15, 16, 17)
  Cache,        // stale, or synthesized from other answers (3, 19, 29): not what the zone says now
  CachedError,  // the cached failure of an earlier query (13; RFC 9520)
};

ErrorTopic topic_of(const ExtendedError& error);

// Whether any error of this answer is about the topic.
bool speaks_of(const Answer& answer, ErrorTopic topic);

// True if the error says that the zone's servers answered but refused to serve this zone: a lame delegation (RFC 9499
// section 7). Cloudflare and Google write "rcode=REFUSED" into the text of 22 and 23.
bool tells_of_lameness(const ExtendedError& error);

}  // namespace alimail
