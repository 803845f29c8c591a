// The zone as its own servers have it now: the SOA that comes with the absence of a name that no cache can hold. RFC 2308
// section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace alimail {

struct ZoneState {
  std::string apex;
  std::string server;  // the primary one, MNAME
  std::uint32_t serial = 0;
};

// RFC 1982 section 3.2; two serials that lie 2^31 apart are in no order.
bool is_newer_serial(std::uint32_t a, std::uint32_t b);

// By the first SOA among these records.
std::optional<ZoneState> zone_in(const std::vector<ResourceRecord>& records);

// The names to ask for, <nonce>.<domain> and a second one; none where the nonce is not fit to be a label.
std::vector<std::string> fresh_names(const Evidence& evidence);

// The validated answers to their A. Valid as long as the evidence is.
std::vector<const Answer*> fresh_answers(const Evidence& evidence);

// The newest state of the zone that these answers show. An alias comes from a wildcard, and what lies behind it may well
// have been cached, so it shows none.
std::optional<ZoneState> fresh_zone(const Evidence& evidence);

}  // namespace alimail
