#include "evidence/comparison.h"

#include <algorithm>

#include "base/order.h"
#include "dns/present.h"
#include "evidence/answers.h"
#include "evidence/lookup.h"
#include "evidence/own_resolver.h"
#include "records/spf.h"

namespace alimail {
namespace {

bool is_address(RecordType type) {
  return type == RecordType::A || type == RecordType::Aaaa;
}

// Only the first link of a CNAME chain is compared. How many more links a resolver adds is its own choice.
Vector<String> values_in(const Answer& answer) {
  Vector<String> values;
  const RecordType type = answer.question.type;
  for (const ResourceRecord& record : answer.records) {
    if (record.type != type || (type == RecordType::Cname && record.name != answer.question.name)) continue;
    values.push_back(present(record.data));
  }
  sort_once(values);
  return values;
}

enum class Compared {
  Everything,
  PolicyOnly,  // only the policy among TXT records
};

Outcome outcome_of(const Answer& answer) {
  return is_filtered(answer) ? Outcome::Blocked : answer.outcome;
}

AnswerGroup group_of(const Answer& answer, Compared compared) {
  AnswerGroup group;
  group.outcome = outcome_of(answer);
  group.values = values_in(answer);
  if (compared == Compared::PolicyOnly) {
    erase_if(group.values, [](const String& text) { return !is_spf(text); });
    if (group.outcome == Outcome::Records && group.values.empty()) group.outcome = Outcome::Nodata;
  }
  group.holders = {{answer.resolver, remaining_ttl(answer)}};
  return group;
}

void join(AnswerGroup& group, AnswerGroup&& other) {
  if (group.values != other.values) append(group.values, std::move(other.values));  // addresses; sorted at the end
  group.holders.push_back(std::move(other.holders.front()));
}

int rank(const AnswerGroup& group) {
  if (group.outcome == Outcome::Records) return 0;
  return is_absence(group.outcome) ? 1 : 2;
}

bool comes_before(const AnswerGroup& a, const AnswerGroup& b) {
  return rank(a) != rank(b) ? rank(a) < rank(b) : a.holders.size() > b.holders.size();
}

// A stable sort; there are only a few groups.
void sort(Vector<AnswerGroup>& groups) {
  for (std::size_t i = 1; i < groups.size(); ++i) {
    for (std::size_t at = i; at > 0 && comes_before(groups[at], groups[at - 1]); --at) {
      std::swap(groups[at], groups[at - 1]);
    }
  }
}

// The last answer of each resolver to the question, for at most kMaxCompared resolvers.
Vector<const Answer*> last_answers(const Evidence& evidence, const Question& question) {
  Vector<const Answer*> last;
  for (const Place& place : answers_to(evidence, question.name, question.type)) {
    const Answer& answer = evidence.answers[place.answer];
    if (place.last && !answer.checking_disabled && last.size() < kMaxCompared) last.push_back(&answer);
  }
  return last;
}

// If so, no text of the records has to be made again.
bool are_alike(const Answer& a, const Answer& b) {
  return outcome_of(a) == outcome_of(b) && is_same_data(a.records, b.records);
}

Comparison compare(const Evidence& evidence, const Question& question, Compared how) {
  Comparison comparison{question, {}};
  const Answer* before = nullptr;
  std::size_t place = 0;  // of its group
  for (const Answer* answer : last_answers(evidence, question)) {
    if (before != nullptr && are_alike(*before, *answer)) {
      comparison.groups[place].holders.push_back({answer->resolver, remaining_ttl(*answer)});
      continue;
    }
    before = answer;
    AnswerGroup group = group_of(*answer, how);
    const auto same = std::find_if(comparison.groups.begin(), comparison.groups.end(), [&](const AnswerGroup& each) {
      return each.outcome == group.outcome && (is_address(question.type) || each.values == group.values);
    });
    place = static_cast<std::size_t>(same - comparison.groups.begin());
    if (same == comparison.groups.end()) {
      comparison.groups.push_back(std::move(group));
    } else {
      join(*same, std::move(group));
    }
  }
  if (is_address(question.type)) {
    for (AnswerGroup& group : comparison.groups) sort_once(group.values);
  }
  sort(comparison.groups);
  return comparison;
}

void add_pasted(Comparison& comparison, const Evidence& evidence) {
  const std::size_t of_public = comparison.groups.size();
  for (const PastedAnswer& pasted : evidence.pasted) {
    if (pasted.answer.question != comparison.question) continue;
    AnswerGroup group = group_of(pasted.answer, Compared::Everything);
    if (group.holders.front().ttl == 0U) group.holders.front().ttl.reset();  // most tools do not print the TTL
    const auto end = comparison.groups.begin() + static_cast<std::ptrdiff_t>(of_public);
    const auto same = std::find_if(comparison.groups.begin(), end, [&](const AnswerGroup& each) {
      return is_absence(each.outcome) ? is_absence(group.outcome) : each.outcome == group.outcome;
    });
    if (same != end && local_verdict(evidence, pasted) == LocalVerdict::Agrees) {
      same->holders.push_back(std::move(group.holders.front()));
    } else {
      comparison.groups.push_back(std::move(group));
    }
  }
}

}  // namespace

Vector<Question> mail_questions(const String& domain) {
  return {{domain, RecordType::Mx},
          {domain, RecordType::Txt},
          {"default._domainkey." + domain, RecordType::Txt},
          {"_dmarc." + domain, RecordType::Txt}};
}

bool is_said(const AnswerGroup& group) {
  return is_conclusive(group.outcome);
}

Comparison compare_answers(const Evidence& evidence, const Question& question) {
  return compare(evidence, question, Compared::Everything);
}

Comparison compare_mail_answers(const Evidence& evidence, const Question& question) {
  const bool of_domain = question.type == RecordType::Txt && question.name == evidence.subject.domain;
  return compare(evidence, question, of_domain ? Compared::PolicyOnly : Compared::Everything);
}

Vector<Comparison> compare_all(const Evidence& evidence, const Vector<Query>& queries) {
  Vector<Comparison> comparisons;
  for (const Query& query : queries) {
    if (query.reach != Reach::Every || query.checking_disabled) continue;
    Comparison comparison = compare_answers(evidence, query.question);
    add_pasted(comparison, evidence);
    if (!comparison.groups.empty()) comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

bool is_disagreement(const Comparison& comparison) {
  const AnswerGroup* first = nullptr;
  for (const AnswerGroup& group : comparison.groups) {
    if (!is_said(group)) continue;
    if (first == nullptr) {
      first = &group;
    } else if (!is_absence(first->outcome) || !is_absence(group.outcome)) {
      return true;
    }
  }
  return false;
}

}  // namespace alimail
