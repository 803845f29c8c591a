// The addresses to which DMARC and TLS-RPT reports go, and under which a BIMI logo lies. RFC 3986, RFC 6068.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alimail {

struct Uri {
  std::string scheme;  // lower case
  std::string host;    // lower case; of mailto, http and https; "" of every other scheme
  bool operator==(const Uri&) const = default;
};

// Nothing where it is none. Of mailto: one address, its headers are not looked at.
std::optional<Uri> parse_uri(std::string_view text);

}  // namespace alimail
