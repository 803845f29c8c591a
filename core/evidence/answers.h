// What one answer says on its own: records, an absence or nothing; how long it may be kept; whether a filter made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "evidence/evidence.h"

namespace alimail {

bool is_absence(Outcome outcome);  // NODATA or NXDOMAIN

// True for records and for an absence. With any other outcome it is unknown what exists.
bool is_conclusive(Outcome outcome);

// The number of seconds for which the answer may be kept: the lowest TTL of its records, or the negative TTL of an
// absence. Returns nothing if the answer does not say. RFC 2308 section 5: min(TTL of the SOA, MINIMUM). A value of
// 2^31 or more counts as 0 (RFC 2181 section 8).
std::optional<std::uint32_t> remaining_ttl(const Answer& answer);

// The last answer of this resolver to the question, or nullptr if there is none.
const Answer* answer_of(const Evidence& evidence, const Question& question, std::string_view resolver);

// True if the resolver itself says that its policy made or removed this answer.
bool is_filtered(const Answer& answer);

}  // namespace alimail
