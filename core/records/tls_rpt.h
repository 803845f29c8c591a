// The addresses for reports on failed TLS connections. RFC 8460 section 3.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

struct TlsRptRecord {
  Vector<String> addresses;  // only valid ones: mailto and https
  Vector<RecordError> errors;
};

bool is_meant_as_tls_rpt(std::string_view text);

TlsRptRecord parse_tls_rpt(std::string_view text);

}  // namespace alimail
