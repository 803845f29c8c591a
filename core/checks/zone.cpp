// Zone: what its own servers say now, seen through a resolver's cache. RFC 2308 section 5, RFC 1982 section 3.2.
//
// Asks for a name that no cache can hold, <nonce>.<domain>, and for a second one: the negative answer has to be fetched
// and brings the SOA of this moment. A serial newer than the one in the caches means that the zone has been edited
// since they filled; the same serial, that there is nothing new to wait for. A wildcard answers instead and is worth
// knowing. Nothing is said where the host does not count its serial up, where a resolver makes the denial up out of
// cached ones (EDE 29, RFC 8198), or where it leaves the SOA out (some JSON dialects).
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

constexpr std::uint32_t kNeverCounted = 1;  // the serial for ever of hosts that do without zone transfers

void say_wildcard(CheckResult& result, const std::vector<const Answer*>& answers, const std::string& domain) {
  for (const Answer* answer : answers) {
    if (answer->outcome == Outcome::Blocked || speaks_of(*answer, ErrorTopic::Filter)) continue;
    std::vector<std::string> values = values_of(answer->records, RecordType::A);
    if (values.empty()) values = values_of(answer->records, RecordType::Cname);
    if (values.empty()) continue;
    say(result, kSays["zone.wildcard"]).with("domain", domain).with("values", values);
    return;
  }
}

// How old the caches are by the SOA that they gave: with the domain's own SOA, and with every absence below the apex,
// which is kept together with the SOA of its time.
struct Ages {
  std::vector<std::string> older;  // resolvers
  bool any_same = false;
  bool doubtful = false;  // an absence came without its SOA
  bool ahead = false;     // a cache has a newer one: the zone's servers are not of one mind, and nothing follows
};

void take(Ages& ages, const Answer& answer, const ZoneState& fresh) {
  const bool own = answer.outcome == Outcome::Records && answer.question.type == RecordType::Soa;
  const bool absent = is_absence(answer.outcome);
  if (!own && (!absent || !answer.records.empty())) return;
  const std::optional<ZoneState> zone = zone_in(own ? answer.records : answer.authority);
  if (!zone) ages.doubtful = true;
  if (!zone || zone->apex != fresh.apex) return;
  if (is_newer_serial(zone->serial, fresh.serial)) ages.ahead = true;
  if (zone->serial == fresh.serial) ages.any_same = true;
  const bool known = std::find(ages.older.begin(), ages.older.end(), answer.resolver) != ages.older.end();
  if (!known && is_newer_serial(fresh.serial, zone->serial)) ages.older.push_back(answer.resolver);
}

Ages ages_of(const Evidence& evidence, const std::vector<std::string>& fresh_names, const ZoneState& fresh) {
  Ages ages;
  for (const Answer& answer : evidence.answers) {
    const std::string& name = answer.question.name;
    if (answer.checking_disabled || !is_under(name, fresh.apex)) continue;
    if (std::find(fresh_names.begin(), fresh_names.end(), name) == fresh_names.end()) take(ages, answer, fresh);
  }
  return ages;
}

// An unchanged serial means an unchanged zone only where somebody counts.
bool counts(const ZoneState& zone, const Provider& provider) {
  return zone.serial > kNeverCounted && !serial_stands(provider, zone.server);
}

void say_age(CheckResult& result, const Ages& ages, const ZoneState& fresh, const std::string& domain, bool counted) {
  if (ages.ahead) return;
  const std::string serial = std::to_string(fresh.serial);
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
  const std::string& domain = evidence.subject.domain;
  if (domain.empty() || evidence.nonce.empty()) return {};
  CheckResult result;
  const std::vector<std::string> names = fresh_names(evidence);
  for (const std::string& name : names) ask(result, name, RecordType::A, Reach::First, "fresh-serial");

  say_wildcard(result, fresh_answers(evidence), domain);
  const Lookup soa = look_up(evidence, domain, RecordType::Soa);
  const bool exists = soa.knowledge == Knowledge::Present || (soa.knowledge == Knowledge::Absent && soa.name_exists);
  if (!exists) return result;  // the SOA around a name that is not there is the registry's
  if (const std::optional<ZoneState> fresh = fresh_zone(evidence)) {
    say_age(result, ages_of(evidence, names, *fresh), *fresh, domain, counts(*fresh, provider));
  }
  return result;
}

}  // namespace

extern const Check kZoneCheck = {"zone", kSays, run};

}  // namespace alimail
