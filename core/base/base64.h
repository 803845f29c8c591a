// Base64 (RFC 4648). Queries use it in the ?dns= parameter, and a case uses it for binary bodies.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "base/result.h"

namespace alimail {

// Uses the URL alphabet without padding (section 5), as RFC 8484 requires for the ?dns= parameter.
String base64url(std::string_view bytes);

// Accepts the standard and the URL alphabet, with or without padding. Anything else is an error.
Result<String> decode_base64(std::string_view text);

}  // namespace alimail
