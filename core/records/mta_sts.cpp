#include "records/mta_sts.h"

#include <algorithm>

#include "base/ascii.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "STSv1";

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= kMaxMtaStsId && std::all_of(id.begin(), id.end(), is_alphanumeric);
}

}  // namespace

bool is_meant_as_mta_sts(std::string_view text) {
  return is_meant_as(text, kVersion);
}

MtaStsRecord parse_mta_sts(std::string_view text) {
  MtaStsRecord record;
  if (const auto error = version_error(text, kVersion)) {
    record.errors.push_back(*error);
    return record;
  }
  const TagList list = parse_tag_list(text);
  record.errors = list.errors;
  const Tag* const id = find_tag(list, "id");
  if (id == nullptr) {
    record.errors.push_back({"missing-tag", {text.size(), 0}});
  } else if (is_id(id->value.text)) {
    record.id = id->value.text;
  } else {
    record.errors.push_back({"bad-value", id->value.span()});
  }
  return record;
}

}  // namespace alimail
