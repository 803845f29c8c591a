// The one door between the page and the core: text in, text out. A chattier binding is slower and larger. door.js gives
// it to the page as functions of the module.
#include <emscripten/emscripten.h>

#include <string>

#include "json.h"

extern "C" {

// UTF-8 in and out. The turn ends with a zero byte, has none within, and stays until the next call.
EMSCRIPTEN_KEEPALIVE const char* alimail_advance(const char* case_text, std::size_t length) {
  static std::string turn;
  turn = alimail::advance_text({case_text, length});
  return turn.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* alimail_version() {
  return alimail::version().data();  // a literal
}
}
