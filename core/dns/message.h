// DNS messages as RFC 8484 carries them (RFC 1035 wire format), between bytes and values.
//
// Rule for this room: no opinions and no I/O. Every length from the wire is checked before a byte is read, and
// compression pointers may only go backwards. The limits are constants in these headers.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxMessageBytes = 65535;  // RFC 8484 section 6

// The maximum number of records or questions kept from one section. If there are more, the message counts as
// `truncated`, the same as when the server set TC.
inline constexpr std::size_t kMaxRecords = 512;

// All names of a message as text. Compression pointers can make a message of 64 KiB into one of many megabytes; a real
// one is far below. With more, the message is "too-long".
inline constexpr std::size_t kMaxNamesBytes = 65536;

inline constexpr std::size_t kMaxExtendedErrors = 16;  // kept; resolvers send one to three

// Encodes a query with ID 0 (cache friendly, RFC 8484 section 4.1), RD set, and an EDNS OPT record, which allows
// resolvers to return EDE. `checking_disabled` sets CD, for the second lookup without validation (RFC 4035 section
// 3.2.2). Returns "" if the name is not a valid domain name.
String encode_query(const Question& question, bool checking_disabled = false);

// Decodes any message, including queries. Extra bytes after the last record are accepted. Questions and records of
// classes other than IN are dropped. Of the additional section, only OPT is read, for its rcode and EDE. Errors, with
// the offset where each was found: "too-long" (in bytes, or in names), "short-header", "short-record", "rdata-length", "short-name",
// "label-type", "name-length", "name-loop".
Result<Message> decode_message(std::string_view bytes);

// True if QR is set and the opcode is QUERY, as a reply to our query must have. False if the text is shorter than a
// header.
bool is_response(std::string_view bytes);

}  // namespace alimail
