// A DMARC policy record: what it asks recipients to do, where reports go, and whether a mistake makes them ignore it.
// RFC 9989 section 4.7 with RFC 7489 section 6.3 and 6.6.3, whose record both read; what RFC 9989 took out is listed and
// not judged.
//
// Law: no opinions and no lookups. A mistake outside of the policies costs only its own tag.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record_error.h"

namespace alimail {

enum class DmarcStanding {
  Applies,
  ReportsOnly,  // the policy cannot be read and reports have an address: it counts as p=none
  Ignored,      // as if there were no record
};

struct ReportAddress {
  std::string uri;   // as written, without the size that RFC 7489 allowed behind it
  std::string host;  // lower case; "" where the scheme has none
  bool operator==(const ReportAddress&) const = default;
};

struct DmarcRecord {
  DmarcStanding standing = DmarcStanding::Applies;
  std::string_view policy = "none";     // none, quarantine, reject: a literal
  std::string_view subdomain_policy;    // "" where not given
  std::string_view nonexistent_policy;  // "" where not given
  bool strict_dkim = false;
  bool strict_spf = false;
  bool testing = false;
  char psd = 'u';                         // y, n, u
  std::vector<ReportAddress> aggregate;   // rua, those that are valid
  std::vector<ReportAddress> failure;     // ruf
  std::vector<std::string_view> removed;  // pct, rf, ri, where they are used
  std::vector<RecordError> errors;
};

// A record, or meant to be one; not what a wildcard puts at the same name.
bool is_meant_as_dmarc(std::string_view text);

// Begins with the version, exactly: all that is asked of a record that accepts reports (RFC 7489 section 7.1).
bool is_dmarc(std::string_view text);

DmarcRecord parse_dmarc(std::string_view text);

}  // namespace alimail
