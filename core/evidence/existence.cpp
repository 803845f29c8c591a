#include "evidence/existence.h"

#include <algorithm>

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

// Keeps the list sorted.
void add_once(Vector<String>& list, const String& text) {
  const auto place = std::lower_bound(list.begin(), list.end(), text);
  if (place == list.end() || *place != text) list.insert(place, text);
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
  return existence;
}

void mark_contradictions(Evidence& evidence, std::size_t marked) {
  const String& domain = evidence.subject.domain;
  const auto contradicts = [&](const Answer& answer, std::size_t from) {
    const String& name = answer.question.name;
    return std::any_of(evidence.answers.begin() + static_cast<std::ptrdiff_t>(from), evidence.answers.end(),
                       [&](const Answer& other) {
                         const bool comparable = name == domain || other.resolver == answer.resolver;
                         return comparable && is_under(other.question.name, name) && shows_name(other);
                       });
  };
  for (std::size_t i = 0; i < evidence.answers.size(); ++i) {
    Answer& answer = evidence.answers[i];
    if (!denies_name(answer)) continue;
    const bool known = i < marked;
    answer.contradicted = (known && answer.contradicted) || contradicts(answer, known ? marked : 0);
  }
}

}  // namespace alimail
