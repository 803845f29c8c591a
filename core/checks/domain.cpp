// Domain: does the mail domain exist, do its name servers answer, and who runs them? RFC 1034 section 4.3.2, RFC 2308,
// RFC 8020; for the second lookup, RFC 4035 sections 3.2.2 and 5.5, RFC 8914.
//
// Asks <domain> SOA, and weighs it with all answers at the domain and below it. NXDOMAIN means that the name is not
// registered or delegated (expired or mistyped), unless other answers show it: then the name servers are not consistent,
// or the domain has just expired or been registered. NODATA means that the name exists inside a larger zone. If the
// resolvers fail, the same question is asked with CD set. If a resolver answers only then, DNSSEC validation was the
// problem; if it fails again, the zone's own servers are. SERVFAIL is not an absence. That of one resolver proves
// nothing, nor does that of a resolver that answers other questions about the domain.
#include <algorithm>

#include "checks/kit/check.h"
#include "dns/extended_error.h"
#include "evidence/answers.h"
#include "model/keys.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"domain.exists", Severity::Info, "RFC 2308 section 2"},
    {"domain.nonexistent", Severity::Error, "RFC 8020 section 2"},
    {"domain.inconsistent", Severity::Error, "RFC 8020 section 2"},
    {"domain.dnssec-broken", Severity::Error, "RFC 4035 section 5.5"},
    {"domain.name-servers-silent", Severity::Error, "RFC 8914 section 4.23"},
    {"domain.lame", Severity::Error, "RFC 8914 section 4.23"},
    {"domain.servfail", Severity::Unknown, "RFC 1035 section 4.1.1", Follows::Undecided},
    {"domain.unknown", Severity::Unknown, "", Follows::Undecided},
    {"domain.dns-host", Severity::Info, "RFC 1034 section 4.2.1"},
});

constexpr std::size_t kMaxErrors = 8;        // maximum number of resolvers' reasons for a failure that are shown
constexpr std::size_t kMaxErrorBytes = 160;  // of each reason's text

// maximum number of servers named; more do not fit into a plain UDP answer either
constexpr std::size_t kMaxServers = 13;

struct SecondLook {
  std::size_t answered = 0;   // resolvers with an answer now
  std::size_t turned = 0;     // resolvers among these that answered SERVFAIL before
  std::size_t failed = 0;     // SERVFAIL even with CD
  bool came_back = false;     // the second lookup was made; stays true if a late answer makes it unnecessary
  bool about_dnssec = false;  // a resolver gives DNSSEC as its reason
  bool lame = false;
  Vector<Args> errors;  // {resolver, code, text} of RFC 8914, or {resolver, outcome} if there is no code
};

bool gives_an_answer(const Answer& answer) {
  return is_conclusive(answer.outcome);
}

bool failed_before(const Evidence& evidence, const Answer& second) {
  const std::span<const Place> places = answers_to(evidence, second.question.name, second.question.type);
  return std::any_of(places.begin(), places.end(), [&](const Place& place) {
    const Answer& answer = evidence.answers[place.answer];
    return !answer.checking_disabled && answer.resolver == second.resolver && answer.outcome == Outcome::Servfail;
  });
}

void note(Vector<Args>& errors, Args error) {
  if (errors.size() == kMaxErrors || std::find(errors.begin(), errors.end(), error) != errors.end()) return;
  errors.push_back(std::move(error));
}

void note_failure(SecondLook& look, const Answer& answer) {
  if (answer.errors.empty()) {
    note(look.errors, {{"resolver", answer.resolver}, {"outcome", String(key_of(answer.outcome))}});
  }
  for (const ExtendedError& error : answer.errors) {
    look.lame = look.lame || tells_of_lameness(error);
    note(look.errors, {{"resolver", answer.resolver},
                       {"code", std::int64_t{error.code}},
                       {"text", error.text.substr(0, kMaxErrorBytes)}});
  }
}

