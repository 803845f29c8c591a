// The common form in which complaints and phrases are compared.
//
// Law: any bytes in; comes back as UTF-8 in which letters are lower case and half width, quotes, brackets and hyphens
// are spaces, apostrophes within a word and invisible characters are gone, a clause ends in ',' and a sentence in '\n'.
// White space is one space, and none beside a Han character, for there it has no meaning. HTML tags and entities are
// white space or the end of a line. Spellings of one word become one, fillers nothing. Linear; one pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "words/spelling.h"

namespace alimail {

struct Folded {
  std::string text;
  std::vector<std::uint32_t> begin;  // for each byte of text, where the character that it stems from begins
  std::vector<std::uint32_t> end;    // ... and ends, in bytes of the original
};

enum class FoldFor {
  Text,
  Phrase
};  // a phrase keeps '#', its sign for any digit

Folded fold(std::string_view original, FoldFor purpose, const Spelling& spelling = {});

}  // namespace alimail
