// The result of the judge: the state of every cause, its reasons, and what to do about it.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"
#include "model/finding.h"

namespace alimail {

// Ordered by how much a state says about a cause.
enum class State {
  Confirmed,
  Likely,
  Possible,
  CannotTell,
  RuledOut
};

enum class Action {
  ChangeRecord,
  Wait,
  AskAdministrator,
  FixOnYourDevice,
  ContactSupport,
  NotAlibabaMail,
  NothingWrong,
  NeedMore,
  UseAdminConsole,
  RenewSubscription,
  ContactRecipient,
  ContactSender,
  CheckDomain,  // its spelling, then whether it has expired
};

// What the person says after trying the fix of a cause.
enum class Tried {
  No,
  Worked,
  NotYet,
  DoesNotApply,
};

struct Commands {           // for one system, in the order of typing
  std::string_view system;  // windows, macos, linux, android, ios, browser, any
  Vector<String> lines;
  bool operator==(const Commands&) const = default;
};

// From here on, a string_view is part of the catalogue, which outlives every turn. `from` says whose statement
// something is (guide, official, checker), and `owner` says who can fix it. Both have closed sets of values in
// turn.schema.json, and tests/web/contract/contract.test.ts checks that the data uses only these values.

struct Instruction {  // a step, a verification or a note
  std::string_view id;
  std::string_view from;
  std::string_view source;  // the official page that says it, or that contradicts the guide
  Vector<Commands> commands;
  bool operator==(const Instruction&) const = default;
};

// Indexes in Diagnosis::findings (in Bench::findings during judging). They are not pointers, because a copied turn has
// its own findings.
using Reasons = Vector<std::size_t>;

// The index of a finding in this list.
inline std::size_t place_of(const Finding& finding, const Vector<Finding>& findings) {
  return static_cast<std::size_t>(&finding - findings.data());
}

struct CauseVerdict {
  std::string_view id;
  std::string_view from;
  std::string_view source;
  State state = State::Possible;
  std::string_view owner;
  Action action = Action::NeedMore;
  Reasons because;                    // the findings that decided the state
  Vector<std::string_view> supports;  // keys of findings that its clauses read as evidence for it, ...
  Vector<std::string_view> opposes;   // ... and against it, whether or not a whole clause holds
  Tried tried = Tried::No;
  Vector<Instruction> meanwhile;  // how to get at one's mail before the cause is fixed
  Vector<Instruction> steps;
  Vector<Instruction> verify;
  Vector<Instruction> notes;
};

struct ProblemVerdict {
  std::string_view id;
  std::string_view from;
  std::string_view severity;
  Vector<std::string_view> described_by;
  State state = State::Possible;
  Vector<CauseVerdict> causes;  // best first
};

}  // namespace alimail
