#include "checks/kit/views.h"

namespace alimail {

Views views_of(const Evidence& evidence, const Provider& provider) {
  Views views{evidence, provider, exchanges_of(evidence, provider), login_route(evidence, provider), {}, {}, {}};
  views.site = site_in_use(evidence, views.exchanges, views.login, provider);
  views.policy = walk_policy(evidence, evidence.subject.domain);
  if (views.site.chosen != nullptr) views.merged = merged_policy(evidence, *views.site.chosen, provider);
  return views;
}

}  // namespace alimail