// Ignores the failures of resolvers that answer other questions about the domain.
SecondLook second_look(const Evidence& evidence, const Question& question, const Vector<String>& answering) {
  SecondLook look;
  for (const Place& place : answers_to(evidence, question.name, question.type)) {
    const Answer& answer = evidence.answers[place.answer];
    look.came_back = look.came_back || answer.checking_disabled;
    if (std::binary_search(answering.begin(), answering.end(), answer.resolver)) continue;
    const bool servfail = answer.outcome == Outcome::Servfail;
    if (servfail) note_failure(look, answer);
    if (!answer.checking_disabled) {
      look.about_dnssec = look.about_dnssec || (servfail && speaks_of(answer, ErrorTopic::Validation));
    } else if (gives_an_answer(answer)) {
      ++look.answered;
      if (failed_before(evidence, answer)) ++look.turned;
    } else if (servfail && !speaks_of(answer, ErrorTopic::Validation) && !speaks_of(answer, ErrorTopic::CachedError)) {
      // A resolver that still mentions validation ignored the CD bit. A resolver that repeats a cached failure did not
      // look again.
      ++look.failed;
    }
  }
  return look;
}

// If a resolver without validation has an answer anyway, another resolver must have given DNSSEC as its reason.
bool dnssec_is_broken(const SecondLook& look, bool all_servfail) {
  return look.turned > 0 && (look.about_dnssec || (all_servfail && look.turned > look.failed));
}

void say_why_it_fails(CheckResult& result, const SecondLook& look, const String& domain) {
  if (look.answered > 0 || look.failed < 2) {  // not answered yet, or no clear cause
    say(result, kSays["domain.servfail"]).with("domain", domain);
    return;
  }
  const Says& says = look.lame ? kSays["domain.lame"] : kSays["domain.name-servers-silent"];
  say(result, says).with("domain", domain).with("errors", look.errors);
}

void say_what_is_there(CheckResult& result, const Lookup& zone, const Existence& existence, const String& domain) {
  if (existence.shown() && !existence.without.empty()) {
    Saying said = say(result, kSays["domain.inconsistent"]).with("domain", domain);
    said.with("with", existence.with).with("without", existence.without);
  } else if (existence.absent()) {
    say(result, kSays["domain.nonexistent"]).with("domain", domain);
  } else if (zone.knowledge == Knowledge::Unknown) {
    say(result, kSays["domain.unknown"]).with("domain", domain).with("outcomes", zone.failing);
  } else if (existence.shown()) {
    say(result, kSays["domain.exists"]).with("domain", domain);
  }
}

// Names the operator of the console in which the records are edited. With two DNS hosts, neither is named.
void say_dns_host(CheckResult& result, const Evidence& evidence, const Provider& provider) {
  const Lookup lookup = look_up(evidence, evidence.subject.domain, RecordType::Ns);
  if (lookup.knowledge != Knowledge::Present) return;
  Vector<String> servers = values_of(lookup.sets.front().records, RecordType::Ns);
  if (servers.empty()) return;
  std::string_view host = dns_host_of(provider, servers.front());
  for (const String& server : servers) {
    if (dns_host_of(provider, server) != host) host = "other";
  }
  if (servers.size() > kMaxServers) servers.resize(kMaxServers);
  Saying said = say(result, kSays["domain.dns-host"]).with("provider", host);
  said.with("servers", servers);
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  ask(result, domain, RecordType::Soa, Reach::Every, "zone");
  ask(result, domain, RecordType::Ns, Reach::First, "name-servers");

  const Lookup zone = look_up(evidence, domain, RecordType::Soa);
  const Vector<String>& answering = views.domain.answering;
  const SecondLook look = second_look(evidence, {domain, RecordType::Soa}, answering);
  const bool all_servfail = zone.all_servfail && answering.empty();
  if (all_servfail || look.about_dnssec || look.came_back) {
    ask(result, domain, RecordType::Soa, Reach::Every, "second-look");
    result.queries.back().checking_disabled = true;
  }
  const bool dnssec_broken = dnssec_is_broken(look, all_servfail);
  if (dnssec_broken) {
    say(result, kSays["domain.dnssec-broken"]).with("domain", domain).with("errors", look.errors);
  }
  if (!all_servfail) {
    say_what_is_there(result, zone, views.domain, domain);
  } else if (!dnssec_broken) {
    say_why_it_fails(result, look, domain);
  }
  say_dns_host(result, evidence, provider);
  return result;
}

}  // namespace

extern const Check kDomainCheck = {"domain", kSays, run};

}  // namespace alimail
