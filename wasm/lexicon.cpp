#include "lexicon.h"

#include "base/containers.h"
#include "base/lifetime.h"
#include "door/embedded_data.h"

namespace alimail {
namespace {

std::string_view learned;

}  // namespace

void learn(std::string_view lexicon) {
  if (!learned.empty()) return;
  const AllocateFor program(Lifetime::Program);
  learned = *new String(lexicon);  // never given back, as all that has this lifetime
}

std::string_view lexicon_text() {
  return learned;
}

}  // namespace alimail
