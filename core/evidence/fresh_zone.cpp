#include "evidence/fresh_zone.h"

#include <algorithm>

#include "dns/extended_error.h"
#include "evidence/answers.h"
#include "names/domain_name.h"

namespace alimail {

bool is_newer_serial(std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t kHalf = 0x80000000U;
  return a != b && a - b < kHalf;
}

const ResourceRecord* soa_in(const Vector<ResourceRecord>& records) {
  const auto found = std::find_if(records.begin(), records.end(), [](const ResourceRecord& record) {
    return std::holds_alternative<StartOfAuthority>(record.data);
  });
  return found == records.end() ? nullptr : &*found;
}

std::optional<ZoneState> zone_in(const Vector<ResourceRecord>& records) {
  const ResourceRecord* record = soa_in(records);
  if (record == nullptr) return std::nullopt;
  const auto& soa = *std::get_if<StartOfAuthority>(&record->data);
  return ZoneState{record->name, soa.mname, soa.serial};
}

Vector<String> fresh_names(const Evidence& evidence) {
  Vector<String> names;
  for (const char* end : {"", "-2"}) {
    String label = evidence.nonce + end;
    String name = label + '.' + evidence.subject.domain;
    if (is_valid_host_label(label) && name.size() <= kMaxNameLength) names.push_back(std::move(name));
  }
  return names;
}

Vector<const Answer*> fresh_answers(const Evidence& evidence) {
  const Vector<String> names = fresh_names(evidence);
  Vector<const Answer*> answers;
  for (const Answer& answer : evidence.answers) {
    if (answer.checking_disabled || answer.question.type != RecordType::A) continue;
    if (std::find(names.begin(), names.end(), answer.question.name) != names.end()) answers.push_back(&answer);
  }
  return answers;
}

std::optional<ZoneState> fresh_zone(const Evidence& evidence) {
  std::optional<ZoneState> fresh;
  for (const Answer* answer : fresh_answers(evidence)) {
    const bool absent = is_absence(answer->outcome);
    if (!absent || !answer->records.empty() || speaks_of(*answer, ErrorTopic::Cache)) continue;
    std::optional<ZoneState> zone = zone_in(answer->authority);
    if (!zone || !is_under(evidence.subject.domain, zone->apex)) continue;
    if (!fresh || (zone->apex == fresh->apex && is_newer_serial(zone->serial, fresh->serial))) fresh = std::move(zone);
  }
  return fresh;
}

}  // namespace alimail
