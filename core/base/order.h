// Sorted lists of texts.
#pragma once

#include <string>
#include <vector>

namespace alimail {

// A merge sort; std::sort would add 2.5 kB of wasm.
void sort(std::vector<std::string>& texts);

// The same, and each text is kept once.
void sort_once(std::vector<std::string>& texts);

// Moves the texts of `more` to the end of `texts`.
void append(std::vector<std::string>& texts, std::vector<std::string> more);

}  // namespace alimail
