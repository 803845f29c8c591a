#include "evidence/own_resolver.h"

#include <algorithm>

#include "base/order.h"
#include "dns/address_text.h"
#include "evidence/answers.h"
#include "evidence/lookup.h"

namespace alimail {
namespace {

using Texts = Vector<String>;

bool meet(const Texts& a, const Texts& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const String& text) { return std::find(b.begin(), b.end(), text) != b.end(); });
}

struct PublicView {
  Lookup lookup;
  Texts values;
  Texts aliases;
  bool of_one_mind = true;
};

PublicView public_view(const Evidence& evidence, const Question& question) {
  PublicView view;
  view.lookup = look_up(evidence, question.name, question.type);
  Texts first;
  for (const RecordSet& set : view.lookup.sets) {
    Texts values = values_of(set.records, question.type);
    if (first.empty()) first = values;
    if (!values.empty() && values != first) view.of_one_mind = false;
    append(view.values, std::move(values));
    append(view.aliases, alias_chain(set.records, question.name).targets);
  }
  return view;
}

// Compares the records if both sides have an answer.
LocalVerdict compare_records(const PastedAnswer& pasted, const PublicView& view) {
  const Answer& answer = pasted.answer;
  const Question& question = answer.question;
  const Texts values = values_of(answer.records, question.type);
  const bool addresses = question.type == RecordType::A || question.type == RecordType::Aaaa;
  if (!addresses) {
    const bool known = std::all_of(values.begin(), values.end(), [&](const String& value) {
      return std::find(view.values.begin(), view.values.end(), value) != view.values.end();
    });
    return known ? LocalVerdict::Agrees : LocalVerdict::Stale;
  }
  for (const String& value : values) {
    const bool published = std::find(view.values.begin(), view.values.end(), value) != view.values.end();
    if (!published && is_unroutable(value)) return LocalVerdict::Hijacked;
  }
  const Texts aliases = alias_chain(answer.records, question.name).targets;
  if (meet(aliases, view.aliases)) return LocalVerdict::Agrees;
  if (aliases.empty() && meet(values, view.values)) return LocalVerdict::Agrees;
  if (aliases.empty() && !view.aliases.empty() && hides_aliases(pasted.tool)) return LocalVerdict::Unknown;
  const bool by_place = aliases.empty() && view.aliases.empty() && !view.of_one_mind;
  return by_place ? LocalVerdict::Agrees : LocalVerdict::Stale;
}

// The names that the login host leads to in the public answers.
Texts login_targets(const Evidence& evidence) {
  return public_view(evidence, {evidence.subject.login_host, RecordType::A}).aliases;
}

bool has_address_type(const Question& question) {
  return question.type == RecordType::A || question.type == RecordType::Aaaa || question.type == RecordType::Cname;
}

bool is_login_target(const Evidence& evidence, const Question& question) {
  const Texts targets = login_targets(evidence);
  return std::find(targets.begin(), targets.end(), question.name) != targets.end();
}

// An answer that may be kept for ten minutes says nothing about the present if it is pasted a day later.
bool is_over(const Evidence& evidence, const Answer& answer) {
  const std::uint32_t ttl = remaining_ttl(answer).value_or(0);
  return ttl > 0 && answer.at + ttl < evidence.now;
}

}  // namespace

bool is_own_resolver(const PastedAnswer& pasted) {
  return !pasted.chosen || is_unroutable(pasted.server);
}

bool is_of_login(const Evidence& evidence, const Question& question) {
  if (!has_address_type(question)) return false;
  return question.name == evidence.subject.login_host || is_login_target(evidence, question);
}

LocalVerdict local_verdict(const Evidence& evidence, const PastedAnswer& pasted) {
  const Answer& answer = pasted.answer;
  PublicView view = public_view(evidence, answer.question);
  if (view.lookup.knowledge == Knowledge::Unasked && is_login_target(evidence, answer.question)) {
    // This question is part of the login host's chain: its addresses are those at the end of the chain, which differ by
    // location.
    view.lookup = look_up(evidence, evidence.subject.login_host, RecordType::A);
    view.of_one_mind = false;
  }
  if (view.lookup.knowledge == Knowledge::Unasked) return LocalVerdict::Pending;
  if (view.lookup.knowledge == Knowledge::Unknown || is_over(evidence, answer)) return LocalVerdict::Unknown;
  if (is_absence(answer.outcome)) return view.lookup.lacking.empty() ? LocalVerdict::Missing : LocalVerdict::Agrees;
  if (answer.outcome != Outcome::Records) return LocalVerdict::NoAnswer;
  return compare_records(pasted, view);
}

}  // namespace alimail
