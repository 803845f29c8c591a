#include "advice/values.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "advice/publish.h"
#include "advice/wait.h"
#include "base/containers.h"
#include "base/timestamp.h"
#include "names/near_names.h"

namespace alimail {
namespace {

void add(Args& values, std::string_view name, String text) {
  if (!text.empty()) values.push_back({name, std::move(text)});
}

String mx_set_of(const Site& site) {
  String set;
  for (const SiteExchange exchange : site.mx()) {
    if (!set.empty()) set.append(", ");
    set.append(to_string(exchange.priority())).append(" ").append(exchange.host());
  }
  return set;
}

std::string_view name_of_server(std::string_view host) {
  if (host == "imap") return "imap_server";
  return host == "smtp" ? "smtp_server" : "pop_server";
}

// Only names that may have been meant by the person who typed it; nobody looks them up.
String near_names_of(const Views& views, std::string_view complaint) {
  String text;
  if (!views.domain.absent()) return text;
  for (const String& name : near_names(views.evidence.subject.domain, complaint)) {
    if (!text.empty()) text.append(", ");
    text.append(name);
  }
  return text;
}

}  // namespace

Args values_of(const Views& views, std::string_view complaint) {
  const Evidence& evidence = views.evidence;
  Args values;
  if (evidence.subject.domain.empty()) return values;
  add(values, "domain", evidence.subject.domain);
  add(values, "login_host", evidence.subject.login_host);
  add(values, "target", recommended_target(views));
  add(values, "near_names", near_names_of(views, complaint));
  if (views.site.chosen != nullptr) add(values, "login_url", views.site.chosen->login_url());
  return values;
}

void add_values_of_time(Args& values, const Evidence& evidence, const std::optional<Wait>& wait,
                        const Vector<RecordToPublish>& records) {
  if (wait) {
    add(values, "wait_until", format_time(wait->until));
  } else if (!records.empty()) {
    const std::int64_t seconds = settling_time(evidence, records.front());
    if (seconds > 0) {
      values.push_back({"settle", {}});
      values.back().value = seconds;
    }
  }
}

void add_values_of_site(Args& values, const Views& views, const Vector<RecordToPublish>& records) {
  if (views.evidence.subject.domain.empty() || views.site.chosen == nullptr) return;
  const Site& site = *views.site.chosen;
  // What no page gives is not recommended.
  if (!site.mx_source().empty()) add(values, "mx_set", mx_set_of(site));
  // The record to publish, where there is one: it may need fewer lookups than the merged one.
  const auto published = std::find_if(records.begin(), records.end(), [](const RecordToPublish& record) {
    return std::string_view(record.value).starts_with("v=spf1");
  });
  add(values, "spf_record", published == records.end() ? views.merged.text : published->value);
  for (const SiteClient client : site.clients()) {
    if (!client.source().empty()) add(values, name_of_server(client.host()), client.target());
  }
}

}  // namespace alimail
