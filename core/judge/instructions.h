// Steps and verifications for a person: the data of problems/shared.json, filled in with the values of the case.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

struct Reader {  // the person who reads the instructions
  const Args& values;
  std::string_view role;  // "postmaster", "member", or "" if unknown
};

// `indexes` refer to `rules`. Omits instructions that need an unknown value, that apply only without a value that is
// known, and that only the other role can do.
Vector<Instruction> instructions(const Indexes& indexes, const Vector<InstructionRule>& rules, const Reader& reader);

// Whether this reader sees the instruction.
bool applies(const InstructionRule& rule, const Reader& reader);

// Replaces {name} with the value of that name. Returns "" if the value is unknown; the command is then omitted.
String fill_in(std::string_view command, const Args& values);

}  // namespace alimail
