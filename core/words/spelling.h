// Words that count as another word: typing slips, forms of a word, traditional characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/containers.h"

namespace alimail {

// Words of ASCII letters and single Han characters that count as others. It is a hash table, because every word of a
// text is looked up.
struct Spelling {
  Vector<std::pair<String, String>> words;  // with its replacement; "" if the word is removed
  Vector<std::uint16_t> slots;              // by hash: index in `words` + 1; 0 is free
};

// Does not change a word that is already known.
void add_spelling(Spelling& spelling, std::string_view word, std::string_view other);

// The replacement, or nullptr if the word has none.
const String* other_spelling(const Spelling& spelling, std::string_view word);

}  // namespace alimail
