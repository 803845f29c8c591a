// The record that announces an MTA-STS policy. RFC 8461 section 3.1. The policy is a file that a page cannot read.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

struct MtaStsRecord {
  String id;                   // changes when the policy changes; "" if invalid
  Vector<RecordError> errors;  // with any of them, the record counts as missing
};

inline constexpr std::size_t kMaxMtaStsId = 32;

bool is_meant_as_mta_sts(std::string_view text);

MtaStsRecord parse_mta_sts(std::string_view text);

}  // namespace alimail
