// Probe: what this browser itself can reach. Fetch standard, no-cors mode, which gives no error code.
//
// Asks for the domain's own login page and for the shared one of the same site. "Reached" proves that the name was
// resolved here, that TCP and TLS worked, and that an HTTP reply came. A failure alone proves nothing, and the finding
// says so.
#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/login_route.h"
#include "evidence/site.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"probe.reached", Severity::Info, ""},
    {"probe.failed", Severity::Notice, ""},
    {"probe.timeout", Severity::Notice, ""},
    {"probe.shared-reached", Severity::Info, ""},
    {"probe.shared-failed", Severity::Notice, ""},
    {"probe.shared-timeout", Severity::Notice, ""},
});

bool has_an_address(RouteKind kind) {
  switch (kind) {
    case RouteKind::Alibaba:
    case RouteKind::GuideTarget:
    case RouteKind::Elsewhere:
    case RouteKind::AddressRecord: return true;
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::Unknown:
    case RouteKind::DomainAbsent:
    case RouteKind::Missing:
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Dangling:
    case RouteKind::Loop: return false;
  }
  return false;
}

void look(CheckResult& result, const Evidence& evidence, const String& url, const Says& reached, const Says& failed,
          const Says& timeout) {
  result.probes.push_back({url});
  const auto found = std::find_if(evidence.probes.rbegin(), evidence.probes.rend(),
                                  [&](const ProbeResult& probe) { return probe.url == url; });
  if (found == evidence.probes.rend()) return;
  switch (found->outcome) {
    case ProbeOutcome::Reached: say(result, reached).with("url", url); return;
    case ProbeOutcome::Failed: say(result, failed).with("url", url); return;
    case ProbeOutcome::Timeout: say(result, timeout).with("url", url); return;
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  // If the complaint is about something else, such as a frozen account, no page is opened.
  if (evidence.complaint_given && !evidence.login_in_question) return result;
  const LoginRoute& route = views.login;
  if (!has_an_address(route.kind)) return result;

  // An address of a private network would lead to a neighbour of this browser.
  if (route.unroutable.empty()) {
    look(result, evidence, "https://" + route.host + "/", kSays["probe.reached"], kSays["probe.failed"],
         kSays["probe.timeout"]);
  }
  const Site* site = route.site != nullptr ? route.site : views.site.chosen;
  if (site == nullptr) return result;
  look(result, evidence, site->login_url(), kSays["probe.shared-reached"], kSays["probe.shared-failed"],
       kSays["probe.shared-timeout"]);
  return result;
}

}  // namespace

extern const Check kProbeCheck = {"probe", kSays, run};

}  // namespace alimail
