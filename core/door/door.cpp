#include "door/door.h"

#include "advance.h"
#include "door/catalogue_json.h"
#include "door/shapes.h"

namespace alimail {

std::string_view version() {
  return ALIMAIL_VERSION;
}

const Catalogue& catalogue() {
  static const Catalogue kCatalogue = catalogue_from_files(embedded_files());
  return kCatalogue;
}

String advance_text(std::string_view case_text) {
  String field;
  const Result<Case> input = case_from_json(case_text, field);
  if (!input.ok()) return error_to_json(input.error().code, field);
  return turn_to_json(advance(input.value(), catalogue()));
}

}  // namespace alimail
