// The contract's words for every enum of the model. Conversions back exist where the case needs them.
#pragma once

#include <optional>
#include <string_view>

#include "model/ask.h"
#include "model/case.h"
#include "model/report.h"
#include "model/subject.h"

namespace alimail {

std::string_view key_of(Outcome outcome);
std::string_view key_of(Severity severity);
std::string_view key_of(State state);
std::string_view key_of(Action action);
std::string_view key_of(Tried tried);
std::string_view key_of(SubjectKind kind);
std::string_view key_of(SubjectProblem problem);
std::string_view key_of(HopState state);
std::string_view key_of(Reach reach);
std::string_view key_of(Change change);
std::string_view key_of(PolicyState state);

std::optional<Action> action_from_key(std::string_view key);
Tried tried_from_key(std::string_view key);  // No for any other text
std::optional<Failure> failure_from_key(std::string_view key);
std::optional<ProbeOutcome> probe_outcome_from_key(std::string_view key);

}  // namespace alimail
