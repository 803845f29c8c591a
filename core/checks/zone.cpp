// Zone: what its own servers say now, seen through a resolver's cache. RFC 2308 section 5, RFC 1982 section 3.2.
//
// Asks for a name that no cache can hold, <nonce>.<domain>, and for a second one: the negative answer has to be fetched
// and brings the SOA of this moment. A serial newer than the one in the caches means that the zone has been edited
// since they filled; the same serial, that there is nothing new to wait for. A wildcard answers instead and is worth
// knowing. Not every DNS host counts its serial up, and a resolver may make the denial up out of cached ones (EDE 29,
// RFC 8198) or leave the SOA out (some JSON dialects): nothing is said then.
#include <optional>

#include "checks/check.h"
#include "dns/extended_error.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"zone.newer-than-cache", Severity::Notice, "RFC 2308 section 5"},
    {"zone.same-serial", Severity::Info, "RFC 1982 section 3.2"},
    {"zone.wildcard", Severity::Notice, "RFC 4592 section 2.1"},
};

struct Zone {
  std::string apex;
  std::uint32_t serial = 0;
};

// RFC 1982 section 3.2; two serials that lie 2^31 apart are in no order.
bool is_newer(std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t kHalf = 0x80000000U;
  return a != b && a - b < kHalf;
}

std::optional<Zone> zone_in(const std::vector<ResourceRecord>& records) {
  for (const ResourceRecord& record : records) {
    if (const auto* soa = std::get_if<StartOfAuthority>(&record.data)) return Zone{record.name, soa->serial};
  }
  return std::nullopt;
}

// The names to ask for; none where the nonce is not fit to be a label.
std::vector<std::string> fresh_names(const Evidence& evidence) {
  std::vector<std::string> names;
  for (const char* end : {"", "-2"}) {
    std::string label = evidence.nonce + end;
    std::string name = label + '.' + evidence.subject.domain;
    if (is_valid_host_label(label) && name.size() <= kMaxNameLength) names.push_back(std::move(name));
  }
  return names;
}

using Answers = std::vector<const Answer*>;

Answers answers_about(const Evidence& evidence, const std::vector<std::string>& names, RecordType type) {
  Answers answers;
  for (const Answer& answer : evidence.answers) {
    if (answer.checking_disabled || answer.question.type != type) continue;
    for (const std::string& name : names) {
      if (answer.question.name == name) answers.push_back(&answer);
    }
  }
  return answers;
}

// An alias comes from a wildcard, and what lies behind it may well have been cached: no fresh serial there.
std::optional<Zone> fresh_zone(const Answers& answers, const std::string& domain) {
  std::optional<Zone> fresh;
  for (const Answer* answer : answers) {
    const bool absent = answer->outcome == Outcome::Nodata || answer->outcome == Outcome::Nxdomain;
    if (!absent || !answer->records.empty() || speaks_of(*answer, ErrorTopic::Cache)) continue;
    std::optional<Zone> zone = zone_in(answer->authority);
    if (!zone || !is_under(domain, zone->apex)) continue;
    if (!fresh || (zone->apex == fresh->apex && is_newer(zone->serial, fresh->serial))) fresh = std::move(zone);
  }
  return fresh;
}

void say_wildcard(CheckResult& result, const Answers& answers, const std::string& domain) {
  for (const Answer* answer : answers) {
    if (answer->outcome == Outcome::Blocked || speaks_of(*answer, ErrorTopic::Filter)) continue;
    std::vector<std::string> values = values_of(answer->records, RecordType::A);
    if (values.empty()) values = values_of(answer->records, RecordType::Cname);
    if (values.empty()) continue;
    say(result, kSays[row(kSays, "zone.wildcard")]).with("domain", domain).with("values", values);
    return;
  }
}

// Compares with the SOA that each resolver gave for the domain: its own, or that of the larger zone around it.
void say_age(CheckResult& result, const Zone& fresh, const Answers& cached, const std::string& domain) {
  std::vector<std::string> older;
  std::size_t same = 0;
  for (const Answer* answer : cached) {
    const bool present = answer->outcome == Outcome::Records;
    if (!present && answer->outcome != Outcome::Nodata) continue;
    const std::optional<Zone> zone = zone_in(present ? answer->records : answer->authority);
    if (!zone || zone->apex != fresh.apex) continue;
    if (is_newer(fresh.serial, zone->serial)) {
      older.push_back(answer->resolver);
    } else if (zone->serial == fresh.serial) {
      ++same;
    } else {
      return;  // the zone's servers are not of one mind: nothing follows
    }
  }
  const std::string serial = std::to_string(fresh.serial);
  if (!older.empty()) {
    Saying said = say(result, kSays[row(kSays, "zone.newer-than-cache")]).with("domain", domain);
    said.with("serial", serial).with("resolvers", older);
  } else if (same > 0) {
    say(result, kSays[row(kSays, "zone.same-serial")]).with("domain", domain).with("serial", serial);
  }
}

CheckResult run(const Evidence& evidence, const Provider& /*provider*/) {
  const std::string& domain = evidence.subject.domain;
  if (domain.empty() || evidence.nonce.empty()) return {};
  CheckResult result;
  const std::vector<std::string> names = fresh_names(evidence);
  for (const std::string& name : names) ask(result, name, RecordType::A, Reach::First, "fresh-serial");

  const Answers answers = answers_about(evidence, names, RecordType::A);
  say_wildcard(result, answers, domain);
  if (const std::optional<Zone> fresh = fresh_zone(answers, domain)) {
    say_age(result, *fresh, answers_about(evidence, {domain}, RecordType::Soa), domain);
  }
  return result;
}

}  // namespace

extern const Check kZoneCheck = {"zone", kSays, run};

}  // namespace alimail
