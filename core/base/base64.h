// Base64 (RFC 4648): how a query goes into the ?dns= parameter, and how a case carries a binary body.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace alimail {

// The URL alphabet without padding (section 5), as the ?dns= parameter of RFC 8484 wants it.
std::string base64url(std::string_view bytes);

// Standard or URL alphabet, padding optional; anything else is an error.
Result<std::string> decode_base64(std::string_view text);

}  // namespace alimail
