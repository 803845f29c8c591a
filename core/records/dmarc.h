// A DMARC policy record: what it asks recipients to do, where reports go, and whether a mistake makes recipients ignore
// it. The parser reads the records of RFC 9989 section 4.7 and of RFC 7489 sections 6.3 and 6.6.3. Tags that RFC 9989
// removed are listed but not judged.
//
// Rule: no opinions and no lookups. A mistake outside the policies affects only its own tag.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

enum class DmarcStanding {
  Applies,
  ReportsOnly,  // the policy is unreadable but there is an address for reports: counts as p=none
  Ignored,      // the same as no record
};

struct ReportAddress {
  String uri;   // as written, without the size limit that RFC 7489 allowed after it
  String host;  // lower case; "" if the scheme has no host
  bool operator==(const ReportAddress&) const = default;
};

struct DmarcRecord {
  DmarcStanding standing = DmarcStanding::Applies;
  std::string_view policy = "none";     // none, quarantine or reject; a string literal
  std::string_view subdomain_policy;    // "" if not given
  std::string_view nonexistent_policy;  // "" if not given
  bool strict_dkim = false;
  bool strict_spf = false;
  bool testing = false;
  char psd = 'u';                    // y, n, u
  Vector<ReportAddress> aggregate;   // rua, only valid addresses
  Vector<ReportAddress> failure;     // ruf
  Vector<std::string_view> removed;  // pct, rf and ri, if used
  Vector<RecordError> errors;
};

// True for a DMARC record and for a text that its author meant as one. False for other text that a wildcard returns for
// the name.
bool is_meant_as_dmarc(std::string_view text);

// True if the text begins with the exact version. A record that accepts reports needs nothing else (RFC 7489 section
// 7.1).
bool is_dmarc(std::string_view text);

DmarcRecord parse_dmarc(std::string_view text);

}  // namespace alimail
