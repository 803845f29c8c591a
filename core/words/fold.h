// The common form in which complaints and phrases are compared.
//
// Rule: accepts any bytes and returns UTF-8. Letters become lower case and half width. Quotes, brackets and hyphens
// become spaces. Apostrophes within a word and invisible characters are removed. A clause ends in ',' and a sentence in
// '\n'. White space becomes one space, or none next to a Han character, where it has no meaning. HTML tags and entities
// become white space or a line end. The spellings of a word become one, and fillers are removed. One linear pass.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "words/spelling.h"

namespace alimail {

struct Folded {
  String text;
  Vector<std::uint32_t> begin;  // for each byte of text, the start of its original character
  Vector<std::uint32_t> end;    // ... and the end, in bytes of the original
};

// In a phrase, '#' is kept, because it means any digit. phrases.json is written folded, which a test checks with this.
enum class FoldFor {
  Text,
  Phrase
};

Folded fold(std::string_view original, FoldFor purpose, const Spelling& spelling = {});

}  // namespace alimail
