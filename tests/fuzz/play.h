// Plays a script as the page does: advance, answer what it asks, advance again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/turn.h"

namespace alimail::fuzz {

// As in the page (web/src/run/loop.ts).
inline constexpr std::size_t kMaxRounds = 12;

struct Play {
  Case ending;  // with all answers
  Turn turn;    // the last one
  std::size_t rounds = 0;
  std::vector<Query> asked;
};

Play play(std::string_view script);

// The case as the page writes it.
std::string json_of(const Case& input);

}  // namespace alimail::fuzz
