// Local: compares what this machine's own resolver says, according to pasted output of dig, nslookup or ping, with the
// public resolvers. RFC 1034 section 3.6, RFC 2308 section 5; addresses that are not on the Internet: RFC 6890.
//
// Asks the public resolvers the same questions, if they are about the domain. An old cache, a negative cache and a
// wrong resolver look different: other records, no records, an address of the local network. A difference is a problem
// only for the login host; for other names it is a notice. If no public resolver answers, the pasted output is the only
// evidence, and it is weak: "local.says-missing".
#include <algorithm>

#include "checks/kit/check.h"
#include "dns/record_type.h"
#include "evidence/answers.h"
#include "evidence/comparison.h"
#include "evidence/own_resolver.h"
#include "model/keys.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"local.pasted", Severity::Info, ""},
    {"local.agrees", Severity::Info, "RFC 2308 section 5"},
    {"local.stale", Severity::Warning, "RFC 2308 section 5", Follows::WaitHere},
    {"local.missing", Severity::Warning, "RFC 2308 section 5", Follows::WaitHere},
    {"local.hijacked", Severity::Warning, "RFC 6890"},
    {"local.no-answer", Severity::Warning, ""},
    {"local.differs", Severity::Notice, "RFC 2308 section 5"},
    {"local.other-name", Severity::Notice, ""},
    {"local.says-missing", Severity::Warning, "RFC 2308 section 5"},
    {"local.says-alibaba", Severity::Info, "H36710"},
    {"local.unread", Severity::Notice, ""},
    {"local.unknown", Severity::Unknown, ""},
});

constexpr std::size_t kMaxSaid = 8;       // maximum number of answers reported
constexpr std::size_t kMaxQuestions = 8;  // maximum number of questions also asked in public

bool is_said(const Answer& answer) {
  return is_conclusive(answer.outcome);
}

// If there are several answers to a question, the last one counts, and a conclusive one counts before a failure.
bool is_superseded(const Evidence& evidence, const PastedAnswer& pasted) {
  for (const PastedAnswer& other : evidence.pasted) {
    if (&other == &pasted || other.answer.question != pasted.answer.question) continue;
    if (is_own_resolver(other) != is_own_resolver(pasted)) continue;
    const bool says_more = is_said(other.answer) && !is_said(pasted.answer);
    const bool says_as_much = is_said(other.answer) == is_said(pasted.answer);
    if (says_more || (says_as_much && &other > &pasted)) return true;
  }
  return false;
}

// The records of the answer; empty if the answer has none, whatever its outcome.
Vector<String> values_in(const Answer& answer) {
  Vector<String> values = values_of(answer.records, RecordType::Cname);
  if (answer.question.type != RecordType::Cname) {
    for (String& value : values_of(answer.records, answer.question.type)) values.push_back(std::move(value));
  }
  if (!is_said(answer)) values.clear();
  return values;
}

// Adds the records of the answer, or its {outcome} if there are none.
void with_values(Saying& said, std::string_view name, const Answer& answer) {
  const Vector<String> values = values_in(answer);
  if (!values.empty()) {
    said.with(name, values);
  } else {
    Vector<Args> none(1);
    none.front().push_back({"outcome", String(key_of(answer.outcome))});
    said.with(name, std::move(none));
  }
}

Answer public_answer(const Evidence& evidence, const Question& question) {
  Answer answer;
  answer.question = question;
  answer.outcome = Outcome::Nodata;
  const Lookup lookup = look_up(evidence, question.name, question.type);
  if (lookup.sets.empty()) return answer;
  answer.outcome = Outcome::Records;
  answer.records.assign(lookup.sets.front().records.begin(), lookup.sets.front().records.end());
  return answer;
}

Saying say_of(CheckResult& result, const Says& says, const PastedAnswer& pasted) {
  const Question& question = pasted.answer.question;
  Saying said = say(result, says).of(question, pasted.answer.resolver).with("name", question.name);
  said.with("type", type_name(question.type));
  if (!pasted.server.empty()) said.with("server", pasted.server);
  return said.with("resolver", pasted.answer.resolver);
}

const Says& trouble_of(LocalVerdict verdict) {
  switch (verdict) {
    case LocalVerdict::Stale: return kSays["local.stale"];
    case LocalVerdict::Missing: return kSays["local.missing"];
    case LocalVerdict::Hijacked: return kSays["local.hijacked"];
    case LocalVerdict::NoAnswer: return kSays["local.no-answer"];
    case LocalVerdict::Pending:
    case LocalVerdict::Unknown:
    case LocalVerdict::Agrees: break;
  }
  return kSays["local.unknown"];
}

void say_verdict(CheckResult& result, const Evidence& evidence, const PastedAnswer& pasted) {
  const LocalVerdict verdict = local_verdict(evidence, pasted);
  const Answer& answer = pasted.answer;
  if (verdict == LocalVerdict::Pending) return;
  if (verdict == LocalVerdict::Agrees || verdict == LocalVerdict::Unknown) {
    const bool agrees = verdict == LocalVerdict::Agrees;
    say_of(result, agrees ? kSays["local.agrees"] : kSays["local.unknown"], pasted);
    return;
  }
  const bool of_login = is_of_login(evidence, answer.question);
  Saying said = say_of(result, of_login ? trouble_of(verdict) : kSays["local.differs"], pasted);
  with_values(said.with("outcome", key_of(answer.outcome)), "values", answer);
  with_values(said, "public", public_answer(evidence, answer.question));
}

// No other resolver says anything about the login host. Returns whether the pasted answer is worth reporting in this
// case.
bool say_alone(CheckResult& result, const Evidence& evidence, const Provider& provider, const PastedAnswer& pasted) {
  const Answer& answer = pasted.answer;
  const String& host = evidence.subject.login_host;
  if (answer.question.name != host || !is_of_login(evidence, answer.question)) return false;
  for (const RecordType type : {RecordType::A, RecordType::Cname}) {
    const Knowledge knowledge = look_up(evidence, host, type).knowledge;
    if (knowledge == Knowledge::Present || knowledge == Knowledge::Absent) return false;
  }
  if (is_absence(answer.outcome) && answer.question.type != RecordType::Aaaa && answer.records.empty()) {
    say_of(result, kSays["local.says-missing"], pasted);
    return true;
  }
  for (const String& target : alias_chain(answer.records, host).targets) {
    if (site_of_login_target(provider, target) == nullptr) continue;
    say_of(result, kSays["local.says-alibaba"], pasted).with("target", target);
    return true;
  }
  return false;
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  CheckResult result;
  const String& domain = evidence.subject.domain;
  for (const Tool tool : evidence.unread) say(result, kSays["local.unread"]).with("tool", name_of(tool));
  if (domain.empty()) return result;
  std::size_t said = 0;
  for (const PastedAnswer& pasted : evidence.pasted) {
    const Question& question = pasted.answer.question;
    if (is_superseded(evidence, pasted) || ++said > kMaxSaid) continue;
    const bool own = is_under(question.name, domain);
    if (!own && !is_of_login(evidence, question)) {
      say_of(result, kSays["local.other-name"], pasted).with("domain", domain);
      continue;
    }
    say_of(result, kSays["local.pasted"], pasted).with("tool", name_of(pasted.tool));
    if (own && result.queries.size() < kMaxQuestions) ask(result, question.name, question.type, Reach::Every, "pasted");
    const bool alone = say_alone(result, evidence, provider, pasted);
    if (!alone && is_own_resolver(pasted)) say_verdict(result, evidence, pasted);
  }
  return result;
}

}  // namespace

extern const Check kLocalCheck = {"local", kSays, run};

}  // namespace alimail
