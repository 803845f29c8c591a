#include "checks/kit/views.h"

#include "evidence/apex_alias.h"

namespace alimail {
namespace {

// The record of a domain whose mail is elsewhere is not ours to change.
FlatPolicy flat_of(const Views& views) {
  const bool chosen = views.site.chosen != nullptr;
  const PolicyWalk& walk = chosen ? views.merged.walk : views.policy;
  if (views.merged.cut || !is_over_limits(walk)) return {};
  const Targets targets = targets_of(views.exchanges, views.evidence.subject.domain, views.provider);
  if (is_at_another_provider(targets, views.provider)) return {};
  return flat_policy(views.evidence, walk, views.provider);
}

}  // namespace

Views views_of(const Evidence& evidence, const Provider& provider) {
  Views views{evidence, provider, existence_of(evidence), apex_alias(evidence), {}, {}, {}, {}, {}, {}};
  views.exchanges = exchanges_of(evidence, views.apex_alias, provider);
  views.login = login_route(evidence, provider, views.domain);
  views.site = site_in_use(evidence, views.exchanges, views.login, provider);
  views.policy = walk_policy(evidence, evidence.subject.domain);
  if (views.site.chosen != nullptr) views.merged = merged_policy(evidence, *views.site.chosen, provider);
  views.flat = flat_of(views);
  return views;
}

}  // namespace alimail
