// The record that names a domain's logo. draft-brand-indicators-for-message-identification section 4.
//
// Rule: an empty location is not a mistake. It means that the domain wants no logo.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

struct BimiRecord {
  String location;  // "" if the domain wants no logo
  Vector<RecordError> errors;
};

bool is_meant_as_bimi(std::string_view text);

BimiRecord parse_bimi(std::string_view text);

}  // namespace alimail
