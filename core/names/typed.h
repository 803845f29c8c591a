// Finds the host in what a person typed and removes what surrounds it: quotes, a display name, a scheme, a port, a
// path.
#pragma once

#include <string_view>

#include "base/containers.h"

namespace alimail {

struct Typed {
  String host;  // lower case, without the final dot; the text where a host was expected, valid or not
  bool blank = false;
  bool is_url = false;
  bool is_address = false;
  bool is_ip_literal = false;  // [::1], 2001:db8::1
};

Typed cut_out(std::string_view typed);

}  // namespace alimail
