// Login host: does the name of the own login page lead to Alibaba Mail? RFC 1034 section 3.6.2, help.aliyun.com 36710.
//
// Asks <login host> CNAME, A and AAAA, and accepts the CNAME target of every site. The guide's own target is recognised
// and never called the person's error. An address record works today and is not documented, so it is worth a warning.
// Whether a missing record matters depends on the person: without a word about the login page it is a notice.
#include "checks/check.h"
#include "login_route.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"login.alibaba", Severity::Info, "H36710"},
    {"login.guide-target", Severity::Notice, "H36710"},
    {"login.not-published", Severity::Notice, "H36710"},
    {"login.missing", Severity::Error, "H36710"},
    {"login.elsewhere", Severity::Notice, "H36710"},
    {"login.dangling", Severity::Error, "RFC 1034 section 3.6.2"},
    {"login.loop", Severity::Error, "RFC 1034 section 3.6.2"},
    {"login.address-record", Severity::Notice, "H36710"},
    {"login.target-unresolvable", Severity::Error, "I-1000112"},
    {"login.guide-target-unresolvable", Severity::Warning, "H36710"},
    {"login.unknown", Severity::Unknown, ""},
};

const Says& row_of(RouteKind kind, bool in_question) {
  switch (kind) {
    case RouteKind::Alibaba: return kSays[row(kSays, "login.alibaba")];
    case RouteKind::AlibabaUnresolvable: return kSays[row(kSays, "login.target-unresolvable")];
    case RouteKind::GuideTarget: return kSays[row(kSays, "login.guide-target")];
    case RouteKind::GuideTargetUnresolvable: return kSays[row(kSays, "login.guide-target-unresolvable")];
    case RouteKind::Elsewhere: return kSays[row(kSays, "login.elsewhere")];
    case RouteKind::Dangling: return kSays[row(kSays, "login.dangling")];
    case RouteKind::Loop: return kSays[row(kSays, "login.loop")];
    case RouteKind::AddressRecord: return kSays[row(kSays, "login.address-record")];
    case RouteKind::Missing:
      return kSays[in_question ? row(kSays, "login.missing") : row(kSays, "login.not-published")];
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: break;
  }
  return kSays[row(kSays, "login.unknown")];
}

void say_route(CheckResult& result, const LoginRoute& route, bool in_question) {
  Saying said = say(result, row_of(route.kind, in_question)).with("host", route.host);
  switch (route.kind) {
    case RouteKind::Alibaba:
      said.with("target", route.target).with("family", text_or_empty(*route.family, "id"));
      return;
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTarget:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Elsewhere:
    case RouteKind::Dangling: said.with("target", route.target); return;
    case RouteKind::AddressRecord: said.with("addresses", route.addresses); return;
    case RouteKind::Loop:
    case RouteKind::Missing: return;
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: said.with("outcomes", route.failing); return;
  }
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const LoginRoute route = login_route(evidence, provider);
  if (route.kind == RouteKind::NoHost) return {};
  CheckResult result;
  ask(result, route.host, RecordType::Cname, Reach::Every, "login-alias");
  ask(result, route.host, RecordType::A, Reach::Every, "login-address");
  ask(result, route.host, RecordType::Aaaa, Reach::First, "login-address");
  if (route.kind == RouteKind::Pending || route.kind == RouteKind::DomainAbsent) return result;
  say_route(result, route, evidence.login_in_question);
  return result;
}

}  // namespace

extern const Check kLoginCheck = {"login", kSays, run};

}  // namespace alimail
