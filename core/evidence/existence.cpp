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

struct Said {            // by one resolver
  bool shows = false;    // a name at or below the domain
  bool denies = false;   // the domain itself
  bool answers = false;  // some other question than the one for the SOA
};

void take(Said& said, const Answer& answer, bool of_domain, bool other) {
  said.shows = said.shows || shows_name(answer);
  said.denies = said.denies || (of_domain && denies_name(answer));
  if (said.answers || !other || answer.checking_disabled) return;
  said.answers = is_conclusive(answer.outcome) && !is_filtered(answer);
}

}  // namespace

Existence existence_of(const Evidence& evidence) {
  Existence existence;
  const Question zone = {evidence.subject.domain, RecordType::Soa};
  if (zone.name.empty()) return existence;
  evidence.index.extend(evidence.answers);
  Vector<Said> said(evidence.index.resolvers().size());
  for (const Vector<Place>& places : evidence.index.questions()) {
    const Question& question = evidence.answers[places.front().answer].question;
    if (!is_under(question.name, zone.name)) continue;
    const bool of_domain = question.name == zone.name;
    const bool other = question != zone;
    for (const Place& place : places) take(said[place.resolver], evidence.answers[place.answer], of_domain, other);
  }
  for (const auto& [answer, number] : evidence.index.resolvers()) {
    const String& resolver = evidence.answers[answer].resolver;
    if (said[number].shows) existence.with.push_back(resolver);
    if (said[number].denies) existence.without.push_back(resolver);
    if (said[number].answers) existence.answering.push_back(resolver);
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
