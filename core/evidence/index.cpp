#include "evidence/index.h"

namespace alimail {
namespace {

// Any order will do. Lengths differ most often, and are compared at once.
bool comes_before(const Question& question, std::string_view name, RecordType type) {
  if (question.name.size() != name.size()) return question.name.size() < name.size();
  return question.type != type ? question.type < type : std::string_view(question.name) < name;
}

}  // namespace

std::size_t AnswerIndex::first_not_before(const Vector<Answer>& answers, std::string_view name, RecordType type) const {
  std::size_t begin = 0;
  std::size_t end = questions_.size();
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    if (comes_before(answers[questions_[middle].front().answer].question, name, type)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

std::span<const Place> AnswerIndex::places(const Vector<Answer>& answers, std::string_view name,
                                           RecordType type) const {
  const std::size_t at = first_not_before(answers, name, type);
  if (at == questions_.size()) return {};
  const Question& found = answers[questions_[at].front().answer].question;
  return found.type == type && found.name == name ? std::span<const Place>(questions_[at]) : std::span<const Place>();
}

std::uint32_t AnswerIndex::number_of_resolver(const Vector<Answer>& answers, std::uint32_t of) {
  const String& name = answers[of].resolver;
  auto place = resolvers_.begin();
  while (place != resolvers_.end() && answers[place->answer].resolver < name) ++place;
  if (place != resolvers_.end() && answers[place->answer].resolver == name) return place->number;
  const auto number = static_cast<std::uint32_t>(resolvers_.size());
  resolvers_.insert(place, {of, number});
  return number;
}

void AnswerIndex::extend(const Vector<Answer>& answers) {
  if (answers.size() < size_) *this = {};
  for (; size_ < answers.size(); ++size_) {
    const Answer& answer = answers[size_];
    const auto& [name, type] = answer.question;
    const std::size_t at = first_not_before(answers, name, type);
    const bool asked = at < questions_.size() && answers[questions_[at].front().answer].question == answer.question;
    if (!asked) questions_.insert(questions_.begin() + static_cast<std::ptrdiff_t>(at), Vector<Place>());
    Vector<Place>& places = questions_[at];
    const Place added = {size_, number_of_resolver(answers, size_), true};
    for (Place& each : places) {
      const bool same = each.resolver == added.resolver;
      if (same && answers[each.answer].checking_disabled == answer.checking_disabled) each.last = false;
    }
    places.push_back(added);
  }
}

}  // namespace alimail
