#include "advice/values.h"

#include <string>
#include <utility>

#include "advice/publish.h"
#include "sender_policy/merge.h"

namespace alimail {
namespace {

void add(Args& values, std::string_view name, std::string text) {
  if (!text.empty()) values.push_back({name, std::move(text)});
}

std::string mx_set_of(const Site& site) {
  std::string set;
  for (const SiteExchange exchange : site.mx()) {
    if (!set.empty()) set.append(", ");
    set.append(std::to_string(exchange.priority())).append(" ").append(exchange.host());
  }
  return set;
}

std::string_view name_of_server(std::string_view host) {
  if (host == "imap") return "imap_server";
  return host == "smtp" ? "smtp_server" : "pop_server";
}

}  // namespace

Args values_of(const Views& views) {
  const Evidence& evidence = views.evidence;
  Args values;
  if (evidence.subject.domain.empty()) return values;
  add(values, "domain", evidence.subject.domain);
  add(values, "login_host", evidence.subject.login_host);
  add(values, "target", recommended_target(views));
  if (views.site.chosen != nullptr) add(values, "login_url", views.site.chosen->login_url());
  return values;
}

void add_values_of_site(Args& values, const Views& views) {
  if (views.evidence.subject.domain.empty() || views.site.chosen == nullptr) return;
  const Site& site = *views.site.chosen;
  // What no page gives is not recommended.
  if (!site.mx_source().empty()) add(values, "mx_set", mx_set_of(site));
  add(values, "spf_record", merged_policy(views.evidence, site, views.provider).text);
  for (const SiteClient client : site.clients()) {
    if (!client.source().empty()) add(values, name_of_server(client.host()), client.target());
  }
}

}  // namespace alimail
