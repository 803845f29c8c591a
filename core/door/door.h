// The door: JSON text in, JSON text out. What wasm/ binds and what the scenarios of tests/ call.
//
// Law: never throws, never aborts, whatever the bytes; a text that is no case gives {"error": {code, detail}}. The
// shapes are case.schema.json and turn.schema.json. Only core/json/value.cpp knows nlohmann.
#pragma once

#include <string>
#include <string_view>

#include "catalogue.h"

namespace alimail {

inline constexpr std::size_t kMaxCaseBytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t kMaxCaseDepth = 16;  // of JSON nesting; a case needs 4
inline constexpr std::size_t kMaxAnswers = 1024;  // of a case; later ones are left out
inline constexpr std::size_t kMaxProbes = 64;
inline constexpr std::size_t kMaxReplies = 64;

// Error codes: "too-large", "too-deep", "not-json", "not-a-case" (detail names the field).
std::string advance_text(std::string_view case_text);

std::string_view version();

// The embedded data, parsed once: a constant of the program that is too large to be written as C++.
const Catalogue& catalogue();

}  // namespace alimail
