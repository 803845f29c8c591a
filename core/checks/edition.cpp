// Edition: do all records of the domain belong to one site of Alibaba Mail? alibabacloud.com/help 1000112.
//
// Asks nothing; compares the sites that MX, SPF, the login host and the hosts for mail programs name (core/edition.h). An
// account lives at one site, and a name that leads to another one opens a login page that does not know it. The two sets
// of the China site may stand in for each other. What several sites are named in, or none, has no voice here.
#include "edition.h"

#include "checks/check.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"edition.one", Severity::Info, "I-1000112"},
    {"edition.mixed", Severity::Warning, "I-1000112"},
    {"edition.china-sets", Severity::Info, "H609862"},
};

struct Kind {
  std::string_view name;
  const Family* family;
};

CheckResult run(const Evidence& evidence, const Provider& provider) {
  CheckResult result;
  const Edition edition = edition_of(evidence, provider);
  const Kind kinds[] = {{"mx", edition.mx}, {"spf", edition.spf}, {"login", edition.login}, {"client", edition.client}};
  const Family* first = nullptr;
  bool several_sites = false;
  bool several_sets = edition.both_china_sets;
  std::vector<std::string> seen;
  for (const Kind& kind : kinds) {
    if (kind.family == nullptr) continue;
    seen.emplace_back(kind.name);
    if (first == nullptr) first = kind.family;
    several_sites = several_sites || !same_site(*first, *kind.family);
    several_sets = several_sets || first != kind.family;
  }
  if (first == nullptr) return result;
  if (several_sites) {
    Saying said = say(result, kSays[row(kSays, "edition.mixed")]);
    for (const Kind& kind : kinds) {
      if (kind.family != nullptr) said.with(kind.name, text_or_empty(*kind.family, "id"));
    }
    return result;
  }
  say(result, kSays[row(kSays, "edition.one")]).with("family", text_or_empty(*first, "id")).with("seen", seen);
  if (several_sets) say(result, kSays[row(kSays, "edition.china-sets")]);
  return result;
}

}  // namespace

extern const Check kEditionCheck = {"edition", kSays, run};

}  // namespace alimail
