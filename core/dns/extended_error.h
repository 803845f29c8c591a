// What an extended DNS error speaks of, as far as a verdict depends on it. RFC 8914 section 4.
//
// A hint and no more: resolvers give these codes as they like, and may give none. Nothing here makes an absence.
#pragma once

#include "model/dns.h"

namespace alimail {

enum class ErrorTopic {
  Other,
  Validation,   // DNSSEC: the answer was there and did not hold (6 to 12, 25)
  Authority,    // the zone's own servers: not reachable, or of no use (20, 22, 23)
  Filter,       // the resolver's policy made the answer (4, 15, 16, 17)
  Cache,        // served past its time, or made out of other answers (3, 19, 29): not what the zone says now
  CachedError,  // the failure of an earlier query, told again (13; RFC 9520)
};

ErrorTopic topic_of(const ExtendedError& error);

// Whether any error of this answer is about the topic.
bool speaks_of(const Answer& answer, ErrorTopic topic);

// Whether it says that the zone's servers did answer, and would not for this zone: a lame delegation (RFC 9499
// section 7). Cloudflare and Google write "rcode=REFUSED" into the text of 22 and 23.
bool tells_of_lameness(const ExtendedError& error);

}  // namespace alimail
