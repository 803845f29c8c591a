// Conversions between JSON and the types that cross the JSON boundary.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "model/case.h"
#include "model/turn.h"

namespace alimail {

// Errors as in door/door.h. For "not-a-case", `field` becomes the name of the field.
Result<Case> case_from_json(std::string_view text, String& field);

String turn_to_json(const Turn& turn);
String error_to_json(std::string_view code, std::string_view detail);

}  // namespace alimail
