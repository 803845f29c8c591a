// Catalogue and Lexicon <- the JSON files of core/. Only this file reads them and knows their names.
#pragma once

#include <span>

#include "catalogue.h"
#include "door/embedded_data.h"

namespace alimail {

// A file that is missing or is not valid JSON counts as empty; a contract test checks that there is none.
// The lexicon is left out: who needs it makes it.
Catalogue catalogue_from_files(std::span<const EmbeddedFile> files);

Lexicon lexicon_from_text(std::string_view text);

// The phrases as written, before they are compiled into Lexicon::phrases.
Phrases phrases_from_text(std::string_view lexicon);

}  // namespace alimail
