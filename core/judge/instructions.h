// Steps and verifications for a person: the data of problems/shared.json, filled in with what is known of the case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/verdict.h"
#include "problems/problem.h"

namespace alimail {

struct Reader {  // for whom
  const Args& values;
  std::string_view role;  // "postmaster", "member", or "" where nobody said
};

// `indexes`: of the rules. Leaves out what needs a value that is not known, or is only for the case that it is not, and
// what only the other role can do.
std::vector<Instruction> instructions(const Indexes& indexes, const std::vector<InstructionRule>& rules,
                                      const Reader& reader);

// Whether this reader is shown it.
bool applies(const InstructionRule& rule, const Reader& reader);

// Replaces {name} by the value of that name; a command whose value is unknown is left out (empty).
std::string fill_in(std::string_view command, const Args& values);

}  // namespace alimail
