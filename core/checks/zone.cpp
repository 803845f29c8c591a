// Zone: the current state on the zone's own servers, seen through a resolver's cache. RFC 2308 section 5, RFC 1982
// section 3.2.
//
// Asks for two names that no cache can have, such as <nonce>.<domain>. Resolvers must fetch the negative answer, which
// brings the current SOA. If its serial is newer than the serial in the caches, the zone was edited after the caches
// were filled; if it is the same, there is nothing to wait for. A wildcard answers with records instead, which is a
// notice. There is no finding if the host does not increase its serial, if a resolver synthesizes the denial from
// cached ones (EDE 29, RFC 8198), or if a resolver omits the SOA (some JSON dialects).
#include <algorithm>
#include <optional>

#include "checks/kit/check.h"
#include "dns/extended_error.h"
#include "evidence/answers.h"
#include "evidence/fresh_zone.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"zone.newer-than-cache", Severity::Notice, "RFC 2308 section 5", Follows::WaitForAll},
    {"zone.same-serial", Severity::Info, "RFC 1982 section 3.2"},
    {"zone.wildcard", Severity::Notice, "RFC 4592 section 2.1"},
});

constexpr std::uint32_t kNeverCounted = 1;  // the constant serial of hosts that do not use zone transfers

void say_wildcard(CheckResult& result, const Vector<const Answer*>& answers, const String& domain) {
  for (const Answer* answer : answers) {
    if (answer->outcome == Outcome::Blocked || speaks_of(*answer, ErrorTopic::Filter)) continue;
    Vector<String> values = values_of(answer->records, RecordType::A);
    if (values.empty()) values = values_of(answer->records, RecordType::Cname);
    if (values.empty()) continue;
    say(result, kSays["zone.wildcard"]).with("domain", domain).with("values", values);
    return;
  }
}

// The age of the caches, according to their SOA: the domain's own SOA, and the SOA that is cached with every absence
// below the apex.
struct Ages {
  Vector<String> older;  // resolvers
  bool any_same = false;
  bool doubtful = false;  // an absence came without an SOA
  bool ahead = false;     // a cache has a newer SOA: the zone's servers disagree, so nothing can be concluded
};

bool is_own(const Answer& answer) {
  return answer.outcome == Outcome::Records && answer.question.type == RecordType::Soa;
}

bool tells_of_zone(const Answer& answer) {
  return is_own(answer) || (is_absence(answer.outcome) && answer.records.empty());
}

void take(Ages& ages, const Answer& answer, const ZoneState& fresh) {
  const bool own = is_own(answer);
  const ResourceRecord* record = soa_in(own ? answer.records : answer.authority);
  if (record == nullptr) ages.doubtful = true;
  if (record == nullptr || record->name != fresh.apex) return;
  const std::uint32_t serial = std::get_if<StartOfAuthority>(&record->data)->serial;
  if (is_newer_serial(serial, fresh.serial)) ages.ahead = true;
  if (serial == fresh.serial) ages.any_same = true;
  if (!is_newer_serial(fresh.serial, serial)) return;
  const bool known = std::find(ages.older.begin(), ages.older.end(), answer.resolver) != ages.older.end();
  if (!known) ages.older.push_back(answer.resolver);
}

Ages ages_of(const Evidence& evidence, const Vector<String>& fresh_names, const ZoneState& fresh) {
  Ages ages;
  for (const Answer& answer : evidence.answers) {
    const String& name = answer.question.name;
    if (answer.checking_disabled || !tells_of_zone(answer) || !is_under(name, fresh.apex)) continue;
    if (std::find(fresh_names.begin(), fresh_names.end(), name) == fresh_names.end()) take(ages, answer, fresh);
  }
  return ages;
}

// An unchanged serial means an unchanged zone only if the host increases it.
bool counts(const ZoneState& zone, const Provider& provider) {
  return zone.serial > kNeverCounted && !serial_stands(provider, zone.server);
}

void say_age(CheckResult& result, const Ages& ages, const ZoneState& fresh, const String& domain, bool counted) {
  if (ages.ahead) return;
  const String serial = to_string(fresh.serial);
  if (!ages.older.empty()) {
    Saying said = say(result, kSays["zone.newer-than-cache"]).with("domain", domain);
    said.with("serial", serial).with("resolvers", ages.older);
  } else if (ages.any_same && !ages.doubtful && counted) {
    say(result, kSays["zone.same-serial"]).with("domain", domain).with("serial", serial);
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  const String& domain = evidence.subject.domain;
  if (domain.empty() || evidence.nonce.empty()) return {};
  CheckResult result;
  const Vector<String> names = fresh_names(evidence);
  for (const String& name : names) ask(result, name, RecordType::A, Reach::First, "fresh-serial");

  say_wildcard(result, fresh_answers(evidence), domain);
  if (!views.domain.shown()) return result;  // the SOA in the answer for a nonexistent domain belongs to the registry
  if (const std::optional<ZoneState> fresh = fresh_zone(evidence)) {
    say_age(result, ages_of(evidence, names, *fresh), *fresh, domain, counts(*fresh, provider));
  }
  return result;
}

}  // namespace

extern const Check kZoneCheck = {"zone", kSays, run};

}  // namespace alimail
