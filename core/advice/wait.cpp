#include "advice/wait.h"

#include <algorithm>
#include <initializer_list>

#include "dns/present.h"
#include "evidence/answers.h"
#include "evidence/comparison.h"
#include "evidence/fresh_zone.h"
#include "model/subject.h"

namespace alimail {
namespace {

// Returns nothing if the answer does not say how long it is kept, or is not kept at all.
std::optional<CachedUntil> cache_of(const Answer& answer) {
  const std::uint32_t ttl = remaining_ttl(answer).value_or(0);
  if (answer.at <= 0 || ttl == 0) return std::nullopt;
  const bool negative = is_absence(answer.outcome);
  const std::int64_t kept = std::min<std::int64_t>(ttl, negative ? kLongestAbsenceKept : kLongestKept);
  return CachedUntil{answer.resolver, answer.question, answer.at + kept, negative};
}

std::int64_t until_of(const Evidence& evidence, const Question& question, const AnswerGroup& group) {
  std::int64_t until = 0;
  for (const Holder& holder : group.holders) {
    const Answer* answer = answer_of(evidence, question, holder.resolver);
    const std::optional<CachedUntil> cache = answer != nullptr ? cache_of(*answer) : std::nullopt;
    if (cache) until = std::max(until, cache->until);
  }
  return until;
}

// False if the set includes a host of another provider.
bool leads_to_alibaba(const Answer& answer, const Provider& provider) {
  bool any = false;
  for (const ResourceRecord& record : answer.records) {
    if (const auto* alias = std::get_if<HostName>(&record.data)) {
      any = any || site_of_login_target(provider, alias->name) != nullptr;
    } else if (const auto* exchange = std::get_if<MailExchange>(&record.data)) {
      if (site_of_mx(provider, exchange->exchange) == nullptr) return false;
      any = true;
    }
  }
  return any;
}

struct Merit {
  bool alibaba = false;
  bool present = false;
  std::int64_t until = 0;
  std::size_t holders = 0;
};

bool is_better(const Merit& a, const Merit& b) {
  if (a.alibaba != b.alibaba) return a.alibaba;
  if (a.present != b.present) return a.present;
  return a.until != b.until ? a.until > b.until : a.holders > b.holders;
}

// Precondition: at least one group has records or an absence.
const AnswerGroup* good_group(const Evidence& evidence, const Comparison& comparison, const Provider& provider) {
  const AnswerGroup* good = nullptr;
  Merit best;
  for (const AnswerGroup& group : comparison.groups) {
    if (!is_said(group)) continue;
    const Answer* answer = answer_of(evidence, comparison.question, group.holders.front().resolver);
    Merit merit;
    merit.alibaba = answer != nullptr && leads_to_alibaba(*answer, provider);
    merit.present = group.outcome == Outcome::Records;
    merit.until = until_of(evidence, comparison.question, group);
    merit.holders = group.holders.size();
    if (good != nullptr && !is_better(merit, best)) continue;
    good = &group;
    best = merit;
  }
  return good;
}

using Serial = std::optional<std::uint32_t>;

// Reads the SOA that came with an absence.
Serial serial_of(const Answer& answer) {
  const std::optional<ZoneState> zone = zone_in(answer.authority);
  return zone ? Serial(zone->serial) : std::nullopt;
}

class Waiting {
 public:
  Waiting(const Evidence& evidence, const Provider& provider, const Vector<Finding>& findings)
      : evidence_(evidence), provider_(provider), findings_(findings) {}

  // Adds the caches outside the good group. If all resolvers agree, adds all caches, except absences that came with the
  // serial `but_not`: they reflect the current zone.
  void add(const Question& question, std::initializer_list<const Finding*> because, Serial but_not = std::nullopt) {
    const Comparison comparison = compare_mail_answers(evidence_, question);
    const AnswerGroup* good = is_disagreement(comparison) ? good_group(evidence_, comparison, provider_) : nullptr;
    bool any = false;
    for (const AnswerGroup& group : comparison.groups) {
      const bool kept_with_good = good != nullptr && is_absence(good->outcome) && is_absence(group.outcome);
      if (&group == good || kept_with_good || !is_said(group)) continue;
      for (const Holder& holder : group.holders) any = add_cache(question, holder, but_not) || any;
    }
    if (!any) return;
    for (const Finding* each : because) {
      const Reasons& known = wait_.because;
      const std::size_t reason = place_of(*each, findings_);
      if (std::find(known.begin(), known.end(), reason) == known.end()) wait_.because.push_back(reason);
    }
  }

  // Adds what this machine's resolver keeps, if the pasted output shows the TTL.
  void add_pasted(const Finding& because, std::int64_t now) {
    for (const PastedAnswer& pasted : evidence_.pasted) {
      if (because.basis != Basis{pasted.answer.question, pasted.answer.resolver}) continue;
      std::optional<CachedUntil> cache = cache_of(pasted.answer);
      if (!cache || cache->until <= now) continue;
      wait_.caches.push_back(std::move(*cache));
      wait_.because.push_back(place_of(because, findings_));
    }
  }

