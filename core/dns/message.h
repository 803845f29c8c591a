// DNS messages as RFC 8484 carries them (RFC 1035 wire format), bytes to values and back.
//
// Law of this room: no opinions and no I/O. Every length that comes from the wire is checked before a byte is read,
// compression pointers only ever go backwards, and the limits are named here.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxMessageBytes = 65535;  // RFC 8484 section 6

// Records or questions kept of one section. What goes beyond is said and not silent: the message then counts as
// `truncated`, as if the server had set TC.
inline constexpr std::size_t kMaxRecords = 512;

// A query with ID 0 (cache friendly, RFC 8484 section 4.1), RD set and an EDNS OPT record, so that EDE may come back.
// With CD set where the second look without validation is wanted (RFC 4035 section 3.2.2). Empty if the name is no valid
// domain name.
std::string encode_query(const Question& question, bool checking_disabled = false);

// Takes any message, queries too. A message that only has bytes after its last record is accepted. Questions and
// records of classes other than IN are left out; of the additional section only OPT is read, for its rcode and its EDE.
// Errors, with the offset where it was noticed: "too-long", "short-header", "short-record", "rdata-length",
// "short-name", "label-type", "name-length", "name-loop".
Result<Message> decode_message(std::string_view bytes);

// QR is set and the opcode is QUERY: what a reply to a query of ours must be. False for less than a header.
bool is_response(std::string_view bytes);

}  // namespace alimail
