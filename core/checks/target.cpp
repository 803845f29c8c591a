// Target: does the name that the person is told to publish resolve now? Does the guide's name?
//
// Asks <target> A, but only if the login record is missing or wrong, because a value is looked up before it is
// recommended.
#include "checks/kit/check.h"
#include "evidence/login_route.h"
#include "evidence/site.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"target.resolves", Severity::Info, "H36710"},
    {"target.unresolvable", Severity::Notice, "H36710"},
    {"target.unknown", Severity::Unknown, ""},
    {"target.guide-resolves", Severity::Info, ""},
    {"target.guide-unresolvable", Severity::Info, ""},
    {"target.guide-unknown", Severity::Unknown, ""},
});

bool needs_a_record(RouteKind kind) {
  switch (kind) {
    case RouteKind::Missing:
    case RouteKind::GuideTarget:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Elsewhere:
    case RouteKind::Dangling:
    case RouteKind::Loop:
    case RouteKind::AddressRecord: return true;
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::Unknown:
    case RouteKind::DomainAbsent:
    case RouteKind::Alibaba:
    case RouteKind::AlibabaUnresolvable: return false;
  }
  return false;
}

struct Rows {
  const Says& resolves;
  const Says& unresolvable;
  const Says& unknown;
};

void look(CheckResult& result, const Evidence& evidence, const String& target, Purpose why, Rows rows) {
  ask(result, target, RecordType::A, Reach::First, why);
  const Lookup lookup = look_up(evidence, target, RecordType::A);
  switch (lookup.knowledge) {
    case Knowledge::Unasked: return;
    case Knowledge::Present: say(result, rows.resolves).with("target", target); return;
    case Knowledge::Absent: say(result, rows.unresolvable).with("target", target); return;
    case Knowledge::Unknown: say(result, rows.unknown).with("target", target).with("outcomes", lookup.failing); return;
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  CheckResult result;
  if (!evidence.login_in_question || !needs_a_record(views.login.kind)) return result;
  if (const Site* site = views.site.chosen; site != nullptr && site->login_target_documented()) {
    look(result, evidence, site->login_target(), "target-address",
         {kSays["target.resolves"], kSays["target.unresolvable"], kSays["target.unknown"]});
  }
  look(result, evidence, guide_login_target(provider), "guide-target-address",
       {kSays["target.guide-resolves"], kSays["target.guide-unresolvable"], kSays["target.guide-unknown"]});
  return result;
}

}  // namespace

extern const Check kTargetCheck = {"target", kSays, run};

}  // namespace alimail
