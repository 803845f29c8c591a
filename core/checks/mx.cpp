// MX: where mail for this domain is delivered. RFC 5321 section 5, RFC 7505, help.aliyun.com 36710, 446248 and 609862.
//
// Asks <domain> MX and sorts the targets by owner (provider/). Each China set is right. An additional set of another
// site is not. A server of another provider is not either, unless it is a mail filter or a second provider on purpose:
// only the person knows that, and is asked. If it receives all mail, the domain is another provider's only if neither the
// login host nor SPF leads to Alibaba Mail. Names under Alibaba's domains that no page lists are reported,
// even if they are the only targets. Only the order of the priorities matters. A failed answer is "mx.unknown": an
// absence that nobody saw is not reported. mx_targets.cpp asks whether the targets have addresses.
#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/exchanges.h"
#include "evidence/other_receivers.h"
#include "evidence/site.h"
#include "sender_policy/published.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Mx>({
    {"mx.alibaba", Severity::Info, "H36710"},
    {"mx.inferred", Severity::Info, ""},
    {"mx.missing", Severity::Error, "H446248", Follows::Publish},
    {"mx.null", Severity::Error, "RFC 7505 section 3", Follows::Publish},
    {"mx.null-beside-others", Severity::Error, "RFC 7505 section 3", Follows::Publish},
    {"mx.foreign", Severity::Notice, "H609862"},
    {"mx.perhaps-filter", Severity::Notice, "H609862", Follows::AskFirst},
    {"mx.filter", Severity::Info, ""},
    {"mx.unwanted", Severity::Error, "H609862", Follows::Publish},
    {"mx.mixed", Severity::Error, "H609862", Follows::Publish},
    {"mx.mixed-on-purpose", Severity::Info, ""},
    {"mx.other-product", Severity::Warning, "", Follows::Publish},
    {"mx.direct-mail", Severity::Warning, "DM-39397"},
    {"mx.partial", Severity::Warning, "H36710", Follows::Publish},
    {"mx.two-sets", Severity::Notice, "H609862"},
    {"mx.two-sites", Severity::Error, "I-1000112", Follows::Publish},
    {"mx.undocumented-name", Severity::Warning, "H36710", Follows::Publish},
    {"mx.duplicate", Severity::Notice, "RFC 5321 section 5.1"},
    {"mx.order-reversed", Severity::Notice, "H446248"},
    {"mx.cut", Severity::Notice, ""},
    {"mx.hidden", Severity::Unknown, "RFC 1034 section 3.6.2", Follows::Undecided},
    {"mx.unknown", Severity::Unknown, "", Follows::Undecided},
});

using Names = Vector<String>;

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names published_by(const Site& site) {
  Names names;
  for (const SiteExchange each : site.mx()) names.push_back(each.host());
  return names;
}

bool several_regions(const Targets& targets) {
  return std::any_of(targets.sites.begin(), targets.sites.end(),
                     [&](const Site* each) { return !same_region(*each, *targets.sites.front()); });
}

// What to publish instead: the set of the site if it is known, otherwise every documented set.
Names documented_instead(const Targets& targets, const Views& views) {
  const Site* site = targets.sites.empty() ? views.site.chosen : targets.sites.front();
  if (site != nullptr) return published_by(*site);
  Names names;
  for (const Site& each : views.provider.sites) {
    if (each.mx_source().empty()) continue;
    const Names set = published_by(each);
    names.insert(names.end(), set.begin(), set.end());
  }
  return names;
}

// Each set of a site is sufficient, so a missing record matters only if no set is complete.
void say_what_is_missing(CheckResult& result, const Targets& targets) {
  const Site* partial = nullptr;
  Names missing;
  for (const Site* site : targets.publishing) {
    if (site->mx_source().empty()) return;
    Names absent;
    for (const String& name : published_by(*site)) {
      if (!contains(targets.published, name)) absent.push_back(name);
    }
    if (absent.empty()) return;
    if (partial != nullptr) continue;
    partial = site;
    missing = std::move(absent);
  }
  if (partial == nullptr) return;
  say(result, kSays["mx.partial"]).with("family", partial->id()).with("missing", missing);
}

// Only the overall order counts: mail is also delivered with equal numbers, gaps, or two adjacent records in the wrong
// order.
bool is_reversed(const Site& site, const Exchanges& exchanges) {
  const MailExchange* first = nullptr;
  const MailExchange* last = nullptr;
  for (const String& name : published_by(site)) {
    const auto same = [&](const MailExchange& each) { return each.exchange == name; };
    const auto found = std::find_if(exchanges.list.begin(), exchanges.list.end(), same);
    if (found == exchanges.list.end()) continue;
    if (first == nullptr) first = &*found;
    last = &*found;
  }
  return first != nullptr && first->preference > last->preference;
}

void say_ours(CheckResult& result, const Targets& targets, const Exchanges& exchanges, const String& domain) {
  if (targets.published.empty()) return;
  const Site& site = *targets.publishing.front();
  const String& id = site.id();
  const auto tell = [&](const Says& says) {
    say(result, says).with("domain", domain).with("family", id).with("targets", targets.all);
  };
  tell(kSays["mx.alibaba"]);
  if (site.mx_source().empty()) tell(kSays["mx.inferred"]);
  if (targets.publishing.size() > 1) say(result, kSays["mx.two-sets"]).with("targets", targets.all);
  say_what_is_missing(result, targets);
  if (is_reversed(site, exchanges)) {
    say(result, kSays["mx.order-reversed"]).with("targets", targets.all);
  }
}

