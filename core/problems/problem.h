// A problem as data: which findings confirm, suggest or rule out each of its causes, and what to do then.
//
// Rule: no code for a single problem. The JSON files in this folder say everything; schema.md explains them with an
// example. Each class wraps an object of those files. What every turn reads is resolved once, when the catalogue is
// loaded: keys of findings and ids of rules become indexes in the lists of Problems, and the judge compares numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "json/list.h"

namespace alimail {

// The index of a key or a rule in its list in Problems.
using Index = std::uint16_t;
using Indexes = Vector<Index>;
inline constexpr Index kNowhere = 0xFFFF;

// A list of alternatives; each alternative is a list of keys that must all be present. One list holds them all, each as its
// length and then its keys, because a list of lists adds more to the wasm.
class Clauses {
 public:
  class Iterator {
   public:
    explicit Iterator(const Index* at) : at_(at) {}
    std::span<const Index> operator*() const {
      return {at_ + 1, *at_};
    }
    Iterator& operator++() {
      at_ += 1 + *at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Index* at_;
  };

  explicit Clauses(Indexes numbers = {}) : numbers_(std::move(numbers)) {}
  [[nodiscard]] Iterator begin() const {
    return Iterator(numbers_.data());
  }
  [[nodiscard]] Iterator end() const {
    return Iterator(numbers_.data() + numbers_.size());
  }

 private:
  Indexes numbers_;
};

struct Problems;

class InstructionRule {  // a step, a verification or a note
 public:
  explicit InstructionRule(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  [[nodiscard]] const String& from() const {
    return text_or_empty(json_, "from");
  }
  // An address, or "".
  [[nodiscard]] const String& source() const {
    return text_or_empty(json_, "source");
  }
  // Shown only if the value with this name is known; "" for always.
  [[nodiscard]] const String& needs() const {
    return text_or_empty(json_, "needs");
  }
  // Shown only if the values with these names are unknown, separated by spaces; "" for always.
  [[nodiscard]] const String& without() const {
    return text_or_empty(json_, "without");
  }
  // Who can do it: "postmaster", "member", or "" for everyone.
  [[nodiscard]] const String& role() const {
    return text_or_empty(json_, "role");
  }
  // The lines to type, by system.
  [[nodiscard]] MapOf<ListOf<std::string_view>> commands() const {
    return MapOf<ListOf<std::string_view>>(object_or_empty(json_, "commands"));
  }

 private:
  Json json_;
};

class Band {  // a range of a question that wants a number
 public:
  explicit Band(const Json& json) : json_(json) {}
  [[nodiscard]] std::string_view option() const {
    return json_.items.empty() ? std::string_view() : std::string_view(json_.items[0].text);
  }
  // The lowest number in the band.
  [[nodiscard]] std::int64_t from() const {
    return json_.items.size() < 2 ? 0 : json_.items[1].number;
  }

 private:
  const Json& json_;
};

class QuestionRule {
 public:
  explicit QuestionRule(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  [[nodiscard]] ListOf<std::string_view> options() const {
    return ListOf<std::string_view>(array_or_empty(json_, "options"));
  }
  // True if the person enters a number; `bands` then maps it to an option.
  [[nodiscard]] bool wants_number() const {
    return text_or_empty(json_, "kind") == "number";
  }
  // In ascending order.
  [[nodiscard]] ListOf<Band> bands() const {
    return ListOf<Band>(array_or_empty(json_, "bands"));
  }
  // Nothing is left to ask once a finding whose key begins with this was found; "" if there is none.
  [[nodiscard]] const String& moot_by() const {
    return text_or_empty(json_, "moot_by");
  }
  // Keys of findings that answer the question, each with its option.
  [[nodiscard]] MapOf<std::string_view> answered_by() const {
    return MapOf<std::string_view>(object_or_empty(json_, "answered_by"));
  }

 private:
  Json json_;
};

class CauseRule {
 public:
  CauseRule(Json json, const Problems& problems);
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  [[nodiscard]] const String& from() const {
    return text_or_empty(json_, "from");
  }
  // An address, or "".
  [[nodiscard]] const String& source() const {
    return text_or_empty(json_, "source");
  }
  // Who can fix it.
  [[nodiscard]] const String& owner() const {
    return text_or_empty(json_, "owner");
  }
  [[nodiscard]] const String& action() const {
    return text_or_empty(json_, "action");
  }
  // The action if the person is the administrator; "" if it is the same.
  [[nodiscard]] const String& postmaster_action() const {
    return text_or_empty(json_, "postmaster_action");
  }
  [[nodiscard]] const Clauses& confirmed() const {
    return confirmed_;
  }
  [[nodiscard]] const Clauses& likely() const {
    return likely_;
  }
  [[nodiscard]] const Clauses& ruled_out() const {
    return ruled_out_;
  }
  // Families of findings that the cause needs; without them its state is "cannot tell". Indexes in Problems::families.
  [[nodiscard]] const Indexes& needs() const {
    return needs_;
  }
  // Indexes in Problems::steps: how to get at one's mail before the cause is fixed.
  [[nodiscard]] const Indexes& meanwhile() const {
    return meanwhile_;
  }
  // Indexes in Problems::steps, in the order of doing.
  [[nodiscard]] const Indexes& steps() const {
    return steps_;
  }
  // Indexes in Problems::verifications.
  [[nodiscard]] const Indexes& verifications() const {
    return verifications_;
  }
  // Indexes in Problems::notes.
  [[nodiscard]] const Indexes& notes() const {
    return notes_;
  }

