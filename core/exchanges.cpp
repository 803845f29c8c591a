#include "exchanges.h"

#include <algorithm>

namespace alimail {
namespace {

struct Candidate {
  std::vector<MailExchange> list;
  std::size_t count = 0;
  std::size_t holders = 1;
  bool ours = false;
};

bool comes_before(const MailExchange& a, const MailExchange& b) {
  return a.preference != b.preference ? a.preference < b.preference : a.exchange < b.exchange;
}

// Resolvers turn the order of a set round, so it is put in the order in which it is tried.
Candidate candidate_of(const std::vector<ResourceRecord>& records) {
  Candidate candidate;
  std::vector<MailExchange>& list = candidate.list;
  for (const ResourceRecord& record : records) {
    const auto* exchange = std::get_if<MailExchange>(&record.data);
    if (exchange == nullptr) continue;
    ++candidate.count;
    std::size_t at = list.size();
    while (at > 0 && comes_before(*exchange, list[at - 1])) --at;
    if (at == kMaxExchanges) continue;
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), *exchange);
    if (list.size() > kMaxExchanges) list.pop_back();
  }
  return candidate;
}

bool is_wholly_ours(const Candidate& candidate, const Provider& provider) {
  return std::all_of(candidate.list.begin(), candidate.list.end(),
                     [&](const MailExchange& each) { return is_own_mx(provider, each.exchange); });
}

bool weighs_more(const Candidate& a, const Candidate& b) {
  return a.ours != b.ours ? a.ours : a.holders > b.holders;
}

void add(std::vector<Candidate>& candidates, Candidate candidate) {
  if (candidate.list.empty()) return;
  for (Candidate& each : candidates) {
    if (each.list != candidate.list) continue;
    ++each.holders;
    return;
  }
  candidates.push_back(std::move(candidate));
}

}  // namespace

Exchanges exchanges_of(const Evidence& evidence, const Provider& provider) {
  const Lookup mx = look_up(evidence, evidence.subject.domain, RecordType::Mx);
  std::vector<Candidate> candidates;
  for (const RecordSet& set : mx.sets) add(candidates, candidate_of(set.records));

  Candidate* best = nullptr;
  Candidate* rival = nullptr;
  for (Candidate& each : candidates) {
    each.ours = is_wholly_ours(each, provider);
    if (best == nullptr || weighs_more(each, *best)) {
      best = &each;
      rival = nullptr;
    } else if (rival == nullptr && !weighs_more(*best, each)) {
      rival = &each;
    }
  }

  Exchanges exchanges;
  exchanges.knowledge = mx.knowledge;
  exchanges.name_exists = mx.name_exists;
  exchanges.failing = mx.failing;
  if (best != nullptr) {
    exchanges.list = std::move(best->list);
    exchanges.count = best->count;
    if (rival != nullptr) exchanges.rival = std::move(rival->list);
  }
  return exchanges;
}

}  // namespace alimail
