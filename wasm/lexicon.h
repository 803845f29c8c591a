// The lexicon, which the page gives once (door/embedded_data.h).
#pragma once

#include <string_view>

namespace alimail {

// Copies the text. Only the first call counts: by then, turns may rest on it.
void learn(std::string_view lexicon);

}  // namespace alimail
