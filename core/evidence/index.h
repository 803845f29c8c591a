// The answers by their question, so that a look-up costs the answers to its question and not all answers.
//
// Rule: it follows from the answers alone, and nothing is found that a search of all answers would not find. Answers are
// only added at the end; whoever takes some away begins with an empty index.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

struct Place {                 // of one answer to a question
  std::uint32_t answer = 0;    // in the list of answers
  std::uint32_t resolver = 0;  // its resolver, as a number
  bool last = true;            // no later answer of this resolver to this question, asked with the same CD bit
};

struct Resolver {
  std::uint32_t answer = 0;  // one of its answers, which names it
  std::uint32_t number = 0;  // below the count of resolvers
};

class AnswerIndex {
 public:
  // Takes in the answers that were added.
  void extend(const Vector<Answer>& answers);

  // The answers to one question, in their order.
  [[nodiscard]] std::span<const Place> places(const Vector<Answer>& answers, std::string_view name,
                                              RecordType type) const;

  // The answers by question, in no particular order of questions.
  [[nodiscard]] const Vector<Vector<Place>>& questions() const {
    return questions_;
  }
  [[nodiscard]] const Vector<Resolver>& resolvers() const {
    return resolvers_;
  }

 private:
  [[nodiscard]] std::size_t first_not_before(const Vector<Answer>& answers, std::string_view name,
                                             RecordType type) const;
  std::uint32_t number_of_resolver(const Vector<Answer>& answers, std::uint32_t of);

  Vector<Vector<Place>> questions_;  // sorted; none is empty
  Vector<Resolver> resolvers_;       // sorted by name
  std::uint32_t size_ = 0;           // how many answers it has
};

}  // namespace alimail
