#include "advice/wait.h"

#include <algorithm>
#include <initializer_list>

#include "dns/present.h"
#include "dns/record_type.h"
#include "evidence/answers.h"
#include "evidence/comparison.h"
#include "model/subject.h"

namespace alimail {
namespace {

// Nothing where it does not say, or says that it is not kept at all.
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

// One host of another provider among them spoils a set.
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

// Precondition: a group that says something.
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

// Of the SOA that came with an absence; "" where there was none.
std::string serial_of(const Answer& answer) {
  for (const ResourceRecord& record : answer.authority) {
    if (const auto* soa = std::get_if<StartOfAuthority>(&record.data)) return std::to_string(soa->serial);
  }
  return {};
}

std::string_view text_of(const Finding& finding, std::string_view name) {
  for (const Arg& arg : finding.args) {
    const auto* text = std::get_if<std::string>(&arg.value);
    if (arg.name == name && text != nullptr) return *text;
  }
  return {};
}

class Waiting {
 public:
  Waiting(const Evidence& evidence, const Provider& provider, const std::vector<Finding>& findings)
      : evidence_(evidence), provider_(provider), findings_(findings) {}

  // The caches outside the good group; all of them where everybody says the same, but for an absence that came with the
  // serial `but_not`: it is of the zone as it is now.
  void add(const Question& question, std::initializer_list<const Finding*> because, std::string_view but_not = "") {
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

  // What this machine's own resolver keeps, as far as what was pasted shows its TTL.
  void add_pasted(const Finding& because, std::int64_t now) {
    for (const PastedAnswer& pasted : evidence_.pasted) {
      const Question& question = pasted.answer.question;
      if (text_of(because, "name") != question.name || text_of(because, "type") != type_name(question.type)) continue;
      std::optional<CachedUntil> cache = cache_of(pasted.answer);
      if (!cache || cache->until <= now || pasted.answer.resolver != text_of(because, "resolver")) continue;
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
  // Whether it keeps anything; a cache that two reasons name stands there once.
  bool add_cache(const Question& question, const Holder& holder, std::string_view but_not) {
    const Answer* answer = answer_of(evidence_, question, holder.resolver);
    std::optional<CachedUntil> cache = answer != nullptr ? cache_of(*answer) : std::nullopt;
    if (!cache || (!but_not.empty() && serial_of(*answer) == but_not)) return false;
    if (std::find(wait_.caches.begin(), wait_.caches.end(), *cache) == wait_.caches.end()) {
      wait_.caches.push_back(std::move(*cache));
    }
    return true;
  }

  const Evidence& evidence_;
  const Provider& provider_;
  const std::vector<Finding>& findings_;
  Wait wait_;
};

bool is_about(const Finding& finding, const Question& question) {
  const bool disagrees = finding.key == "resolvers.mail-disagree" || finding.key == "resolvers.policy-disagree";
  return disagrees && text_of(finding, "name") == question.name && text_of(finding, "type") == type_name(question.type);
}

struct Watched {  // a family of findings, and the record that they are about
  std::string_view family;
  Question question;
};

std::vector<Watched> watched_in(const Subject& subject) {
  std::vector<Watched> watched;
  if (!subject.login_host.empty()) {
    watched.push_back({"login.", {subject.login_host, RecordType::Cname}});
    watched.push_back({"login.", {subject.login_host, RecordType::A}});
  }
  constexpr std::string_view kMail[] = {"mx.", "spf.", "dkim.", "dmarc."};  // in the order of mail_questions()
  const std::string_view* family = kMail;
  for (Question& question : mail_questions(subject.domain)) watched.push_back({*family++, std::move(question)});
  return watched;
}

// Errors and warnings; and a login host that leads to somebody else, where the login page is what fails.
const Finding* trouble_of(const std::vector<Finding>& findings, std::string_view family, bool login_in_question) {
  for (const Finding& finding : findings) {
    if (!finding.key.starts_with(family)) continue;
    if (finding.severity == Severity::Error || finding.severity == Severity::Warning) return &finding;
    if (login_in_question && (finding.key == "login.elsewhere" || finding.key == "login.other-provider")) {
      return &finding;
    }
  }
  return nullptr;
}

const Finding* disagreement_of(const std::vector<Finding>& findings, const Watched& watched) {
  if (watched.family == "login.") {
    const Finding* finding = find_finding(findings, "resolvers.disagree");
    return finding != nullptr ? finding : find_finding(findings, "resolvers.differ");
  }
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return is_about(finding, watched.question); });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Wait> wait_of(const Evidence& evidence, const Provider& provider, const std::vector<Finding>& findings) {
  if (evidence.subject.domain.empty()) return std::nullopt;
  Waiting waiting(evidence, provider, findings);
  const Finding* edited = find_finding(findings, "zone.newer-than-cache");
  for (const Watched& watched : watched_in(evidence.subject)) {
    const Finding* trouble = trouble_of(findings, watched.family, evidence.login_in_question);
    if (is_disagreement(compare_mail_answers(evidence, watched.question))) {
      if (const Finding* disagreement = disagreement_of(findings, watched)) {
        waiting.add(watched.question, {disagreement});
      }
    } else if (edited != nullptr && trouble != nullptr && disagreement_of(findings, watched) == nullptr) {
      waiting.add(watched.question, {trouble, edited}, text_of(*edited, "serial"));
    }
  }
  for (const std::string_view key : {"local.stale", "local.missing"}) {
    if (const Finding* own = find_finding(findings, key)) waiting.add_pasted(*own, evidence.now);
  }
  return waiting.result();
}

}  // namespace alimail
