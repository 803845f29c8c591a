// Catalogue <- the embedded JSON files. The one reader of them, and the only place that knows their names.
#pragma once

#include <span>

#include "catalogue.h"
#include "door/embedded_data.h"

namespace alimail {

// A file that is missing, or is no JSON, counts as empty; a contract test sees to it that there is none.
Catalogue catalogue_from_files(std::span<const EmbeddedFile> files);

// The phrases as they are written, before they are compiled into Catalogue::matcher.
Phrases phrases_from_files(std::span<const EmbeddedFile> files);

}  // namespace alimail
