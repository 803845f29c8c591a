// How long to wait, and for whose cache: until a resolver that keeps an old answer, or an old absence, must ask again.
// RFC 2308 section 5, RFC 8767 section 4.
//
// Law: every time is `answer.at` plus the TTL that came with it, so a saved case gives the same times for ever, a wrong
// clock shifts them with the answers, and none lies before its answer. Where no answer carries a time or a TTL, nothing
// is promised. What a resolver did not say is not waited for.
#pragma once

#include <optional>
#include <vector>

#include "evidence/evidence.h"
#include "model/report.h"
#include "provider/provider.h"

namespace alimail {

inline constexpr std::int64_t kLongestKept = 604800;        // seconds, RFC 8767 section 4: caches cut what is longer
inline constexpr std::int64_t kLongestAbsenceKept = 86400;  // seconds, RFC 2308 section 5

// Two reasons to wait:
// - resolvers disagree about a login or mail record (resolvers.disagree, .differ, .mail-disagree, .policy-disagree): until those outside
//   the good group have run out. Good is what leads to Alibaba Mail; else the record over its absence; else what runs
//   out last, for of two records with the same TTL the later one was fetched later, and so is newer; else what more
//   resolvers hold.
// - they all have the same wrong or missing record, but the zone's serial is newer than theirs
//   (zone.newer-than-cache): the zone was edited, and all of these caches have to run out; but not an absence that
//   came with the zone's present serial, for that one is no older than the edit.
// Where they agree and the serial is no newer, waiting does not help, and there is none.
std::optional<Wait> wait_of(const Evidence& evidence, const Provider& provider, const std::vector<Finding>& findings);

}  // namespace alimail
