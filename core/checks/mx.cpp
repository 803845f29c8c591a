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

using Exchanges = std::vector<const MailExchange*>;  // of the answers; by preference, each once

Exchanges exchanges_of(const Lookup& mx) {
  Exchanges exchanges;
  for (const RecordSet& set : mx.sets) {
    for (const ResourceRecord& record : set.records) {
      const auto* exchange = std::get_if<MailExchange>(&record.data);
      if (exchange == nullptr) continue;
      const auto same = [&](const MailExchange* each) { return *each == *exchange; };
      if (std::any_of(exchanges.begin(), exchanges.end(), same)) continue;
      const auto later = [](const MailExchange* a, const MailExchange* b) { return a->preference < b->preference; };
      exchanges.insert(std::upper_bound(exchanges.begin(), exchanges.end(), exchange, later), exchange);
    }
  }
  return exchanges;
}

void judge_exchanges(CheckResult& result, const Exchanges& exchanges, const std::string& domain,
                     const Provider& provider) {
  std::vector<std::string> targets;
  const Family* family = nullptr;
  const OtherProvider* other = nullptr;
  std::size_t ours = 0;
  for (const MailExchange* each : exchanges) {
    targets.push_back(each->exchange);
    if (const Family* found = family_of_mx(provider, each->exchange); found != nullptr) {
      ++ours;
      if (family == nullptr) family = found;
    } else if (other == nullptr) {
      other = provider_of_mx(provider, each->exchange);
    }
  }
  if (exchanges.size() == 1 && exchanges.front()->exchange.empty()) {
    say(result, kSays[row(kSays, "mx.null")]).with("domain", domain);
  } else if (family != nullptr && ours == exchanges.size()) {
    Saying said = say(result, kSays[row(kSays, "mx.alibaba")]).with("domain", domain);
    said.with("family", text_or_empty(*family, "id")).with("targets", targets);
  } else if (ours > 0) {
    say(result, kSays[row(kSays, "mx.mixed")]).with("domain", domain).with("targets", targets);
  } else {
    Saying said = say(result, kSays[row(kSays, "mx.foreign")]).with("domain", domain);
    said.with("provider", other != nullptr ? std::string_view(text_or_empty(*other, "id")) : "unknown");
    said.with("targets", targets);
  }
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const std::string& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Mx, Reach::Every, "mail-exchange");

  const Lookup mx = look_up(evidence, domain, RecordType::Mx);
  switch (mx.knowledge) {
    case Knowledge::Unasked: break;
    case Knowledge::Unknown:
      say(result, kSays[row(kSays, "mx.unknown")]).with("domain", domain).with("outcomes", mx.failing);
      break;
    case Knowledge::Absent:
      // Where the whole domain does not exist, the domain check says so; a missing MX is only its consequence.
      if (mx.name_exists) say(result, kSays[row(kSays, "mx.missing")]).with("domain", domain);
      break;
    case Knowledge::Present: {
      const Exchanges exchanges = exchanges_of(mx);
      if (!exchanges.empty()) judge_exchanges(result, exchanges, domain, provider);
      break;
    }
  }
  return result;
}

}  // namespace

extern const Check kMxCheck = {"mx", kSays, run};

}  // namespace alimail
