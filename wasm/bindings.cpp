// The only interface between the page and the core: text in, text out. A binding with more types would be slower and larger.
//
// `advance` is the core as the contract has it. The page itself sends a case that grows (door/door.h), and moves its bytes
// without Embind, whose loops over the letters of a text take a fifth of a turn:
//   HEAPU8.set(text, room(text.length)); length = proceed(text.length, kept); HEAPU8.subarray(turn(), turn() + length)
// Before the first case with a complaint, the lexicon goes in the same way: room, set, learn.
#include <emscripten/bind.h>

#include <string>

#include "base/arena.h"
#include "base/lifetime.h"
#include "door/door.h"
#include "lexicon.h"

namespace {

using alimail::AllocateFor;
using alimail::Lifetime;

// What one call leaves for the next. Valid as long as the memory of its lifetime.
alimail::Run run;         // of the case that grows
std::string_view text;    // of the turn
std::string_view answer;  // the same

std::uintptr_t room(std::size_t bytes) {
  alimail::end_lifetime(Lifetime::Turn);
  const AllocateFor turn(Lifetime::Turn);
  text = {static_cast<char*>(alimail::arena_grow(nullptr, 0, 0, bytes)), bytes};
  return reinterpret_cast<std::uintptr_t>(text.data());
}

std::size_t proceed(std::size_t bytes, std::size_t kept) {
  const AllocateFor turn(Lifetime::Turn);
  answer = alimail::proceed_text(text.substr(0, bytes), kept, run);
  return answer.size();
}

void learn(std::size_t bytes) {
  alimail::learn(text.substr(0, bytes));
}

std::uintptr_t turn() {
  return reinterpret_cast<std::uintptr_t>(answer.data());
}

std::string advance(const std::string& case_text) {
  std::string result;
  {
    const AllocateFor turn(Lifetime::Turn);
    result = std::string_view(alimail::proceed_text(case_text, 0, run));
  }
  alimail::end_lifetime(Lifetime::Turn);
  return result;
}

std::string version() {
  return std::string(alimail::version());
}

}  // namespace

EMSCRIPTEN_BINDINGS(alimail) {
  emscripten::function("advance", &advance);
  emscripten::function("version", &version);
  emscripten::function("room", &room);
  emscripten::function("proceed", &proceed);
  emscripten::function("turn", &turn);
  emscripten::function("learn", &learn);
}
