// Conversions between JSON and the types that cross the JSON boundary.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "base/result.h"
#include "door/ledger_json.h"
#include "model/case.h"
#include "model/turn.h"

namespace alimail {

// Errors as in door/door.h. For "not-a-case", `field` becomes the name of the field.
Result<Case> case_from_json(std::string_view text, String& field);

// The case comes behind `kept` answers. `room` is how many bytes bodies may still take behind each of these; those of the
// case are added.
Result<Case> case_from_json(std::string_view text, String& field, std::size_t kept, Vector<std::size_t>& room);

String turn_to_json(const Turn& turn);

// The same, but for the ledger (door/ledger_json.h).
String turn_to_json(const Turn& turn, Vector<LedgerPurpose>& purposes);

String error_to_json(std::string_view code, std::string_view detail);

}  // namespace alimail
