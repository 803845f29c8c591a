#include "sender_policy/networks.h"

#include <algorithm>
#include <string_view>

#include "base/order.h"
#include "dns/address_text.h"
#include "evidence/lookup.h"
#include "sender_policy/macro.h"
#include "sender_policy/policy_lookup.h"

namespace alimail {
namespace {

// The network of an address, with the bits after the prefix set to zero, so that two hosts in it give one term.
String term_of(String bytes, int prefix) {
  const bool ip4 = bytes.size() == kIpv4Bytes;
  const std::size_t bits = static_cast<std::size_t>(prefix);
  for (std::size_t i = bits / 8; i < bytes.size(); ++i) {
    const unsigned kept = i == bits / 8 ? 0xFF00U >> (bits % 8) : 0;
    bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) & kept);
  }
  String text = ip4 ? "ip4:" + ipv4_text(bytes) : "ip6:" + ipv6_text(bytes);
  if (bits < 8 * bytes.size()) text += '/' + to_string(bits);
  return text;
}

void add_once(Vector<String>& terms, String term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
}

}  // namespace

String NetworkTerms::target(const Mechanism& mechanism, const String& domain) {
  return mechanism.domain_spec.empty() ? domain : target_name(mechanism.domain_spec, {});
}

// The records of all resolvers, because another resolver may give another host of a set that changes.
Vector<String> NetworkTerms::values(const String& name, RecordType type) {
  const Question question = {name, type};
  const bool asked =
      std::any_of(queries_.begin(), queries_.end(), [&](const Query& query) { return query.question == question; });
  if (!asked) queries_.push_back({question, Reach::First, "policy-address"});
  const Lookup lookup = look_up(evidence_, name, type);
  if (lookup.knowledge == Knowledge::Unasked) open_ = true;
  if (lookup.knowledge == Knowledge::Unknown) failed_ = true;
  Vector<String> found;
  if (lookup.knowledge != Knowledge::Present) return found;
  for (const RecordSet& set : lookup.sets) {
    for (const ResourceRecord& record : set.records) {
      if (record.type != type) continue;
      const auto* address = std::get_if<Address>(&record.data);
      const auto* exchange = std::get_if<MailExchange>(&record.data);
      if (address != nullptr) found.push_back(address->text);
      if (exchange != nullptr && !exchange->exchange.empty()) found.push_back(exchange->exchange);
    }
  }
  sort_once(found);  // resolvers rotate the records
  return found;
}

bool NetworkTerms::admits(const String& host) {
  if (std::find(hosts_.begin(), hosts_.end(), host) != hosts_.end()) return true;
  if (hosts_left() == 0) {
    failed_ = true;
    return false;
  }
  hosts_.push_back(host);
  return true;
}

void NetworkTerms::add_addresses(Vector<String>& terms, const String& host, const Mechanism& mechanism) {
  const Lookup first = look_up(evidence_, host, RecordType::A);
  if (first.knowledge == Knowledge::Absent && !first.end_exists) return;  // NXDOMAIN is for every type
  if (!admits(host)) return;
  const Vector<String> ipv4s = values(host, RecordType::A);
  const Vector<String> ipv6s = values(host, RecordType::Aaaa);
  addresses_ += ipv4s.size() + ipv6s.size();
  failed_ = failed_ || addresses_ > kMaxNetworks;
  if (failed_) return;
  for (const String& text : ipv4s) {
    if (const auto bytes = parse_ipv4(text); bytes) add_once(terms, term_of(bytes.value(), mechanism.ip4_prefix));
  }
  for (const String& text : ipv6s) {
    if (const auto bytes = parse_ipv6(text); bytes) add_once(terms, term_of(bytes.value(), mechanism.ip6_prefix));
  }
}

Vector<String> NetworkTerms::of(const Mechanism& mechanism, const String& domain) {
  Vector<String> terms;
  if (!mechanism.network.empty()) {
    const bool ip4 = mechanism.kind == MechanismKind::Ip4;
    return {term_of(mechanism.network, ip4 ? mechanism.ip4_prefix : mechanism.ip6_prefix)};
  }
  const String name = target(mechanism, domain);
  if (name.empty()) return terms;
  if (mechanism.kind != MechanismKind::Mx) {
    add_addresses(terms, name, mechanism);
    return terms;
  }
  const Vector<String> exchanges = values(name, RecordType::Mx);
  failed_ = failed_ || exchanges.size() > kMaxPolicyExchanges;  // a PermError today
  if (failed_) return terms;
  for (const String& each : exchanges) add_addresses(terms, each, mechanism);
  return terms;
}

}  // namespace alimail
