// The addresses of DMARC and TLS-RPT reports and of BIMI logos. RFC 3986, RFC 6068.
#pragma once

#include <optional>
#include <string_view>

#include "base/containers.h"

namespace alimail {

struct Uri {
  String scheme;  // lower case
  String host;    // lower case; only for mailto, http and https, otherwise ""
  bool operator==(const Uri&) const = default;
};

// Returns nothing if the text is not a URI. A mailto URI may have one address; its headers are not read.
std::optional<Uri> parse_uri(std::string_view text);

}  // namespace alimail
