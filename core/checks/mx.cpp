// MX: where mail for this domain is delivered. RFC 5321 section 5, RFC 7505.
//
// Asks <domain> MX and compares the targets with what Alibaba Mail publishes (provider/). Any of its sets is right; two
// providers side by side are not. A failed answer is "mx.unknown": an absence that nobody saw is not reported.
#include <algorithm>

#include "checks/check.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"mx.alibaba", Severity::Info, "H36710"},           {"mx.missing", Severity::Error, "H446248"},
    {"mx.foreign", Severity::Notice, "H609862"},        {"mx.mixed", Severity::Error, "H609862"},
    {"mx.null", Severity::Error, "RFC 7505 section 3"}, {"mx.unknown", Severity::Unknown, ""},
};

std::vector<MailExchange> exchanges_of(const Lookup& mx) {
  std::vector<MailExchange> exchanges;
  for (const RecordSet& set : mx.sets) {
    for (const ResourceRecord& record : set.records) {
      const auto* exchange = std::get_if<MailExchange>(&record.data);
      if (exchange == nullptr) continue;
      if (std::find(exchanges.begin(), exchanges.end(), *exchange) != exchanges.end()) continue;
      const auto later = [](const MailExchange& a, const MailExchange& b) { return a.preference < b.preference; };
      exchanges.insert(std::upper_bound(exchanges.begin(), exchanges.end(), *exchange, later), *exchange);
    }
  }
  return exchanges;
}

Finding judge_exchanges(const std::vector<MailExchange>& exchanges, const std::string& domain,
                        const Provider& provider) {
  std::vector<std::string> targets;
  const Family* family = nullptr;
  const OtherProvider* other = nullptr;
  std::size_t ours = 0;
  for (const MailExchange& each : exchanges) {
    targets.push_back(each.exchange);
    if (const Family* found = family_of_mx(provider, each.exchange); found != nullptr) {
      ++ours;
      if (family == nullptr) family = found;
    } else if (other == nullptr) {
      other = provider_of_mx(provider, each.exchange);
    }
  }
  if (exchanges.size() == 1 && exchanges.front().exchange.empty()) {
    return say(kSays[row(kSays, "mx.null")], {{"domain", domain}});
  }
  if (family != nullptr && ours == exchanges.size()) {
    return say(kSays[row(kSays, "mx.alibaba")],
               {{"domain", domain}, {"family", text_or_empty(*family, "id")}, {"targets", targets}});
  }
  if (ours > 0) return say(kSays[row(kSays, "mx.mixed")], {{"domain", domain}, {"targets", targets}});
  return say(kSays[row(kSays, "mx.foreign")], {{"domain", domain},
                                               {"provider", other != nullptr ? text_or_empty(*other, "id") : "unknown"},
                                               {"targets", targets}});
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const std::string& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  result.queries.push_back(ask(domain, RecordType::Mx, Reach::Every, "mail-exchange"));

  const Lookup mx = look_up(evidence, domain, RecordType::Mx);
  switch (mx.knowledge) {
    case Knowledge::Unasked: break;
    case Knowledge::Unknown:
      result.findings.push_back(say(kSays[row(kSays, "mx.unknown")], {{"domain", domain}, {"outcomes", mx.failing}}));
      break;
    case Knowledge::Absent:
      // Where the whole domain does not exist, the domain check says so; a missing MX is only its consequence.
      if (mx.name_exists) result.findings.push_back(say(kSays[row(kSays, "mx.missing")], {{"domain", domain}}));
      break;
    case Knowledge::Present: {
      const std::vector<MailExchange> exchanges = exchanges_of(mx);
      if (!exchanges.empty()) result.findings.push_back(judge_exchanges(exchanges, domain, provider));
      break;
    }
  }
  return result;
}

}  // namespace

extern const Check kMxCheck = {"mx", kSays, run};

}  // namespace alimail
