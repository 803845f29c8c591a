#include "evidence/existence.h"

#include <algorithm>

#include "base/order.h"
#include "evidence/answers.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

// True if the answer shows that its name exists. Whoever filters may invent records.
bool shows_name(const Answer& answer) {
  if (answer.checking_disabled || is_filtered(answer)) return false;
  return answer.outcome == Outcome::Nodata || !answer.records.empty();
}

bool denies_name(const Answer& answer) {
  return !answer.checking_disabled && answer.outcome == Outcome::Nxdomain && answer.records.empty();
}

void add_once(Vector<String>& list, const String& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

}  // namespace

Existence existence_of(const Evidence& evidence) {
  Existence existence;
  const Question zone = {evidence.subject.domain, RecordType::Soa};
  if (zone.name.empty()) return existence;
  for (const Answer& answer : evidence.answers) {
    if (!is_under(answer.question.name, zone.name)) continue;
    if (shows_name(answer)) add_once(existence.with, answer.resolver);
    if (denies_name(answer) && answer.question.name == zone.name) add_once(existence.without, answer.resolver);
    const bool other = !answer.checking_disabled && answer.question != zone && !is_filtered(answer);
    if (other && is_conclusive(answer.outcome)) add_once(existence.answering, answer.resolver);
  }
  for (auto* list : {&existence.with, &existence.without, &existence.answering}) sort(*list);
  return existence;
}

void mark_contradictions(Evidence& evidence) {
  const String& domain = evidence.subject.domain;
  for (Answer& answer : evidence.answers) {
    if (!denies_name(answer)) continue;
    const String& name = answer.question.name;
    answer.contradicted = std::any_of(evidence.answers.begin(), evidence.answers.end(), [&](const Answer& other) {
      const bool comparable = other.resolver == answer.resolver || name == domain;
      return comparable && is_under(other.question.name, name) && shows_name(other);
    });
  }
}

}  // namespace alimail
