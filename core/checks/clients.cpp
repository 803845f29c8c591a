// Hosts for mail apps: the targets of imap., pop3. and smtp.<domain>. help.aliyun.com 36710 and the troubleshooting
// page.
//
// Asks for the A records of each, which also returns the CNAME. These names are optional. A missing name gives no
// finding, and a name that leads elsewhere matters only if the domain's mail is at Alibaba Mail.
#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/site.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"client.alibaba", Severity::Info, "I-TROUBLE"},
    {"client.elsewhere", Severity::Notice, "I-TROUBLE"},
    {"client.dangling", Severity::Notice, "I-TROUBLE"},
    {"client.address-record", Severity::Info, "I-TROUBLE"},
    {"client.unknown", Severity::Unknown, ""},
});

struct Host {
  String name;
  String target;               // the target of its CNAME: the host of Alibaba Mail, or else the first
  const Site* site = nullptr;  // the site of the target
  Lookup lookup;
};

Host look(String name, const Evidence& evidence, const Provider& provider) {
  Host host;
  host.lookup = look_up(evidence, name, RecordType::A);
  for (const RecordSet& set : host.lookup.sets) {
    for (const String& target : alias_chain(set.records, name).targets) {
      if (host.target.empty()) host.target = target;
      const Site* site = site_of_client_target(provider, target);
      if (site == nullptr || host.site != nullptr) continue;
      host.target = target;
      host.site = site;
    }
  }
  host.name = std::move(name);
  return host;
}

// One finding for all hosts of a set.
void say_ours(CheckResult& result, const Vector<Host>& hosts) {
  Vector<const Site*> said;
  for (const Host& host : hosts) {
    if (host.site == nullptr || std::find(said.begin(), said.end(), host.site) != said.end()) continue;
    said.push_back(host.site);
    Vector<String> names;
    for (const Host& each : hosts) {
      if (each.site == host.site) names.push_back(each.name);
    }
    Saying saying = say(result, kSays["client.alibaba"]);
    saying.with("hosts", names).with("family", host.site->id());
  }
}

void say_other(CheckResult& result, const Host& host, bool at_alibaba) {
  const bool gone = host.lookup.knowledge == Knowledge::Absent && !host.lookup.end_exists;
  if (!host.target.empty() && gone) {
    say(result, kSays["client.dangling"]).with("host", host.name).with("target", host.target);
  } else if (host.site != nullptr) {
    return;
  } else if (!host.target.empty()) {
    if (!at_alibaba) return;
    say(result, kSays["client.elsewhere"]).with("host", host.name).with("target", host.target);
  } else if (host.lookup.knowledge == Knowledge::Present) {
    say(result, kSays["client.address-record"]).with("host", host.name);
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  CheckResult result;
  if (evidence.subject.domain.empty()) return result;
  Vector<Host> hosts;
  Vector<Unanswered> failing;
  for (const std::string_view label : kClientHosts) {
    String name = String(label) + "." + evidence.subject.domain;
    ask(result, name, RecordType::A, Reach::First, "client-host");
    hosts.push_back(look(std::move(name), evidence, provider));
    const Lookup& lookup = hosts.back().lookup;
    if (lookup.knowledge == Knowledge::Unknown && hosts.back().target.empty()) {
      for (const Unanswered& outcome : lookup.failing) {  // the same resolvers for each host
        if (std::find(failing.begin(), failing.end(), outcome) == failing.end()) failing.push_back(outcome);
      }
    }
  }
  say_ours(result, hosts);
  const bool at_alibaba = views.site.chosen != nullptr;
  for (const Host& host : hosts) say_other(result, host, at_alibaba);
  if (!failing.empty()) say(result, kSays["client.unknown"]).with("outcomes", failing);
  return result;
}

}  // namespace

extern const Check kClientsCheck = {"client", kSays, run};

}  // namespace alimail
