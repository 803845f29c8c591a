// Apex: is the mail domain itself an alias? RFC 1034 section 3.6.2, help.aliyun.com 609862.
//
// Asks <domain> CNAME. A CNAME excludes all other records. Resolvers that saw the CNAME first no longer find the MX and
// TXT records, and mail arrives only sometimes. An alias in the answers to MX, TXT or SOA counts as well. Only the
// CNAME query proves that there is no alias, because a server that keeps both records answers an MX query with the MX.
#include "checks/kit/check.h"
#include "evidence/lookup.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Apex>({
    {"apex.alias", Severity::Error, "H609862", Follows::Publish},
    {"apex.no-alias", Severity::Info, "RFC 1034 section 3.6.2"},
    {"apex.unknown", Severity::Unknown, "", Follows::Undecided},
});

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Cname, Reach::First, "apex-alias");

  const Lookup cname = look_up(evidence, domain, RecordType::Cname);
  if (!views.apex_alias.empty()) {
    say(result, kSays["apex.alias"]).with("domain", domain).with("target", views.apex_alias);
  } else if (cname.knowledge == Knowledge::Unknown) {
    say(result, kSays["apex.unknown"]).with("domain", domain).with("outcomes", cname.failing);
  } else if (cname.knowledge == Knowledge::Absent && !views.domain.absent()) {
    say(result, kSays["apex.no-alias"]).with("domain", domain);
  }
  return result;
}

}  // namespace

extern const Check kApexCheck = {"apex", kSays, run};

}  // namespace alimail