// Whether the login record or the SPF record leads to Alibaba Mail, or may do so.
bool may_be_at_alibaba(const Views& views) {
  const SiteInUse& site = views.site;
  const Knowledge spf = published_texts(views.evidence, views.evidence.subject.domain).knowledge;
  const bool looked = views.login.kind != RouteKind::Unknown && views.login.kind != RouteKind::Pending &&
                      (spf == Knowledge::Absent || spf == Knowledge::Present);
  return site.login != nullptr || site.spf != nullptr || !looked;
}

const Says& wholly_foreign(const Views& views) {
  switch (other_receivers(views.evidence)) {
    case OtherReceivers::OnPurpose: return kSays["mx.filter"];
    case OtherReceivers::Unwanted: return kSays["mx.unwanted"];
    case OtherReceivers::Elsewhere: return kSays["mx.foreign"];
    case OtherReceivers::Unsaid: break;
  }
  const bool says_alibaba = reply_to(views.evidence, "service") == "alibaba-mail";
  return says_alibaba || may_be_at_alibaba(views) ? kSays["mx.perhaps-filter"] : kSays["mx.foreign"];
}

void say_others(CheckResult& result, const Targets& targets, const Views& views) {
  const String& domain = views.evidence.subject.domain;
  const Provider& provider = views.provider;
  if (!is_wholly_foreign(targets)) {
    const bool on_purpose = other_receivers(views.evidence) == OtherReceivers::OnPurpose;
    Saying said = say(result, on_purpose ? kSays["mx.mixed-on-purpose"] : kSays["mx.mixed"]).with("domain", domain);
    said.with("targets", targets.all).with("foreign", targets.foreign);
    return;  // the owner of the other names does not own the domain
  }
  if (is_at_another_provider(targets, provider)) {
    Saying said = say(result, wholly_foreign(views)).with("domain", domain);
    const bool known = targets.provider != nullptr;
    said.with("provider", known ? std::string_view(targets.provider->id()) : "unknown");
    said.with("targets", targets.foreign);
  }
  for (const OtherProduct* product : targets.products) {
    const bool sends = product->sends_only();
    Saying said = say(result, sends ? kSays["mx.direct-mail"] : kSays["mx.other-product"]);
    Names mine;
    for (const String& name : targets.foreign) {
      if (product_of_mx(provider, name) == product) mine.push_back(name);
    }
    said.with("product", product->id()).with("targets", mine);
  }
}

void judge(CheckResult& result, const Views& views) {
  const Exchanges& exchanges = views.exchanges;
  const Provider& provider = views.provider;
  const String& domain = views.evidence.subject.domain;
  const Targets targets = targets_of(exchanges, domain, provider);
  if (targets.all.empty()) {
    say(result, kSays["mx.null"]).with("domain", domain);
    return;
  }
  const bool two_sites = several_regions(targets);
  if (!targets.foreign.empty()) say_others(result, targets, views);
  if (two_sites) {
    Names sites;
    for (const Site* each : targets.sites) sites.push_back(each->id());
    say(result, kSays["mx.two-sites"]).with("families", sites).with("targets", targets.all);
  }
  if (targets.foreign.empty() && !two_sites) say_ours(result, targets, exchanges, domain);
  if (!targets.undocumented.empty()) {
    say(result, kSays["mx.undocumented-name"])
        .with("targets", targets.undocumented)
        .with("documented", documented_instead(targets, views));
  }
  if (targets.null_beside) say(result, kSays["mx.null-beside-others"]).with("targets", targets.all);
  if (!targets.repeated.empty()) say(result, kSays["mx.duplicate"]).with("targets", targets.repeated);
}

CheckResult run(const Views& views) {
  const String& domain = views.evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Mx, Reach::Every, "mail-exchange");

  const Exchanges& exchanges = views.exchanges;
  switch (exchanges.knowledge) {
    case Knowledge::Unasked: break;
    case Knowledge::Unknown:
      if (exchanges.hidden) {
        say(result, kSays["mx.hidden"]).with("domain", domain).with("target", views.apex_alias);
        break;
      }
      say(result, kSays["mx.unknown"]).with("domain", domain).with("outcomes", exchanges.failing);
      break;
    case Knowledge::Absent:
      // If the whole domain does not exist, the domain check reports it, and the missing MX is only a consequence.
      if (!views.domain.absent()) say(result, kSays["mx.missing"]).with("domain", domain);
      break;
    case Knowledge::Present:
      if (!exchanges.list.empty()) judge(result, views);
      if (exchanges.count > kMaxExchanges) {
        Saying said = say(result, kSays["mx.cut"]);
        said.with("count", static_cast<std::int64_t>(exchanges.count));
        said.with("limit", static_cast<std::int64_t>(kMaxExchanges));
      }
      break;
  }
  return result;
}

}  // namespace

extern const Check kMxCheck = {"mx", kSays, run};

}  // namespace alimail
