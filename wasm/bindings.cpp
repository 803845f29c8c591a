// The only interface between the page and the core: text in, text out. A binding with more functions would be slower
// and larger.
#include <emscripten/bind.h>

#include <string>

#include "door/door.h"

namespace {

std::string advance(const std::string& case_text) {
  return alimail::advance_text(case_text);
}

std::string version() {
  return std::string(alimail::version());
}

}  // namespace

EMSCRIPTEN_BINDINGS(alimail) {
  emscripten::function("advance", &advance);
  emscripten::function("version", &version);
}
