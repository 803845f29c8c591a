// The record that names a domain's logo. draft-brand-indicators-for-message-identification section 4.
//
// Law: an empty location is no mistake but the wish to show no logo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record_error.h"

namespace alimail {

struct BimiRecord {
  std::string location;  // "" where none is wished
  std::vector<RecordError> errors;
};

bool is_meant_as_bimi(std::string_view text);

BimiRecord parse_bimi(std::string_view text);

}  // namespace alimail
