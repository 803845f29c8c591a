// A domain that is set up exactly as the pages of its site say: no check reports a problem.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

World published(const Site& site, const std::string& resolver, World world = World()) {
  std::vector<ResourceRecord> exchanges;
  for (const SiteExchange each : site.mx()) {
    const std::string& host = each.host();
    exchanges.push_back(mx(kDomain, static_cast<std::uint16_t>(each.priority()), host));
    world.has(resolver, host, RecordType::A, {address(host, "192.0.2.1")});
  }
  world.has(resolver, kDomain, RecordType::Mx, exchanges);
  world.lacks(resolver, kDomain, RecordType::Cname);
  const std::string spf = "v=spf1 include:" + site.spf() + " -all";
  world.has(resolver, kDomain, RecordType::Txt, {{kDomain, RecordType::Txt, 600, CharacterStrings{{spf}}}});
  const std::string& login = site.login_target();
  world.has(resolver, kHost, RecordType::Cname, {cname(kHost, login)});
  world.has(resolver, kHost, RecordType::A, {cname(kHost, login), address(login, "192.0.2.2")});
  for (const SiteClient each : site.clients()) {
    const std::string host = each.host() + "." + kDomain;
    const std::string& target = each.target();
    world.has(resolver, host, RecordType::A, {cname(host, target), address(target, "192.0.2.3")});
  }
  return world;
}

TEST(HealthyDomain, OfAnySiteHasNoProblem) {
  const Provider& provider = catalogue().provider;
  const Check* const mine[] = {&kApexCheck, &kMxCheck, &kMxTargetsCheck, &kLoginCheck, &kClientsCheck, &kEditionCheck};
  for (const Site& site : provider.sites) {
    World world = published(site, "alidns", published(site, "google")).in_question();
    for (const Check* check : mine) {
      for (const Finding& finding : check->run(views_of(world.evidence(), provider)).findings) {
        EXPECT_EQ(finding.severity, Severity::Info) << site.id() << " " << finding.key;
      }
    }
    EXPECT_EQ(says(kEditionCheck, world), Keys{"edition.one"}) << site.id();
  }
}

// A change from any site to any other, halfway: one resolver has the old records, the other the new ones.
TEST(HealthyDomain, DuringAChangeOfSiteIsNotAMixture) {
  const Provider& provider = catalogue().provider;
  for (const Site& from : provider.sites) {
    for (const Site& to : provider.sites) {
      World world = published(from, "old", published(to, "new"));
      for (const Finding& finding : kMxCheck.run(views_of(world.evidence(), provider)).findings) {
        EXPECT_EQ(finding.severity, Severity::Info) << from.id() << " " << finding.key;
      }
    }
  }
}

}  // namespace
}  // namespace alimail::testing
