// Steps and verifications for a person: the data of problems/shared.json, filled in with the values of the case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

struct Reader {  // the person who reads the instructions
  const Args& values;
  std::string_view role;  // "postmaster", "member", or "" if unknown
};

// `indexes` refer to `rules`. Omits instructions that need an unknown value, that apply only without a value that is
// known, and that only the other role can do.
std::vector<Instruction> instructions(const Indexes& indexes, const std::vector<InstructionRule>& rules,
                                      const Reader& reader);

// Whether this reader sees the instruction.
bool applies(const InstructionRule& rule, const Reader& reader);

// Replaces {name} with the value of that name. Returns "" if the value is unknown; the command is then omitted.
std::string fill_in(std::string_view command, const Args& values);

}  // namespace alimail
