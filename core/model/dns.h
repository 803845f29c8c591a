// DNS as values: records, questions, messages, and the outcome of one query at one resolver. RFC 1035; the terms are
// those of RFC 9499.
//
// Rule for this room: values only. No functions except key_of (keys.h), no inheritance, nothing that can fail. All
// other rooms use these types, so they are also the vocabulary of the JSON contract (core/README.md) and of the tests.
//
// Texts: a "name" is a domain name in presentation form, lower case, without the final dot ("" is the root). Bytes that
// would break this form (a dot, a backslash, anything outside printable ASCII) are escaped as in RFC 1035 section 5.1.
// Times are seconds since 1970-01-01 UTC, 0 if unknown. TTLs are in seconds.
#pragma once

#include <cstdint>
#include <variant>

#include "base/containers.h"

namespace alimail {

enum class RecordType : std::uint16_t {
  A = 1,
  Ns = 2,
  Cname = 5,
  Soa = 6,
  Ptr = 12,
  Mx = 15,
  Txt = 16,
  Aaaa = 28,
  Opt = 41,
  Caa = 257,
};

struct Address {  // A, AAAA: dotted quad, or RFC 5952 text
  String text;
  bool operator==(const Address&) const = default;
};

struct HostName {  // CNAME, NS, PTR
  String name;
  bool operator==(const HostName&) const = default;
};

struct MailExchange {  // MX, RFC 5321 section 5; exchange "" is the null MX of RFC 7505
  std::uint16_t preference = 0;
  String exchange;
  bool operator==(const MailExchange&) const = default;
};

struct CharacterStrings {  // TXT: the strings as published, any bytes; readers join them without a separator
  Vector<String> strings;
  bool operator==(const CharacterStrings&) const = default;
};

struct StartOfAuthority {  // SOA; the negative TTL is min(TTL of the SOA, minimum), RFC 2308 section 5
  String mname;
  String rname;
  std::uint32_t serial = 0;
  std::uint32_t refresh = 0;
  std::uint32_t retry = 0;
  std::uint32_t expire = 0;
  std::uint32_t minimum = 0;
  bool operator==(const StartOfAuthority&) const = default;
};

struct CertificationAuthority {  // CAA, RFC 8659
  std::uint8_t flags = 0;
  String tag;
  String value;
  bool operator==(const CertificationAuthority&) const = default;
};

struct UnknownRdata {  // any other type: the unchanged bytes
  String bytes;
  bool operator==(const UnknownRdata&) const = default;
};

using Rdata = std::variant<Address, HostName, MailExchange, CharacterStrings, StartOfAuthority, CertificationAuthority,
                           UnknownRdata>;

struct ResourceRecord {
  String name;
  RecordType type = RecordType::A;
  std::uint32_t ttl = 0;
  Rdata data;
  bool operator==(const ResourceRecord&) const = default;
};

struct Question {
  String name;
  RecordType type = RecordType::A;
  bool operator==(const Question& other) const {
    return type == other.type && name == other.name;  // the type first, because every check looks through all answers
  }
};

struct ExtendedError {  // RFC 8914
  std::uint16_t code = 0;
  String text;
  bool operator==(const ExtendedError&) const = default;
};

// The outcome of one query at one resolver. Records, Nodata and Nxdomain are answers. With every other outcome the
// answer is *unknown* and must never count as "the record is missing".
enum class Outcome {
  Records,
  Nodata,
  Nxdomain,
  Servfail,
  Refused,
  OtherRcode,
  Malformed,
  Truncated,
  HttpError,
  Timeout,
  Blocked,
  Offline,
  Unreadable,
};

// A DNS message as both decoders (RFC 8484 bytes and DoH JSON) return it.
struct Message {
  Vector<Question> questions;  // empty if the dialect does not repeat it
  std::uint16_t rcode = 0;     // includes the upper bits from EDNS, RFC 6891 section 6.1.3
  bool truncated = false;
  bool authentic = false;  // AD
  Vector<ResourceRecord> answer;
  Vector<ResourceRecord> authority;
  Vector<ExtendedError> errors;
  String comment;  // free text of the JSON dialects, "" for wire
  bool operator==(const Message&) const = default;
};

// One decoded answer of one resolver.
struct Answer {
  String resolver;
  Question question;
  std::int64_t at = 0;
  Outcome outcome = Outcome::Unreadable;
  int status = 0;
  std::uint16_t rcode = 0;
  Vector<ResourceRecord> records;    // the answer section
  Vector<ResourceRecord> authority;  // for the negative TTL and the zone's apex
  Vector<ExtendedError> errors;
  String detail;  // a key for what was wrong with it ("other-question", "html" ...), or ""
  bool checking_disabled = false;
  bool contradicted =
      false;  // NXDOMAIN, although other answers show the name or a name below it (evidence/existence.h)
  bool operator==(const Answer&) const = default;
};

}  // namespace alimail
