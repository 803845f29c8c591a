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

Finding judge_route(const LoginRoute& route, bool in_question) {
  const Arg host{"host", route.host};
  const Arg target{"target", route.target};
  switch (route.kind) {
    case RouteKind::Alibaba:
      return say(kSays[row(kSays, "login.alibaba")], {host, target, {"family", text_or_empty(*route.family, "id")}});
    case RouteKind::AlibabaUnresolvable: return say(kSays[row(kSays, "login.target-unresolvable")], {host, target});
    case RouteKind::GuideTarget: return say(kSays[row(kSays, "login.guide-target")], {host, target});
    case RouteKind::GuideTargetUnresolvable:
      return say(kSays[row(kSays, "login.guide-target-unresolvable")], {host, target});
    case RouteKind::Elsewhere: return say(kSays[row(kSays, "login.elsewhere")], {host, target});
    case RouteKind::Dangling: return say(kSays[row(kSays, "login.dangling")], {host, target});
    case RouteKind::Loop: return say(kSays[row(kSays, "login.loop")], {host});
    case RouteKind::AddressRecord:
      return say(kSays[row(kSays, "login.address-record")], {host, {"addresses", route.addresses}});
    case RouteKind::Missing:
      return in_question ? say(kSays[row(kSays, "login.missing")], {host})
                         : say(kSays[row(kSays, "login.not-published")], {host});
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: break;
  }
  return say(kSays[row(kSays, "login.unknown")], {host, {"outcomes", route.failing}});
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const LoginRoute route = login_route(evidence, provider);
  if (route.kind == RouteKind::NoHost) return {};
  CheckResult result;
  result.queries.push_back(ask(route.host, RecordType::Cname, Reach::Every, "login-alias"));
  result.queries.push_back(ask(route.host, RecordType::A, Reach::Every, "login-address"));
  result.queries.push_back(ask(route.host, RecordType::Aaaa, Reach::First, "login-address"));
  if (route.kind == RouteKind::Pending || route.kind == RouteKind::DomainAbsent) return result;
  result.findings.push_back(judge_route(route, evidence.login_in_question));
  return result;
}

}  // namespace

extern const Check kLoginCheck = {"login", kSays, run};

}  // namespace alimail
