// Edition: do all records of the domain belong to one region of Alibaba Mail? alibabacloud.com/help 1000112.
//
// Asks nothing. Compares the sites that the MX records, the SPF record, the login host and the hosts for mail apps name
// (core/evidence/site.h). An account belongs to one region, and a name that leads to another region opens a login page
// that does not know the account. The two sites of China serve the same accounts. Records that name several regions, or
// none, are ignored.
#include "checks/kit/check.h"
#include "evidence/site.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"edition.one", Severity::Info, "I-1000112"},
    {"edition.mixed", Severity::Warning, "I-1000112"},
    {"edition.login-differs", Severity::Info, "I-1000112"},
    {"edition.client-differs", Severity::Info, "I-CLIENT"},
    {"edition.china-sets", Severity::Info, "H609862"},
});

struct Kind {
  std::string_view name;
  const Site* site;
  bool tells_sites;  // false if both sites of China share this name (SPF)
};

struct Voices {
  const Site* first = nullptr;
  const Site* exact = nullptr;  // the first one that distinguishes the sites of a region
  bool several_regions = false;
  bool several_sites = false;
  Vector<String> seen;

  void hear(const Kind& kind) {
    if (kind.site == nullptr) return;
    seen.emplace_back(kind.name);
    if (first == nullptr) first = kind.site;
    several_regions = several_regions || !same_region(*first, *kind.site);
    if (!kind.tells_sites) return;
    if (exact == nullptr) exact = kind.site;
    several_sites = several_sites || exact != kind.site;
  }
};

// Each kind of record has its own finding, because the fix differs: hosts for mail apps at another site say nothing
// about the login host.
void say_of(CheckResult& result, const SiteInUse& in_use, const Kind& kind, const Says& says) {
  const bool by_mx = in_use.mx != nullptr;
  const Site* mail = by_mx ? in_use.mx : in_use.spf;
  if (mail == nullptr || kind.site == nullptr || same_region(*mail, *kind.site)) return;
  Saying said = say(result, says);
  said.with(by_mx ? "mx" : "spf", mail->id()).with(kind.name, kind.site->id());
}

CheckResult run(const Views& views) {
  CheckResult result;
  // Without the answer about MX, nobody knows which site the other records should name.
  const Knowledge mx = views.exchanges.knowledge;
  if (mx == Knowledge::Unknown || mx == Knowledge::Unasked) return result;
  const SiteInUse& in_use = views.site;
  const Kind kinds[] = {{"mx", in_use.mx, true},
                        {"spf", in_use.spf, false},
                        {"login", in_use.login, true},
                        {"client", in_use.client, true}};
  Voices voices;
  for (const Kind& kind : kinds) voices.hear(kind);
  if (voices.several_regions) {
    Saying said = say(result, kSays["edition.mixed"]);
    for (const Kind& kind : kinds) {
      if (kind.site != nullptr) said.with(kind.name, kind.site->id());
    }
    say_of(result, in_use, kinds[2], kSays["edition.login-differs"]);
    say_of(result, in_use, kinds[3], kSays["edition.client-differs"]);
  } else if (voices.first != nullptr) {
    const Site& site = voices.exact != nullptr ? *voices.exact : *voices.first;
    Saying said = say(result, kSays["edition.one"]);
    said.with("family", site.id()).with("seen", voices.seen);
    if (voices.several_sites || in_use.both_china_sites) say(result, kSays["edition.china-sets"]);
  }
  return result;
}

}  // namespace

extern const Check kEditionCheck = {"edition", kSays, run};

}  // namespace alimail
