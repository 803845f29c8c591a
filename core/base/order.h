// Sorted lists of texts.
#pragma once

#include "base/containers.h"

namespace alimail {

// A merge sort; std::sort would add 2.5 kB of wasm.
void sort(Vector<String>& texts);

// The same, and each text is kept once.
void sort_once(Vector<String>& texts);

// Moves the texts of `more` to the end of `texts`.
void append(Vector<String>& texts, Vector<String> more);

}  // namespace alimail
