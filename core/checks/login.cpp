// Login host: does the name of the domain's own login page lead to Alibaba Mail? RFC 1034 section 3.6.2,
// help.aliyun.com 36710.
//
// Asks <login host> CNAME, A and AAAA, and accepts the CNAME target of every site. The guide's own target is recognized
// and never called the person's mistake. An address record works today but is undocumented, so it gives a warning. A
// missing record is a notice unless the person mentions the login page. An alias whose address nobody could look up also
// gives "login.unknown". An address that no host on the Internet has is an error. If the host is missing,
// <host>.<domain> is also asked for, because many control panels append the domain to the typed name. If a name that
// nobody can have published (checks/zone.cpp) has the same records, a wildcard answers for the host.
#include "checks/kit/check.h"
#include "dns/address_text.h"
#include "evidence/login_route.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr Table kSays(About::Login,
                      {
                          {"login.alibaba", Severity::Info, "H36710"},
                          {"login.guide-target", Severity::Notice, "H36710"},
                          {"login.not-published", Severity::Notice, "H36710"},
                          {"login.missing", Severity::Error, "H36710", Follows::Publish},
                          {"login.elsewhere", Severity::Notice, "H36710", Follows::Publish},
                          {"login.other-provider", Severity::Notice, "H36710", Follows::Publish},
                          {"login.doubled-name", Severity::Error, "H36710"},
                          {"login.not-doubled", Severity::Info, "H36710"},
                          {"login.wildcard", Severity::Notice, "RFC 4592 section 2.1"},
                          {"login.long-chain", Severity::Notice, "RFC 1034 section 3.6.2"},
                          {"login.dangling", Severity::Error, "RFC 1034 section 3.6.2", Follows::Publish},
                          {"login.loop", Severity::Error, "RFC 1034 section 3.6.2", Follows::Publish},
                          {"login.address-record", Severity::Notice, "H36710"},
                          {"login.unroutable", Severity::Error, "RFC 6890 section 2.2", Follows::Publish},
                          {"login.target-unresolvable", Severity::Error, "I-1000112"},
                          {"login.guide-target-unresolvable", Severity::Warning, "H36710", Follows::Publish},
                          {"login.unknown", Severity::Unknown, "", Follows::Undecided},
                      });

constexpr std::size_t kManyLinks = 3;  // with more links, each is another possible point of failure

const Says& row_of(const LoginRoute& route, bool in_question) {
  switch (route.kind) {
    case RouteKind::Alibaba: return kSays["login.alibaba"];
    case RouteKind::AlibabaUnresolvable: return kSays["login.target-unresolvable"];
    case RouteKind::GuideTarget: return kSays["login.guide-target"];
    case RouteKind::GuideTargetUnresolvable: return kSays["login.guide-target-unresolvable"];
    case RouteKind::Elsewhere:
      return route.provider != nullptr ? kSays["login.other-provider"] : kSays["login.elsewhere"];
    case RouteKind::Dangling: return kSays["login.dangling"];
    case RouteKind::Loop: return kSays["login.loop"];
    case RouteKind::AddressRecord: return kSays["login.address-record"];
    case RouteKind::Missing: return in_question ? kSays["login.missing"] : kSays["login.not-published"];
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: break;
  }
  return kSays["login.unknown"];
}

void say_unknown(CheckResult& result, std::string_view host, const Vector<Unanswered>& failing) {
  say(result, kSays["login.unknown"]).with("host", host).with("outcomes", failing);
}

void say_unroutable(CheckResult& result, const LoginRoute& route) {
  Saying said = say(result, kSays["login.unroutable"]).with("host", route.host).with("addresses", route.unroutable);
  said.with("rfc", rfc_of_unroutable(route.unroutable.front()));
}

// The hosts of Alibaba Mail have addresses of their own, whatever a resolver says; the record is right.
bool is_at_alibaba(RouteKind kind) {
  return kind == RouteKind::Alibaba || kind == RouteKind::GuideTarget;
}

void say_route(CheckResult& result, const LoginRoute& route, bool in_question) {
  if (!route.unroutable.empty() && !is_at_alibaba(route.kind)) return say_unroutable(result, route);
  Saying said = say(result, row_of(route, in_question)).with("host", route.host);
  switch (route.kind) {
    case RouteKind::Alibaba: said.with("target", route.target).with("family", route.site->id()); return;
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTarget:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Dangling: said.with("target", route.target); return;
    case RouteKind::Elsewhere:
      said.with("target", route.target);
      if (route.provider != nullptr) said.with("provider", route.provider->id());
      return;
    case RouteKind::AddressRecord: said.with("addresses", route.addresses); return;
    case RouteKind::Loop:
    case RouteKind::Missing: return;
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: said.with("outcomes", route.failing); return;
  }
}