  std::optional<Wait> result() {
    if (wait_.caches.empty()) return std::nullopt;
    for (const CachedUntil& cache : wait_.caches) wait_.until = std::max(wait_.until, cache.until);
    return std::move(wait_);
  }

 private:
  // Returns whether the resolver keeps anything. A cache with two reasons is added once.
  bool add_cache(const Question& question, const Holder& holder, Serial but_not) {
    const Answer* answer = answer_of(evidence_, question, holder.resolver);
    std::optional<CachedUntil> cache = answer != nullptr ? cache_of(*answer) : std::nullopt;
    if (!cache || (but_not && serial_of(*answer) == but_not)) return false;
    if (std::find(wait_.caches.begin(), wait_.caches.end(), *cache) == wait_.caches.end()) {
      wait_.caches.push_back(std::move(*cache));
    }
    return true;
  }

  const Evidence& evidence_;
  const Provider& provider_;
  const Vector<Finding>& findings_;
  Wait wait_;
};

struct Watched {  // a record, and one of the questions about it
  About record;
  Question question;
};

Vector<Watched> watched_in(const Subject& subject) {
  Vector<Watched> watched;
  if (!subject.login_host.empty()) {
    watched.push_back({About::Login, {subject.login_host, RecordType::Cname}});
    watched.push_back({About::Login, {subject.login_host, RecordType::A}});
  }
  constexpr About kMail[] = {About::Mx, About::Spf, About::Dkim, About::Dmarc};  // in the order of mail_questions()
  const About* record = kMail;
  for (Question& question : mail_questions(subject.domain)) watched.push_back({*record++, std::move(question)});
  return watched;
}

// A login host that leads elsewhere is not an error by itself, but it is the problem if the login page does not work.
const Finding* trouble_of(const Vector<Finding>& findings, About record, bool login_in_question) {
  for (const Finding& finding : findings) {
    const bool fails = login_in_question && record == About::Login && finding.follows == Follows::Publish;
    if (finding.about == record && (fails || is_trouble(finding))) return &finding;
  }
  return nullptr;
}

bool is_way(RecordType type) {
  return type == RecordType::Cname || type == RecordType::A;
}

// True for the same question, and for a CNAME and the addresses behind it.
bool is_same_matter(const Question& a, const Question& b) {
  return a.name == b.name && (a.type == b.type || (is_way(a.type) && is_way(b.type)));
}

const Finding* disagreement_of(const Vector<Finding>& findings, const Question& question) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    const bool disagrees = finding.follows == Follows::WaitForSome && finding.basis.has_value();
    return disagrees && is_same_matter(finding.basis->question, question);
  });
  return found == findings.end() ? nullptr : &*found;
}

const Finding* first_that(const Vector<Finding>& findings, Follows follows) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return finding.follows == follows; });
  return found == findings.end() ? nullptr : &*found;
}

// What this answer says about how long it is kept when it is fresh. An absence is kept for the minimum of the SOA; the
// TTL of that SOA has run down in the cache of the resolver.
std::int64_t kept_when_fresh(const Answer& answer) {
  if (!is_absence(answer.outcome)) return std::min<std::int64_t>(remaining_ttl(answer).value_or(0), kLongestKept);
  for (const ResourceRecord& record : answer.authority) {
    const auto* zone = std::get_if<StartOfAuthority>(&record.data);
    if (zone != nullptr) return std::min<std::int64_t>(zone->minimum, kLongestAbsenceKept);
  }
  return 0;
}

}  // namespace

std::int64_t settling_time(const Evidence& evidence, const RecordToPublish& record) {
  std::int64_t longest = 0;
  for (const RecordType type : {RecordType::Cname, RecordType::A, record.type}) {
    if (type != record.type && !is_way(record.type)) continue;
    for (const Place& place : answers_to(evidence, record.host, type)) {
      longest = std::max(longest, kept_when_fresh(evidence.answers[place.answer]));
    }
  }
  return longest;
}

std::optional<Wait> wait_of(const Evidence& evidence, const Provider& provider, const Vector<Finding>& findings) {
  if (evidence.subject.domain.empty()) return std::nullopt;
  Waiting waiting(evidence, provider, findings);
  const Finding* edited = first_that(findings, Follows::WaitForAll);
  const std::optional<ZoneState> zone = edited != nullptr ? fresh_zone(evidence) : std::nullopt;
  Serial now;
  if (zone) now = zone->serial;
  for (const Watched& watched : watched_in(evidence.subject)) {
    const Finding* trouble = trouble_of(findings, watched.record, evidence.login_in_question);
    if (is_disagreement(compare_mail_answers(evidence, watched.question))) {
      if (const Finding* disagreement = disagreement_of(findings, watched.question)) {
        waiting.add(watched.question, {disagreement});
      }
    } else if (edited != nullptr && trouble != nullptr && disagreement_of(findings, watched.question) == nullptr) {
      waiting.add(watched.question, {trouble, edited}, now);
    }
  }
  for (const Finding& finding : findings) {
    if (finding.follows == Follows::WaitHere) waiting.add_pasted(finding, evidence.now);
  }
  return waiting.result();
}

}  // namespace alimail
