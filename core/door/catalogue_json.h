// Catalogue <- the embedded JSON files. Only this file reads them and knows their names.
#pragma once

#include <span>

#include "catalogue.h"
#include "door/embedded_data.h"

namespace alimail {

// A file that is missing or is not valid JSON counts as empty; a contract test checks that there is none.
// The matcher is left out: who needs it compiles the phrases.
Catalogue catalogue_from_files(std::span<const EmbeddedFile> files);

// The phrases as written, before they are compiled into Catalogue::matcher.
Phrases phrases_from_files(std::span<const EmbeddedFile> files);

}  // namespace alimail
