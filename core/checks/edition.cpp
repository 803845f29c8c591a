// Edition: do all records of the domain belong to one site of Alibaba Mail? alibabacloud.com/help 1000112.
//
// Asks nothing; compares the sites that MX, SPF, the login host and the hosts for mail programs name (core/evidence/site.h). An
// account lives at one site, and a name that leads to another one opens a login page that does not know it. The two sets
// of the China site may stand in for each other. What several sites are named in, or none, has no voice here.
#include "checks/kit/check.h"
#include "evidence/site.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"edition.one", Severity::Info, "I-1000112"},           {"edition.mixed", Severity::Warning, "I-1000112"},
    {"edition.login-differs", Severity::Info, "I-1000112"}, {"edition.client-differs", Severity::Info, "I-CLIENT"},
    {"edition.china-sets", Severity::Info, "H609862"},
};

struct Kind {
  std::string_view name;
  const Family* family;
  bool tells_sets;  // both China sets have one SPF name
};

struct Voices {
  const Family* site = nullptr;  // the first that names one
  const Family* set = nullptr;   // the first that tells the sets of a site apart
  bool several_sites = false;
  bool several_sets = false;
  std::vector<std::string> seen;

  void hear(const Kind& kind) {
    if (kind.family == nullptr) return;
    seen.emplace_back(kind.name);
    if (site == nullptr) site = kind.family;
    several_sites = several_sites || !same_site(*site, *kind.family);
    if (!kind.tells_sets) return;
    if (set == nullptr) set = kind.family;
    several_sets = several_sets || set != kind.family;
  }
};

// Which record stands out matters to who mends it: hosts for mail programs at another site say nothing of the login host.
void say_of(CheckResult& result, const Edition& edition, const Kind& kind, const Says& says) {
  const bool by_mx = edition.mx != nullptr;
  const Family* mail = by_mx ? edition.mx : edition.spf;
  if (mail == nullptr || kind.family == nullptr || same_site(*mail, *kind.family)) return;
  Saying said = say(result, says);
  said.with(by_mx ? "mx" : "spf", text_or_empty(*mail, "id")).with(kind.name, text_or_empty(*kind.family, "id"));
}

CheckResult run(const Views& views) {
  CheckResult result;
  const Edition& edition = views.edition;
  const Kind kinds[] = {{"mx", edition.mx, true},
                        {"spf", edition.spf, false},
                        {"login", edition.login, true},
                        {"client", edition.client, true}};
  Voices voices;
  for (const Kind& kind : kinds) voices.hear(kind);
  if (voices.several_sites) {
    Saying said = say(result, kSays[row(kSays, "edition.mixed")]);
    for (const Kind& kind : kinds) {
      if (kind.family != nullptr) said.with(kind.name, text_or_empty(*kind.family, "id"));
    }
    say_of(result, edition, kinds[2], kSays[row(kSays, "edition.login-differs")]);
    say_of(result, edition, kinds[3], kSays[row(kSays, "edition.client-differs")]);
  } else if (voices.site != nullptr) {
    const Family& family = voices.set != nullptr ? *voices.set : *voices.site;
    Saying said = say(result, kSays[row(kSays, "edition.one")]);
    said.with("family", text_or_empty(family, "id")).with("seen", voices.seen);
    if (voices.several_sets || edition.both_china_sets) say(result, kSays[row(kSays, "edition.china-sets")]);
  }
  return result;
}

}  // namespace

extern const Check kEditionCheck = {"edition", kSays, run};

}  // namespace alimail