// The answer of a wildcard for a name next to the login host: its value, and for an alias also the data of its target.
struct Wildcard {
  Knowledge knowledge = Knowledge::Unasked;
  Vector<String> targets;
  Vector<String> addresses;
};

Wildcard wildcard_of(const Evidence& evidence) {
  Wildcard wildcard;
  if (!is_valid_host_label(evidence.nonce)) return wildcard;
  const String name = evidence.nonce + "." + evidence.subject.domain;
  const Lookup lookup = look_up(evidence, name, RecordType::A);
  wildcard.knowledge = lookup.knowledge;
  for (const RecordSet& set : lookup.sets) {
    wildcard.targets = alias_chain(set.records, name).targets;
    wildcard.addresses = values_of(set.records, RecordType::A);
    if (!wildcard.targets.empty() || !wildcard.addresses.empty()) return wildcard;
  }
  return wildcard;
}

bool is_by_wildcard(const LoginRoute& route, const Evidence& evidence) {
  switch (route.kind) {
    case RouteKind::Elsewhere:
    case RouteKind::Dangling: {
      const Vector<String> targets = wildcard_of(evidence).targets;
      return !targets.empty() && targets.front() == route.target;
    }
    case RouteKind::AddressRecord: {
      const Wildcard wildcard = wildcard_of(evidence);
      return wildcard.targets.empty() && !wildcard.addresses.empty() && wildcard.addresses == route.addresses;
    }
    case RouteKind::Alibaba:  // it works, whichever record answers
    case RouteKind::AlibabaUnresolvable:
    case RouteKind::GuideTarget:
    case RouteKind::GuideTargetUnresolvable:
    case RouteKind::Loop:
    case RouteKind::Missing:
    case RouteKind::NoHost:
    case RouteKind::Pending:
    case RouteKind::DomainAbsent:
    case RouteKind::Unknown: return false;
  }
  return false;
}

void say_doubled(CheckResult& result, const LoginRoute& route, const Evidence& evidence) {
  const String doubled = route.host + "." + evidence.subject.domain;
  if (doubled.size() > kMaxNameLength) return;
  ask(result, doubled, RecordType::Cname, Reach::First, "doubled-name");
  const Lookup cname = look_up(evidence, doubled, RecordType::Cname);
  if (cname.knowledge == Knowledge::Absent) {
    say(result, kSays["login.not-doubled"]).with("host", route.host).with("doubled", doubled);
  } else if (cname.knowledge == Knowledge::Unknown && evidence.login_in_question) {
    say_unknown(result, doubled, cname.failing);
  }
  String target;
  for (const RecordSet& set : cname.sets) {
    const AliasChain chain = alias_chain(set.records, doubled);
    if (!chain.targets.empty()) target = chain.targets.front();
  }
  // A wildcard answers for every name that does not exist, and so also for this one.
  const Knowledge wildcard = wildcard_of(evidence).knowledge;
  if (target.empty() || wildcard == Knowledge::Present || wildcard == Knowledge::Unknown) return;
  say(result, kSays["login.doubled-name"]).with("host", route.host).with("doubled", doubled).with("target", target);
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const LoginRoute& route = views.login;
  if (route.kind == RouteKind::NoHost) return {};
  CheckResult result;
  ask(result, route.host, RecordType::Cname, Reach::Every, "login-alias");
  ask(result, route.host, RecordType::A, Reach::Every, "login-address");
  ask(result, route.host, RecordType::Aaaa, Reach::First, "login-address");
  if (route.kind == RouteKind::Pending || route.kind == RouteKind::DomainAbsent) return result;
  say_route(result, route, evidence.login_in_question);
  if (is_at_alibaba(route.kind) && route.address == Knowledge::Unknown)
    say_unknown(result, route.target, route.failing);
  if (route.kind == RouteKind::Missing) say_doubled(result, route, evidence);
  if (is_by_wildcard(route, evidence)) say(result, kSays["login.wildcard"]).with("host", route.host);
  if (route.links > kManyLinks && route.kind != RouteKind::Loop) {
    Saying said = say(result, kSays["login.long-chain"]).with("host", route.host);
    said.with("count", static_cast<std::int64_t>(route.links));
  }
  return result;
}

}  // namespace

extern const Check kLoginCheck = {"login", kSays, run};

}  // namespace alimail
