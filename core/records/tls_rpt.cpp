#include "records/tls_rpt.h"

#include <optional>

#include "records/tag_list.h"
#include "records/uri.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "TLSRPTv1";

}  // namespace

bool is_meant_as_tls_rpt(std::string_view text) {
  return is_meant_as(text, kVersion);
}

TlsRptRecord parse_tls_rpt(std::string_view text) {
  TlsRptRecord record;
  if (const auto error = version_error(text, kVersion)) {
    record.errors.push_back(*error);
    return record;
  }
  const TagList list = parse_tag_list(text);
  record.errors = list.errors;
  const Tag* const rua = find_tag(list, "rua");
  if (rua == nullptr) {
    record.errors.push_back({"missing-tag", {text.size(), 0}});
    return record;
  }
  for (const Piece& part : split(rua->value, ',')) {
    const std::optional<Uri> uri = parse_uri(part.text);
    if (uri && is_one_of(uri->scheme, "mailto https")) {
      record.addresses.emplace_back(part.text);
    } else {
      record.errors.push_back({"bad-uri", part.span()});
    }
  }
  return record;
}

}  // namespace alimail
