// A problem as data: which findings confirm, suggest or rule out each of its causes, and what to do then.
//
// Law: no code per problem. The files beside this one say everything; schema.md explains them with an example. The judge
// reads them by the names of that example: structs for them, with the code to fill, move and free each, weigh 2 kB more
// of brotli in the wasm.
#pragma once

#include <vector>

#include "json/value.h"

namespace alimail {

using Problem = Json;          // a file
using CauseRule = Json;        // of its "causes"
using InstructionRule = Json;  // of the "steps" and "verifications" of shared.json
using QuestionRule = Json;     // of its "questions"

struct Problems {
  std::vector<Problem> list;
  Json shared;  // shared.json
};

}  // namespace alimail
