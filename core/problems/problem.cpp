#include "problems/problem.h"

namespace alimail {
namespace {

// Where the text is in the list, or would have to be.
std::size_t lower_bound(const Vector<String>& sorted, std::string_view text) {
  std::size_t first = 0;
  std::size_t count = sorted.size();
  while (count > 0) {
    const std::size_t half = count / 2;
    if (sorted[first + half] < text) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

Index index_in(const Vector<String>& sorted, std::string_view text) {
  const std::size_t at = lower_bound(sorted, text);
  return at < sorted.size() && sorted[at] == text ? static_cast<Index>(at) : kNowhere;
}

void add_texts(Vector<String>& sorted, const Vector<Json>& texts) {
  for (const Json& text : texts) {
    const std::size_t at = lower_bound(sorted, text.text);
    if (at < sorted.size() && sorted[at] == text.text) continue;
    sorted.push_back(text.text);
    for (std::size_t i = sorted.size() - 1; i > at; --i) sorted[i].swap(sorted[i - 1]);
  }
}

void collect(Problems& problems, const Json& file) {
  add_texts(problems.keys, array_or_empty(file, "symptoms"));
  for (const Json& cause : array_or_empty(file, "causes")) {
    for (const std::string_view clauses : {"confirmed", "likely", "ruled_out"}) {
      for (const Json& clause : array_or_empty(cause, clauses)) add_texts(problems.keys, clause.items);
    }
    add_texts(problems.families, array_or_empty(cause, "needs"));
  }
}

void add_indexes(Indexes& indexes, const Vector<String>& sorted, const Vector<Json>& texts) {
  for (const Json& text : texts) indexes.push_back(index_in(sorted, text.text));
}

Indexes indexes_in(const Vector<String>& sorted, const Vector<Json>& texts) {
  Indexes indexes;
  add_indexes(indexes, sorted, texts);
  return indexes;
}

Clauses clauses_in(const Vector<String>& keys, const Vector<Json>& clauses) {
  Indexes numbers;
  for (const Json& clause : clauses) {
    if (clause.items.empty()) continue;
    numbers.push_back(static_cast<Index>(clause.items.size()));
    add_indexes(numbers, keys, clause.items);
  }
  return Clauses(std::move(numbers));
}

template <typename Rule>
const Rule* rule_by_id(const Vector<Rule>& rules, std::string_view id) {
  for (const Rule& rule : rules) {
    if (rule.id() == id) return &rule;
  }
  return nullptr;
}

template <typename Rule>
Indexes indexes_of(const Vector<Rule>& rules, const Vector<Json>& ids) {
  Indexes indexes;
  for (const Json& id : ids) {
    const Rule* rule = rule_by_id(rules, id.text);
    if (rule != nullptr) indexes.push_back(static_cast<Index>(rule - rules.data()));
  }
  return indexes;
}

}  // namespace

CauseRule::CauseRule(Json json, const Problems& problems) : json_(std::move(json)) {
  confirmed_ = clauses_in(problems.keys, array_or_empty(json_, "confirmed"));
  likely_ = clauses_in(problems.keys, array_or_empty(json_, "likely"));
  ruled_out_ = clauses_in(problems.keys, array_or_empty(json_, "ruled_out"));
  needs_ = indexes_in(problems.families, array_or_empty(json_, "needs"));
  meanwhile_ = indexes_of(problems.steps, array_or_empty(json_, "meanwhile"));
  steps_ = indexes_of(problems.steps, array_or_empty(json_, "steps"));
  notes_ = indexes_of(problems.notes, array_or_empty(json_, "notes"));
  verifications_ = indexes_of(problems.verifications, array_or_empty(json_, "verify"));
}

Problem::Problem(Json json, const Problems& problems) : json_(std::move(json)) {
  symptoms_ = indexes_in(problems.keys, array_or_empty(json_, "symptoms"));
  questions_ = indexes_of(problems.questions, array_or_empty(json_, "questions"));
  otherwise_ = indexes_of(problems.steps, array_or_empty(json_, "otherwise"));
  for (Json& cause : take_array(json_, "causes")) causes_.emplace_back(std::move(cause), problems);
}

Topic::Topic(Json json, const Problems& problems) : json_(std::move(json)) {
  steps_ = indexes_of(problems.steps, array_or_empty(json_, "steps"));
}

Problems problems_from(Vector<Json> files, Json shared) {
  Problems problems;
  for (const Json& file : files) collect(problems, file);
  problems.steps = take_list<InstructionRule>(shared, "steps");
  problems.verifications = take_list<InstructionRule>(shared, "verifications");
  problems.notes = take_list<InstructionRule>(shared, "notes");
  problems.otherwise = indexes_of(problems.steps, array_or_empty(shared, "otherwise"));
  problems.questions = take_list<QuestionRule>(shared, "questions");
  for (Json& file : files) problems.list.emplace_back(std::move(file), problems);
  for (Json& topic : take_array(shared, "topics")) problems.topics.emplace_back(std::move(topic), problems);
  return problems;
}

Index key_index(const Problems& problems, std::string_view key) {
  return index_in(problems.keys, key);
}

const Problem* problem_by_id(const Problems& problems, std::string_view id) {
  return rule_by_id(problems.list, id);
}

const Topic* topic_by_id(const Problems& problems, std::string_view id) {
  return rule_by_id(problems.topics, id);
}

const QuestionRule* question_rule(const Problems& problems, std::string_view id) {
  return rule_by_id(problems.questions, id);
}

}  // namespace alimail
