// The index of answers finds what a search of all answers finds, however often it was extended.
#include "evidence/index.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

std::vector<Answer> answers_of_four_names(std::size_t count) {
  std::vector<Answer> answers(count);
  for (std::size_t i = 0; i < count; ++i) {
    constexpr const char* kNames[] = {"abc.example", "mail.abc.example", "", "mall.abc.example"};
    answers[i].question = {kNames[i * i % 4], i % 3 == 0 ? RecordType::Mx : RecordType::A};
    answers[i].resolver = "r" + std::to_string(i * 7 % 5);
    answers[i].checking_disabled = i % 11 == 0;
  }
  return answers;
}

void finds_all(const AnswerIndex& index, const std::vector<Answer>& answers) {
  std::size_t found = 0;
  for (const std::vector<Place>& places : index.questions()) found += places.size();
  EXPECT_EQ(found, answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto& [name, type] = answers[i].question;
    const std::span<const Place> places = index.places(answers, name, type);
    const auto same = [&](std::size_t other) {
      return answers[other].question == answers[i].question && answers[other].resolver == answers[i].resolver &&
             answers[other].checking_disabled == answers[i].checking_disabled;
    };
    bool last = true;
    for (std::size_t later = i + 1; later < answers.size(); ++later) last = last && !same(later);
    const auto own = std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.answer == i; });
    ASSERT_NE(own, places.end()) << i;
    EXPECT_EQ(own->last, last) << i;
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end(), [](auto& a, auto& b) { return a.answer < b.answer; }));
    for (const auto& [answer, number] : index.resolvers()) {
      EXPECT_EQ(number == own->resolver, answers[answer].resolver == answers[i].resolver) << i;
    }
  }
}

TEST(AnswerIndex, FindsWhatASearchOfAllAnswersFinds) {
  AnswerIndex grown;
  for (const std::size_t count : {0U, 1U, 2U, 9U, 10U, 60U, 7U}) {
    const std::vector<Answer> answers = answers_of_four_names(count);
    grown.extend(answers);
    finds_all(grown, answers);
    AnswerIndex whole;
    whole.extend(answers);
    finds_all(whole, answers);
  }
}

TEST(AnswerIndex, HasNothingForAQuestionThatNobodyAnswered) {
  const std::vector<Answer> answers = answers_of_four_names(12);
  AnswerIndex index;
  EXPECT_TRUE(index.places({}, "abc.example", RecordType::A).empty());
  index.extend(answers);
  EXPECT_TRUE(index.places(answers, "abc.example", RecordType::Txt).empty());
  EXPECT_TRUE(index.places(answers, "zzz.example", RecordType::A).empty());
  EXPECT_TRUE(index.places(answers, "mail.abc.example.longer.than.all", RecordType::A).empty());
}

TEST(AnswerIndex, NamesResolversInTheOrderOfTheirNames) {
  const std::vector<Answer> answers = answers_of_four_names(12);
  AnswerIndex index;
  index.extend(answers);
  std::string names;
  for (const auto& each : index.resolvers()) names += answers[each.answer].resolver + ' ';
  EXPECT_EQ(names, "r0 r1 r2 r3 r4 ");
}

}  // namespace
}  // namespace alimail
