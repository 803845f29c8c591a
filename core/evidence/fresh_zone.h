// The current state of the zone on its own servers. It is in the SOA that comes with the absence of a name that no
// cache can have. RFC 2308 section 5.
#pragma once

#include <cstdint>
#include <optional>

#include "base/containers.h"
#include "evidence/evidence.h"

namespace alimail {

struct ZoneState {
  String apex;
  String server;  // the primary server, MNAME
  std::uint32_t serial = 0;
};

// RFC 1982 section 3.2. Two serials that differ by 2^31 have no order.
bool is_newer_serial(std::uint32_t a, std::uint32_t b);

// The record with the first SOA among these, or nullptr.
const ResourceRecord* soa_in(const Vector<ResourceRecord>& records);

// Reads it.
std::optional<ZoneState> zone_in(const Vector<ResourceRecord>& records);

// The names to ask for: <nonce>.<domain> and a second one. Empty if the nonce is not a valid label.
Vector<String> fresh_names(const Evidence& evidence);

// The validated answers to type A of these names. The pointers are valid as long as the evidence.
Vector<const Answer*> fresh_answers(const Evidence& evidence);

// The newest state of the zone in these answers. An answer with a CNAME is ignored: it comes from a wildcard, and the
// data at its target may come from a cache.
std::optional<ZoneState> fresh_zone(const Evidence& evidence);

}  // namespace alimail
