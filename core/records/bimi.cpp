#include "records/bimi.h"

#include <optional>

#include "names/domain_name.h"
#include "records/tag_list.h"
#include "records/uri.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "BIMI1";

bool is_https(std::string_view text) {
  const std::optional<Uri> uri = parse_uri(text);
  return uri && uri->scheme == "https";
}

void check_address(BimiRecord& record, const Tag* tag) {
  if (tag == nullptr || tag->value.text.empty() || is_https(tag->value.text)) return;
  record.errors.push_back({"bad-uri", tag->value.span()});
}

// Checks the tag that lists prefixes of local parts which have their own logo.
void check_prefixes(BimiRecord& record, const Tag* tag) {
  if (tag == nullptr || tag->value.text.empty()) return;
  for (const Piece& part : split(tag->value, ',')) {
    if (!is_valid_host_label(lower(part.text))) record.errors.push_back({"bad-value", part.span()});
  }
}

}  // namespace

bool is_meant_as_bimi(std::string_view text) {
  return is_meant_as(text, kVersion);
}

BimiRecord parse_bimi(std::string_view text) {
  BimiRecord record;
  if (const auto error = version_error(text, kVersion)) {
    record.errors.push_back(*error);
    return record;
  }
  const TagList list = parse_tag_list(text);
  record.errors = list.errors;
  const Tag* const location = find_tag(list, "l");
  const Tag* const evidence = find_tag(list, "a");
  const Tag* const prefixes = find_tag(list, "lps");
  const Tag* const preference = find_tag(list, "avp");
  check_address(record, location);
  check_address(record, evidence);
  check_prefixes(record, prefixes);
  if (preference != nullptr && !is_one_of(preference->value.text, "brand personal")) {
    record.errors.push_back({"bad-value", preference->value.span()});
  }
  if (location != nullptr) {
    if (is_https(location->value.text)) record.location = location->value.text;
  } else if (evidence != nullptr || prefixes == nullptr) {
    record.errors.push_back({"missing-tag", {text.size(), 0}});
  }
  return record;
}

}  // namespace alimail
