// What one answer says by itself: records, an absence or nothing; for how long it may be kept; whether a filter made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "evidence/evidence.h"

namespace alimail {

bool is_absence(Outcome outcome);  // NODATA or NXDOMAIN

// Records or an absence. Everything else leaves unknown what is there.
bool is_conclusive(Outcome outcome);

// Seconds for which the answer may be kept, as the answer says: the least TTL of its records; of an absence, the
// negative TTL. Nothing where the answer does not say. RFC 2308 section 5: min(TTL of the SOA, MINIMUM); a value of
// 2^31 or more is 0 (RFC 2181 section 8).
std::optional<std::uint32_t> remaining_ttl(const Answer& answer);

// The last answer of that resolver to the question, nullptr where there is none.
const Answer* answer_of(const Evidence& evidence, const Question& question, std::string_view resolver);

// Whether the resolver itself says that its policy made this answer or took it away.
bool is_filtered(const Answer& answer);

}  // namespace alimail
