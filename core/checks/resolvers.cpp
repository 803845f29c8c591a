// Resolvers: do they say the same about the login host? RFC 2308 section 5, RFC 8767.
//
// Asks nothing of its own; compares what the login check asked everywhere. Address records are compared only by whether
// there are any: their values differ by place for good reasons. Disagreement is the sign of a record that is on its
// way, though filtering and geography can cause it too.
#include <algorithm>

#include "checks/check.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"resolvers.agree", Severity::Info, "RFC 2308 section 5"},
    {"resolvers.alone", Severity::Info, "RFC 2308 section 5"},
    {"resolvers.disagree", Severity::Warning, "RFC 2308 section 5"},
    {"resolvers.differ", Severity::Warning, "RFC 2308 section 5"},
};

// "resolver: target" for every resolver, and whether there are different targets among them.
struct Targets {
  std::vector<std::string> said;
  bool differ = false;
};

Targets targets_of(const Lookup& cname) {
  Targets targets;
  std::vector<std::string> first;
  for (const RecordSet& set : cname.sets) {
    const std::vector<std::string> values = values_of(set.records, RecordType::Cname);
    if (values.empty()) continue;
    if (first.empty()) first = values;
    if (values != first) targets.differ = true;
    targets.said.push_back(set.resolver + ": " + values.front());
  }
  return targets;
}

CheckResult run(const Evidence& evidence, const Provider& /*provider*/) {
  const std::string& host = evidence.subject.login_host;
  if (evidence.subject.domain.empty() || host.empty()) return {};
  const Lookup a = look_up(evidence, host, RecordType::A);
  const Lookup cname = look_up(evidence, host, RecordType::Cname);

  const Lookup& split = !cname.having.empty() && !cname.lacking.empty() ? cname : a;
  const std::vector<std::string>& answering = a.having.empty() ? a.lacking : a.having;
  CheckResult result;
  if (!split.having.empty() && !split.lacking.empty()) {
    Saying said = say(result, kSays[row(kSays, "resolvers.disagree")]).with("name", host);
    said.with("with", split.having).with("without", split.lacking);
  } else if (const Targets targets = targets_of(cname); targets.differ) {
    say(result, kSays[row(kSays, "resolvers.differ")]).with("name", host).with("said", targets.said);
  } else if (!answering.empty()) {
    const bool alone = answering.size() == 1;
    const Says& says = kSays[alone ? row(kSays, "resolvers.alone") : row(kSays, "resolvers.agree")];
    say(result, says).with("name", host).with("resolvers", answering);
  }
  return result;
}

}  // namespace

extern const Check kResolversCheck = {"resolvers", kSays, run};

}  // namespace alimail
