// The door: any bytes give a turn or a refusal, as valid JSON, and the same bytes give the same text.
#include "door/door.h"

#include <nlohmann/json.hpp>

#include "fuzz/target.h"

namespace alimail::fuzz {

void door(std::string_view bytes) {
  const std::string turn = advance_text(bytes);
  expect(nlohmann::json::accept(turn), "the turn is not JSON in UTF-8");  // the core writes JSON without nlohmann
  expect(turn.starts_with("{\"subject\":{") || turn.starts_with("{\"error\":{"), "neither a turn nor a refusal");
  expect(advance_text(bytes) == turn, "the second call gives another turn");
}

}  // namespace alimail::fuzz
