#include "outlook.h"

#include "edition.h"

namespace alimail {
namespace {

bool wrong_or_missing(RouteKind kind) {
  switch (kind) {
    case RouteKind::Missing:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Elsewhere:
    case RouteKind::Dangling:
    case RouteKind::Loop: return true;
    case RouteKind::AddressRecord:  // works until the address changes: advised in words, not called wrong
    case RouteKind::GuideTarget:
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::Unknown:
    case RouteKind::DomainAbsent:
    case RouteKind::Alibaba:
    case RouteKind::AlibabaUnresolvable: return false;
  }
  return false;
}

}  // namespace

std::string recommended_target(const Evidence& evidence, const Provider& provider) {
  const Family* family = edition_of(evidence, provider).chosen;
  if (family == nullptr || !flag(*family, "login_target_documented")) return {};
  const std::string& target = text_or_empty(*family, "login_target");
  return address_knowledge(evidence, target) == Knowledge::Absent ? std::string() : target;
}

std::vector<RecordToPublish> records_to_publish(const Evidence& evidence, const LoginRoute& route,
                                                const Provider& provider) {
  const std::string target = recommended_target(evidence, provider);
  if (target.empty() || !evidence.login_in_question || !wrong_or_missing(route.kind)) return {};
  const Family* family = family_of_login_target(provider, target);
  RecordToPublish record;
  record.change = route.target.empty() ? Change::Add : Change::Replace;
  record.host = route.host;
  record.zone = evidence.subject.domain;
  record.value = target;
  if (!route.target.empty()) record.current = {route.target};
  record.source = source_url(provider, text_or_empty(*family, "login_target_source"));
  return {std::move(record)};
}

}  // namespace alimail
