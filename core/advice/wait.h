// How long to wait, and for which cache: until a resolver with an old record or an old absence must ask again. RFC 2308
// section 5, RFC 8767 section 4.
//
// Rule: every time is `answer.at` plus the TTL of that answer. Therefore a saved case always gives the same times, a
// wrong clock shifts them together with the answers, and no time is before its answer. If no answer has a time or a
// TTL, nothing is promised. There is no wait for a resolver that gave no answer.
#pragma once

#include <optional>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/report.h"
#include "provider/provider.h"

namespace alimail {

inline constexpr std::int64_t kLongestKept = 604800;        // seconds, RFC 8767 section 4: caches cap longer TTLs
inline constexpr std::int64_t kLongestAbsenceKept = 86400;  // seconds, RFC 2308 section 5

// There are two reasons to wait:
// * Resolvers disagree about a login or mail record (resolvers.disagree, .differ, .mail-disagree, .policy-disagree):
//   wait until the answers outside the good group expire. The good group is, in this order: the one that leads to
//   Alibaba Mail; a record rather than its absence; the one that expires last, because of two records with the same TTL
//   the later one was fetched later and is newer; the one with more resolvers.
// * All resolvers have the same wrong or missing record, but the zone's serial is newer than theirs
//   (zone.newer-than-cache): the zone was edited, so all these caches must expire. An absence that came with the zone's
//   current serial is excluded, because it is not older than the edit.
// If they agree and the serial is not newer, waiting does not help, and there is no wait.
// Seconds until the change of this record is seen everywhere, counted from when it is saved: the longest TTL with which
// a resolver keeps the old record, or the negative TTL of the zone if there was none. 0 if no answer tells.
std::int64_t settling_time(const Evidence& evidence, const RecordToPublish& record);

std::optional<Wait> wait_of(const Evidence& evidence, const Provider& provider, const Vector<Finding>& findings);

}  // namespace alimail
