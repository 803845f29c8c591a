// CAA: who may issue certificates for the domain, and so for its own login page. RFC 8659.
//
// Asks <domain> CAA and reports which issuers the records name. Certificates are not examined. Without records, every
// authority may issue.
#include <algorithm>

#include "base/order.h"
#include "checks/kit/check.h"
#include "evidence/lookup.h"
#include "records/excerpt.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"caa.present", Severity::Info, "RFC 8659 section 4"},
    {"caa.unknown", Severity::Unknown, ""},
});

constexpr std::size_t kMaxIssuers = 8;  // maximum number shown

// RFC 8659 section 4.2: the name before the parameters. An empty name allows nobody.
Vector<String> issuers_of(const Lookup& lookup) {
  Vector<String> issuers;
  for (const ResourceRecord& record : lookup.sets.front().records) {
    const auto* authority = std::get_if<CertificationAuthority>(&record.data);
    if (authority == nullptr || !is_one_of(authority->tag, "issue issuewild")) continue;
    const String issuer(beginning(split({authority->value, 0}, ';').front().text));
    if (issuer.empty() || issuers.size() == kMaxIssuers) continue;
    if (std::find(issuers.begin(), issuers.end(), issuer) == issuers.end()) issuers.push_back(issuer);
  }
  sort(issuers);
  return issuers;
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Caa, Reach::First, "caa");
  const Lookup caa = look_up(evidence, domain, RecordType::Caa);
  if (caa.knowledge == Knowledge::Unknown) {
    say(result, kSays["caa.unknown"]).with("domain", domain).with("outcomes", caa.failing);
  } else if (caa.knowledge == Knowledge::Present) {
    const Vector<String> issuers = issuers_of(caa);
    if (!issuers.empty()) say(result, kSays["caa.present"]).with("issuers", issuers);
  }
  return result;
}

}  // namespace

extern const Check kCaaCheck = {"caa", kSays, run};

}  // namespace alimail
