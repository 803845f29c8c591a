#include "evidence/lookup.h"

#include <algorithm>

#include "base/order.h"
#include "dns/present.h"
#include "evidence/answers.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

void take(Lookup& lookup, const Answer& answer, bool& exists_somewhere) {
  if (answer.outcome == Outcome::Records && !answer.contradicted) {
    lookup.having.emplace_back(answer.resolver);
  } else if (is_absence(answer.outcome) && !answer.contradicted) {
    lookup.lacking.emplace_back(answer.resolver);
  } else {
    lookup.failing.push_back({answer.resolver, answer.outcome});
  }
  exists_somewhere = exists_somewhere || answer.outcome == Outcome::Records || answer.outcome == Outcome::Nodata;
  // A CNAME in an answer is a fact, even if the resolver gave up on it (a loop ends in SERVFAIL).
  if (answer.outcome == Outcome::Records || !answer.records.empty()) {
    lookup.sets.push_back({answer.resolver, answer.records});
  }
}

}  // namespace

Lookup look_up(const Evidence& evidence, std::string_view name, RecordType type, Validation validation) {
  Lookup lookup;
  const bool disabled = validation == Validation::Disabled;
  bool exists_somewhere = false;
  bool conclusive = false;
  std::size_t servfails = 0;
  for (const Place& place : answers_to(evidence, name, type)) {
    const Answer& answer = evidence.answers[place.answer];
    if (answer.checking_disabled != disabled) continue;
    take(lookup, answer, exists_somewhere);
    conclusive = conclusive || is_conclusive(answer.outcome);
    if (answer.outcome == Outcome::Servfail) ++servfails;
  }
  if (is_special_use(name)) {  // not asked (checks/run.cpp)
    lookup.knowledge = Knowledge::Absent;
    lookup.end_exists = false;
  }
  if (lookup.having.empty() && lookup.lacking.empty() && lookup.failing.empty()) return lookup;

  // An unreachable resolver says nothing about the domain, and a single SERVFAIL may be a problem of that resolver.
  lookup.all_servfail = !conclusive && servfails >= 2;
  lookup.end_exists = exists_somewhere || lookup.lacking.empty();
  lookup.knowledge = !lookup.having.empty()    ? Knowledge::Present
                     : !lookup.lacking.empty() ? Knowledge::Absent
                                               : Knowledge::Unknown;
  return lookup;
}

bool is_same_data(std::span<const ResourceRecord> a, std::span<const ResourceRecord> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ResourceRecord& left, const ResourceRecord& right) {
                      return left.type == right.type && left.name == right.name && left.data == right.data;
                    });
}

Vector<RecordSet> differing(const Lookup& lookup) {
  Vector<RecordSet> sets;
  for (const RecordSet& set : lookup.sets) {
    if (sets.empty() || !is_same_data(sets.back().records, set.records)) sets.push_back(set);
  }
  return sets;
}

Vector<String> values_of(std::span<const ResourceRecord> records, RecordType type) {
  Vector<String> values;
  for (const ResourceRecord& record : records) {
    if (record.type == type) values.push_back(present(record.data));
  }
  sort(values);
  return values;
}

Vector<String> texts_of(const Lookup& lookup, bool (*wanted)(std::string_view text)) {
  for (const RecordSet& set : differing(lookup)) {
    Vector<String> texts = values_of(set.records, RecordType::Txt);
    erase_if(texts, [&](const String& text) { return !wanted(text); });
    if (!texts.empty()) return texts;
  }
  return {};
}

}  // namespace alimail
