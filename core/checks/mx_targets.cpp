// The hosts in the MX records: do they have addresses, and are they valid hosts? RFC 5321 section 5.1.
//
// Asks for each target's A record, and for AAAA if there is no A. One resolver is enough, because a target without an
// address has none anywhere. An MX must name a host, so an address or an alias is a mistake; the targets that Alibaba
// publishes are not judged. At most kMaxExchanges targets are examined. A failed lookup is "mx.target-unknown".
#include <algorithm>

#include "checks/kit/check.h"
#include "dns/address_text.h"
#include "evidence/exchanges.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Mx>({
    {"mx.target-alias", Severity::Warning, "RFC 2181 section 10.3"},
    {"mx.target-address", Severity::Error, "RFC 5321 section 5.1", Follows::Publish},
    {"mx.target-unresolvable", Severity::Error, "RFC 5321 section 5.1"},
    {"mx.target-unroutable", Severity::Error, "RFC 6890 section 2.2"},
    {"mx.target-unknown", Severity::Unknown, "", Follows::Undecided},
    {"mx.targets-resolve", Severity::Info, "RFC 5321 section 5.1"},
});

struct Target {
  Knowledge address = Knowledge::Unasked;
  bool wants_ipv6 = false;  // there is no A record, and an AAAA record would be enough
  AliasChain aliases;
  Vector<String> unroutable;  // addresses that no host on the Internet has
  Vector<Unanswered> failing;
};

// An alias in an answer is a fact, even if the lookup failed.
void follow(Target& target, const Lookup& lookup, const String& name) {
  for (const RecordSet& set : differing(lookup)) {
    AliasChain chain = alias_chain(set.records, name);
    if (chain.targets.size() > target.aliases.targets.size() || chain.loops) target.aliases = std::move(chain);
    for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
      for (String& each : values_of(set.records, type)) {
        const bool known =
            std::find(target.unroutable.begin(), target.unroutable.end(), each) != target.unroutable.end();
        if (is_unroutable(each) && !known) target.unroutable.push_back(std::move(each));
      }
    }
  }
}

Target look(const Evidence& evidence, const String& name) {
  Target target;
  const Lookup a = look_up(evidence, name, RecordType::A);
  follow(target, a, name);
  target.address = a.knowledge;
  target.failing = a.failing;
  target.wants_ipv6 = a.knowledge == Knowledge::Absent && a.end_exists;
  if (!target.wants_ipv6) return target;
  const Lookup aaaa = look_up(evidence, name, RecordType::Aaaa);
  target.address = aaaa.knowledge;
  target.failing = aaaa.failing;
  follow(target, aaaa, name);
  return target;
}

void judge(CheckResult& result, const String& name, const Target& target, bool published) {
  if (target.aliases.loops) {
    say(result, kSays["mx.target-unresolvable"]).with("target", name);
    return;
  }
  if (target.address == Knowledge::Unknown) {
    say(result, kSays["mx.target-unknown"]).with("target", name).with("outcomes", target.failing);
    return;
  }
  if (!target.aliases.targets.empty() && !published) {
    say(result, kSays["mx.target-alias"]).with("target", name).with("alias", target.aliases.targets.front());
  }
  if (!target.unroutable.empty() && !published) {
    Saying said = say(result, kSays["mx.target-unroutable"]).with("target", name).with("addresses", target.unroutable);
    said.with("rfc", rfc_of_unroutable(target.unroutable.front()));
  }
  if (target.address == Knowledge::Absent) {
    say(result, kSays["mx.target-unresolvable"]).with("target", name);
  }
}

// Returns whether an answer shows an address.
bool check(CheckResult& result, const String& name, const Evidence& evidence, const Provider& provider) {
  if (parse_ipv4(name) || parse_ipv6(name)) {
    say(result, kSays["mx.target-address"]).with("target", name);
    return false;
  }
  ask(result, name, RecordType::A, Reach::First, "exchange-address");
  const Target target = look(evidence, name);
  if (target.wants_ipv6) ask(result, name, RecordType::Aaaa, Reach::First, "exchange-address");
  judge(result, name, target, site_publishing_mx(provider, name) != nullptr);
  return target.address == Knowledge::Present;
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  CheckResult result;
  if (evidence.subject.domain.empty()) return result;
  Vector<String> seen;
  bool all_resolve = true;
  for (const MailExchange& each : views.exchanges.list) {
    const bool null_mx = each.exchange.empty();
    if (null_mx || std::find(seen.begin(), seen.end(), each.exchange) != seen.end()) continue;
    seen.push_back(each.exchange);
    if (!check(result, each.exchange, evidence, provider)) all_resolve = false;
  }
  if (all_resolve && !seen.empty() && result.findings.empty()) {
    say(result, kSays["mx.targets-resolve"]).with("targets", seen);
  }
  return result;
}

}  // namespace

extern const Check kMxTargetsCheck = {"mx", kSays, run};

}  // namespace alimail
