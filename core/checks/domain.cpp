// Domain: does the mail domain exist, and do its name servers answer? RFC 1034 section 4.3.2, RFC 2308, RFC 8020.
//
// Asks <domain> SOA. NXDOMAIN means that nothing is registered or delegated there (expired, mistyped); NODATA means
// that the name exists inside a larger zone. SERVFAIL from every resolver points to the domain's own name servers or to
// broken DNSSEC, but it is no absence.
#include "checks/check.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"domain.exists", Severity::Info, "RFC 2308 section 2"},
    {"domain.nonexistent", Severity::Error, "RFC 8020 section 2"},
    {"domain.servfail", Severity::Unknown, "RFC 1035 section 4.1.1"},
    {"domain.unknown", Severity::Unknown, ""},
};

CheckResult run(const Evidence& evidence, const Provider& /*provider*/) {
  const std::string& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Soa, Reach::Every, "zone");

  const Lookup zone = look_up(evidence, domain, RecordType::Soa);
  switch (zone.knowledge) {
    case Knowledge::Unasked: break;
    case Knowledge::Unknown:
      if (zone.all_servfail) {
        say(result, kSays[row(kSays, "domain.servfail")]).with("domain", domain);
      } else {
        say(result, kSays[row(kSays, "domain.unknown")]).with("domain", domain).with("outcomes", zone.failing);
      }
      break;
    case Knowledge::Absent:
      if (!zone.name_exists) {
        say(result, kSays[row(kSays, "domain.nonexistent")]).with("domain", domain);
        break;
      }
      [[fallthrough]];
    case Knowledge::Present: say(result, kSays[row(kSays, "domain.exists")]).with("domain", domain); break;
  }
  return result;
}

}  // namespace

extern const Check kDomainCheck = {"domain", kSays, run};

}  // namespace alimail
