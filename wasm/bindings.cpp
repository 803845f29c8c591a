// The only interface between the page and the core: text in, text out. A binding with more functions would be slower
// and larger.
#include <emscripten/bind.h>

#include <string>

#include "arena.h"
#include "door/door.h"

namespace {

std::string advance(const std::string& case_text) {
  alimail::catalogue();              // outlives the turn, so it is made before
  const alimail::TurnMemory memory;  // of all but the two std::string, which Embind takes and gives
  return std::string(std::string_view(alimail::advance_text(case_text)));
}

std::string version() {
  return std::string(alimail::version());
}

}  // namespace

EMSCRIPTEN_BINDINGS(alimail) {
  emscripten::function("advance", &advance);
  emscripten::function("version", &version);
}
