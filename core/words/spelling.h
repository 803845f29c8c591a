// Slips of typing, forms of a word, traditional characters: what counts as another word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alimail {

// Words in ASCII letters and single Han characters that count as others. A hash table: each word of a text is asked for.
struct Spelling {
  std::vector<std::pair<std::string, std::string>> words;  // with what stands for it; nothing: it is left out
  std::vector<std::uint16_t> slots;                        // by hash, a place in `words` + 1; 0: free
};

// A word that is known already stays as it is.
void add_spelling(Spelling& spelling, std::string_view word, std::string_view other);

// What stands for it; nullptr: the word itself.
const std::string* other_spelling(const Spelling& spelling, std::string_view word);

}  // namespace alimail
