#include "evidence/exchanges.h"

#include <algorithm>

#include "evidence/apex_alias.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

struct Candidate {
  Vector<MailExchange> list;
  std::size_t count = 0;
  std::size_t holders = 1;
  bool ours = false;
};

bool comes_before(const MailExchange& a, const MailExchange& b) {
  return a.preference != b.preference ? a.preference < b.preference : a.exchange < b.exchange;
}

// Resolvers rotate the order of a set, so it is sorted in the order of use.
Candidate candidate_of(std::span<const ResourceRecord> records) {
  Candidate candidate;
  Vector<MailExchange>& list = candidate.list;
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

void add(Vector<Candidate>& candidates, const Candidate& candidate) {
  if (candidate.list.empty()) return;
  for (Candidate& each : candidates) {
    if (each.list != candidate.list) continue;
    ++each.holders;
    return;
  }
  candidates.push_back(candidate);
}

// A site whose set is inferred from a pattern has no published list, so no name can be missing from it.
bool is_published(const Provider& provider, const Site* site, const String& name) {
  if (site == nullptr) return false;
  return site->mx_source().empty() || site_publishing_mx(provider, name) != nullptr;
}

template <typename Value>
void add_once(Vector<Value>& list, const Value& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The control panel of a DNS host appends the domain to a name that was entered without a final dot.
bool is_doubled(const Provider& provider, std::string_view name, std::string_view domain) {
  if (name.size() <= domain.size() + 1 || !name.ends_with(domain)) return false;
  name.remove_suffix(domain.size());
  if (!name.ends_with('.')) return false;
  name.remove_suffix(1);
  return is_own_mx(provider, name);
}

void sort_in(Targets& targets, const String& name, std::string_view domain, const Provider& provider) {
  if (is_ipv4_address(name)) return;  // an address is not a name
  if (is_doubled(provider, name, domain)) {
    targets.undocumented.push_back(name);
    return;
  }
  if (is_own_mx(provider, name)) {
    const Site* site = site_of_mx(provider, name);
    if (site != nullptr) add_once(targets.sites, site);
    if (is_published(provider, site, name)) {
      targets.published.push_back(name);
      add_once(targets.publishing, site);
    } else {
      targets.undocumented.push_back(name);
    }
    return;
  }
  targets.foreign.push_back(name);
  if (const OtherProduct* product = product_of_mx(provider, name); product != nullptr) {
    add_once(targets.products, product);
  } else if (targets.provider == nullptr) {
    targets.provider = provider_of_mx(provider, name);
  }
}

}  // namespace

Exchanges exchanges_of(const Evidence& evidence, std::string_view alias, const Provider& provider) {
  const Lookup mx = look_up(evidence, evidence.subject.domain, RecordType::Mx);
  Vector<Candidate> candidates;
  Candidate candidate;
  for (std::size_t i = 0; i < mx.sets.size(); ++i) {
    const bool same = i > 0 && is_same_data(mx.sets[i - 1].records, mx.sets[i].records);
    if (!same) candidate = candidate_of(mx.sets[i].records);
    add(candidates, candidate);
  }

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
  exchanges.failing = mx.failing;
  exchanges.hidden = mx.knowledge != Knowledge::Unasked && is_hidden_by_alias(evidence, alias, RecordType::Mx);
  if (exchanges.hidden) {
    exchanges.knowledge = Knowledge::Unknown;
    return exchanges;
  }
  exchanges.knowledge = mx.knowledge;
  if (best != nullptr) {
    exchanges.list = std::move(best->list);
    exchanges.count = best->count;
    if (rival != nullptr) exchanges.rival = std::move(rival->list);
  }
  return exchanges;
}

bool is_wholly_foreign(const Targets& targets) {
  return !targets.all.empty() && targets.foreign.size() == targets.all.size();
}

bool is_at_another_provider(const Targets& targets, const Provider& provider) {
  return is_wholly_foreign(targets) &&
         std::any_of(targets.foreign.begin(), targets.foreign.end(),
                     [&](const String& name) { return product_of_mx(provider, name) == nullptr; });
}

Targets targets_of(const Exchanges& exchanges, std::string_view domain, const Provider& provider) {
  Targets targets;
  for (const MailExchange& each : exchanges.list) {
    if (each.exchange.empty()) {
      targets.null_beside = true;
    } else if (std::find(targets.all.begin(), targets.all.end(), each.exchange) != targets.all.end()) {
      add_once(targets.repeated, each.exchange);
    } else {
      targets.all.push_back(each.exchange);
      sort_in(targets, each.exchange, domain, provider);
    }
  }
  return targets;
}

}  // namespace alimail
