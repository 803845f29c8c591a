// The interface of the core: JSON text in, JSON text out. wasm/ binds it, and the scenarios of tests/ call it.
//
// Rule: never throws and never aborts, whatever the bytes. A text that is not a case gives {"error": {code, detail}}.
// The formats are case.schema.json and turn.schema.json.
#pragma once

#include <string_view>

#include "advance.h"
#include "base/containers.h"
#include "catalogue.h"
#include "door/shapes.h"

namespace alimail {

inline constexpr std::size_t kMaxCaseBytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t kMaxCaseDepth = 16;  // JSON nesting; a case needs 4
inline constexpr std::size_t kMaxAnswers = 1024;  // in one case; later answers are dropped
// The bodies of all answers, in bytes of the case. An answer that no longer fits is unreadable, and thus unknown. A domain
// with all its records at five resolvers needs a fifth of it.
inline constexpr std::size_t kMaxBodiesBytes = std::size_t{256} * 1024;
inline constexpr std::size_t kMaxProbes = 64;
inline constexpr std::size_t kMaxReplies = 64;

// Error codes: "too-large", "too-deep", "not-json", "not-a-case" (the detail names the field), "no-lexicon" (a complaint,
// before the page has given what reading it takes; see lexicon_text()).
String advance_text(std::string_view case_text);

// A case that is sent again whenever it has more answers, which costs no more than these: the others are neither read nor
// written again. By answer, as far as it is one of the case: how many bytes bodies may still take behind it, and the purpose
// that the ledger gave it last.
struct Run {
  Remembered remembered;
  Vector<std::size_t> room;
  Vector<LedgerPurpose> purposes;
};

// The same as advance_text for a case that begins with the first `kept` answers of the case before, which its text omits.
// In the ledger, a number stands for as many entries that are, at this place, those of the turn before. If `kept` is 0,
// another run begins.
String proceed_text(std::string_view case_text, std::size_t kept, Run& run);

std::string_view version();

// The data of core/, parsed once. It is a constant of the program, but too large to be written in C++.
const Catalogue& catalogue();

}  // namespace alimail
