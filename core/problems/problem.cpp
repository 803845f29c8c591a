#include "problems/problem.h"

#include <algorithm>

namespace alimail {
namespace {

void add_texts(std::vector<std::string>& keys, const std::vector<Json>& texts) {
  for (const Json& text : texts) keys.push_back(text.text);
}

void sort_once(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void collect(Problems& problems, const Json& file) {
  add_texts(problems.keys, array_or_empty(file, "symptoms"));
  for (const Json& cause : array_or_empty(file, "causes")) {
    for (const char* clauses : {"confirmed", "likely", "ruled_out"}) {
      for (const Json& clause : array_or_empty(cause, clauses)) add_texts(problems.keys, clause.items);
    }
    add_texts(problems.families, array_or_empty(cause, "needs"));
  }
}

Index index_in(const std::vector<std::string>& sorted, std::string_view text) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), text);
  return found != sorted.end() && *found == text ? static_cast<Index>(found - sorted.begin()) : kNowhere;
}

Indexes indexes_in(const std::vector<std::string>& sorted, const std::vector<Json>& texts) {
  Indexes indexes;
  for (const Json& text : texts) indexes.push_back(index_in(sorted, text.text));
  return indexes;
}

Clauses clauses_in(const std::vector<std::string>& keys, const std::vector<Json>& clauses) {
  Clauses list;
  for (const Json& clause : clauses) {
    if (!clause.items.empty()) list.push_back(indexes_in(keys, clause.items));
  }
  return list;
}

template <typename Rule>
const Rule* rule_by_id(const std::vector<Rule>& rules, std::string_view id) {
  for (const Rule& rule : rules) {
    if (rule.id() == id) return &rule;
  }
  return nullptr;
}

template <typename Rule>
Indexes indexes_of(const std::vector<Rule>& rules, const std::vector<Json>& ids) {
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
  steps_ = indexes_of(problems.steps, array_or_empty(json_, "steps"));
  verifications_ = indexes_of(problems.verifications, array_or_empty(json_, "verify"));
}

Problem::Problem(Json json, const Problems& problems) : json_(std::move(json)) {
  symptoms_ = indexes_in(problems.keys, array_or_empty(json_, "symptoms"));
  questions_ = indexes_of(problems.questions, array_or_empty(json_, "questions"));
  for (Json& cause : take_array(json_, "causes")) causes_.emplace_back(std::move(cause), problems);
}

Problems problems_from(std::vector<Json> files, Json shared) {
  Problems problems;
  for (const Json& file : files) collect(problems, file);
  sort_once(problems.keys);
  sort_once(problems.families);
  for (Json& rule : take_array(shared, "steps")) problems.steps.emplace_back(std::move(rule));
  for (Json& rule : take_array(shared, "verifications")) problems.verifications.emplace_back(std::move(rule));
  for (Json& rule : take_array(shared, "questions")) problems.questions.emplace_back(std::move(rule));
  for (Json& file : files) problems.list.emplace_back(std::move(file), problems);
  return problems;
}

Index key_index(const Problems& problems, std::string_view key) {
  return index_in(problems.keys, key);
}

const Problem* problem_by_id(const Problems& problems, std::string_view id) {
  return rule_by_id(problems.list, id);
}

const QuestionRule* question_rule(const Problems& problems, std::string_view id) {
  return rule_by_id(problems.questions, id);
}

}  // namespace alimail