 private:
  Json json_;
  Clauses confirmed_;
  Clauses likely_;
  Clauses ruled_out_;
  Indexes needs_;
  Indexes meanwhile_;
  Indexes steps_;
  Indexes verifications_;
  Indexes notes_;
};

class Problem {
 public:
  Problem(Json json, const Problems& problems);
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  [[nodiscard]] const String& from() const {
    return text_or_empty(json_, "from");
  }
  // high, medium, low
  [[nodiscard]] const String& severity() const {
    return text_or_empty(json_, "severity");
  }
  // Once confirmed, this problem comes before all others.
  [[nodiscard]] bool decides() const {
    return flag(json_, "decides");
  }
  // Keys of findings that mean that the person mentions it.
  [[nodiscard]] const Indexes& symptoms() const {
    return symptoms_;
  }
  [[nodiscard]] ListOf<std::string_view> described_by() const {
    return ListOf<std::string_view>(array_or_empty(json_, "described_by"));
  }
  // Indexes in Problems::questions.
  [[nodiscard]] const Indexes& questions() const {
    return questions_;
  }
  [[nodiscard]] ListOf<std::string_view> faq() const {
    return ListOf<std::string_view>(array_or_empty(json_, "faq"));
  }
  // Indexes in Problems::steps: what else to do if no cause can be named.
  [[nodiscard]] const Indexes& otherwise() const {
    return otherwise_;
  }
  [[nodiscard]] const Vector<CauseRule>& causes() const {
    return causes_;
  }

 private:
  Json json_;
  Indexes symptoms_;
  Indexes questions_;
  Indexes otherwise_;
  Vector<CauseRule> causes_;
};

class Topic {  // a question of how to do something, and its answer
 public:
  Topic(Json json, const Problems& problems);
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  [[nodiscard]] const String& from() const {
    return text_or_empty(json_, "from");
  }
  // An address, or "".
  [[nodiscard]] const String& source() const {
    return text_or_empty(json_, "source");
  }
  // The entry of the FAQ that answers it, or "".
  [[nodiscard]] const String& faq() const {
    return text_or_empty(json_, "faq");
  }
  // Indexes in Problems::steps.
  [[nodiscard]] const Indexes& steps() const {
    return steps_;
  }

 private:
  Json json_;
  Indexes steps_;
};

struct Problems {
  Vector<String> keys;      // keys of findings that a clause or a list of symptoms reads, sorted
  Vector<String> families;  // families of findings that causes need
  Vector<InstructionRule> steps;
  Vector<InstructionRule> verifications;
  Vector<InstructionRule> notes;
  Indexes otherwise;  // indexes in steps: what else to do if not even the problem is known
  Vector<QuestionRule> questions;
  Vector<Problem> list;
  Vector<Topic> topics;
};

// From the problem files and shared.json. An id without a rule is dropped; a contract test checks that there is none.
Problems problems_from(Vector<Json> files, Json shared);

// The index of a key in Problems::keys, or kNowhere if nothing reads it.
Index key_index(const Problems& problems, std::string_view key);

const Problem* problem_by_id(const Problems& problems, std::string_view id);
const Topic* topic_by_id(const Problems& problems, std::string_view id);
const QuestionRule* question_rule(const Problems& problems, std::string_view id);

}  // namespace alimail
