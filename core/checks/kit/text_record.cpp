// The lookup that the checks of DKIM, DMARC, MTA-STS, TLS-RPT and BIMI share. According to RFC 7208 section 3.3, the
// strings of a TXT record are joined without a separator.
#include <algorithm>

#include "checks/kit/check.h"
#include "names/domain_name.h"
#include "records/excerpt.h"
#include "records/tag_list.h"

namespace alimail {

void with_error(Saying said, std::string_view text, const RecordError& error) {
  said.with("record", beginning(text)).with("reason", error.reason);
  said.with("position", static_cast<std::int64_t>(error.span.position));
  said.with("length", static_cast<std::int64_t>(error.span.length));
}

TextRecord text_record(CheckResult& result, const Evidence& evidence, const TextPlace& place) {
  TextRecord record;
  record.host = String(place.label) + evidence.subject.domain;
  if (evidence.subject.domain.empty() || record.host.size() > kMaxNameLength) return record;
  ask(result, record.host, RecordType::Txt, place.reach, place.why);

  const Lookup lookup = look_up(evidence, record.host, RecordType::Txt);
  record.knowledge = lookup.knowledge;
  if (lookup.knowledge == Knowledge::Unknown) {
    say(result, place.unknown).with("host", record.host).with("outcomes", lookup.failing);
  }
  if (lookup.knowledge != Knowledge::Present) return record;
  record.texts = texts_of(lookup, place.wanted);
  if (record.texts.empty()) record.knowledge = Knowledge::Absent;
  if (record.texts.size() > 1) say(result, place.several).with("host", record.host);
  return record;
}

}  // namespace alimail
