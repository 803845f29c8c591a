#include "records/dmarc.h"

#include <algorithm>
#include <optional>

#include "base/digits.h"
#include "names/domain_name.h"
#include "records/tag_list.h"
#include "records/uri.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "DMARC1";
constexpr std::string_view kPolicies[] = {"none", "quarantine", "reject"};
constexpr std::string_view kRemoved[] = {"pct", "rf", "ri"};
constexpr std::uint64_t kMaxReportSize = 0xFFFFFFFF;

struct Reader {
  const TagList& list;
  DmarcRecord& record;

  // Returns the value of a tag if it is one of `words`. A missing tag is not an error.
  std::string_view one_of(std::string_view name, std::string_view words) {
    const Tag* const tag = find_tag(list, name);
    if (tag == nullptr) return {};
    if (is_one_of(tag->value.text, words)) return tag->value.text;
    record.errors.push_back({"bad-value", tag->value.span()});
    return {};
  }

  // Returns false if the tag is present but its value is not a policy.
  bool policy(std::string_view name, std::string_view& policy) {
    const Tag* const tag = find_tag(list, name);
    if (tag == nullptr) return true;
    const auto* const found = std::find(std::begin(kPolicies), std::end(kPolicies), lower(tag->value.text));
    if (found != std::end(kPolicies)) {
      policy = *found;
      return true;
    }
    record.errors.push_back({"bad-value", tag->value.span()});
    return false;
  }

  void each_one_of(std::string_view name, std::string_view words) {
    const Tag* const tag = find_tag(list, name);
    if (tag == nullptr) return;
    for (const Piece& part : split(tag->value, ':')) {
      if (!is_one_of(part.text, words)) record.errors.push_back({"bad-value", part.span()});
    }
  }

  void addresses(std::string_view name, Vector<ReportAddress>& into);
};

// Removes the size limit "!10m" after the address (RFC 7489 section 6.4), if there is a valid one.
std::string_view without_size(std::string_view uri) {
  const std::size_t mark = uri.rfind('!');
  if (mark == std::string_view::npos) return uri;
  std::string_view size = uri.substr(mark + 1);
  const bool number = take_number(size, kMaxReportSize).has_value();
  return number && (size.empty() || is_one_of(size, "k m g t")) ? uri.substr(0, mark) : uri;
}

void Reader::addresses(std::string_view name, Vector<ReportAddress>& into) {
  const Tag* const tag = find_tag(list, name);
  if (tag == nullptr) return;
  for (const Piece& part : split(tag->value, ',')) {
    const std::string_view text = without_size(part.text);
    const std::optional<Uri> uri = text.find('!') == std::string_view::npos ? parse_uri(text) : std::nullopt;
    if (uri) {
      into.push_back({String(text), uri->host});
    } else {
      record.errors.push_back({"bad-uri", part.span()});
    }
  }
}

void read_policies(Reader& reader, std::size_t size) {
  DmarcRecord& record = reader.record;
  const bool readable = static_cast<unsigned>(reader.policy("p", record.policy)) &
                        static_cast<unsigned>(reader.policy("sp", record.subdomain_policy)) &
                        static_cast<unsigned>(reader.policy("np", record.nonexistent_policy));
  const bool given = find_tag(reader.list, "p") != nullptr;
  if (readable && given) return;
  // With an address for reports, the record counts as p=none (RFC 9989 section 4.7, RFC 7489 section 6.6.3).
  record.standing = record.aggregate.empty() ? DmarcStanding::Ignored : DmarcStanding::ReportsOnly;
  record.policy = kPolicies[0];
  if (!given && record.aggregate.empty()) record.errors.push_back({"missing-tag", {size, 0}});
}

}  // namespace

bool is_meant_as_dmarc(std::string_view text) {
  return is_meant_as(text, kVersion);
}

bool is_dmarc(std::string_view text) {
  return !version_error(text, kVersion);
}

DmarcRecord parse_dmarc(std::string_view text) {
  DmarcRecord record;
  if (const auto error = version_error(text, kVersion)) {
    record.standing = DmarcStanding::Ignored;
    record.errors.push_back(*error);
    return record;
  }
  const TagList list = parse_tag_list(text);
  record.errors = list.errors;
  Reader reader{list, record};
  reader.addresses("rua", record.aggregate);
  reader.addresses("ruf", record.failure);
  read_policies(reader, text.size());
  record.strict_dkim = is_one_of(reader.one_of("adkim", "r s"), "s");
  record.strict_spf = is_one_of(reader.one_of("aspf", "r s"), "s");
  record.testing = is_one_of(reader.one_of("t", "y n"), "y");
  const std::string_view psd = reader.one_of("psd", "y n u");
  if (!psd.empty()) record.psd = lower(psd).front();
  reader.each_one_of("fo", "0 1 d s");
  for (const std::string_view name : kRemoved) {
    if (find_tag(list, name) != nullptr) record.removed.push_back(name);
  }
  return record;
}

}  // namespace alimail
