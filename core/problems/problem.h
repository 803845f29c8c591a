// A problem as data: which findings confirm, suggest or rule out each of its causes, and what to do then.
//
// Law: no code per problem. The files beside this one say everything; schema.md explains them with an example.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace alimail {

using Clause = std::vector<std::string>;  // all of these finding keys
using Clauses = std::vector<Clause>;      // any of these clauses

struct CauseRule {
  std::string id;
  From from = From::Checker;
  std::string source;
  Owner owner = Owner::You;
  Action action = Action::NeedMore;
  Clauses confirmed;
  Clauses likely;
  Clauses ruled_out;
  std::vector<std::string> needs;  // finding families without which the cause cannot be judged
  std::vector<std::string> steps;
  std::vector<std::string> verify;
};

struct Problem {
  std::string id;
  From from = From::Checker;
  std::string severity;
  bool decides = false;  // once confirmed it stands before all others: it is not the mail service that is asked about
  std::vector<std::string> symptoms;
  std::vector<std::string> described_by;
  std::string note;
  std::vector<std::string> questions;
  std::vector<std::string> faq;
  std::vector<CauseRule> causes;
};

struct InstructionRule {
  std::string id;
  From from = From::Checker;
  std::string source;
  std::string needs;    // shown only where this arg has a value
  std::string without;  // shown only where it has none
  std::vector<Commands> commands;
};

struct QuestionRule {
  std::string id;
  std::vector<std::string> options;
};

struct Problems {
  std::vector<Problem> list;
  std::vector<InstructionRule> steps;
  std::vector<InstructionRule> verifications;
  std::vector<QuestionRule> questions;
};

}  // namespace alimail
