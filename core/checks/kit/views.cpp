#include "checks/kit/views.h"

namespace alimail {

Views views_of(const Evidence& evidence, const Provider& provider) {
  Views views{evidence, provider, existence_of(evidence), exchanges_of(evidence, provider), {}, {}, {}, {}};
  views.login = login_route(evidence, provider, views.domain);
  views.site = site_in_use(evidence, views.exchanges, views.login, provider);
  views.policy = walk_policy(evidence, evidence.subject.domain);
  if (views.site.chosen != nullptr) views.merged = merged_policy(evidence, *views.site.chosen, provider);
  return views;
}

}  // namespace alimail
