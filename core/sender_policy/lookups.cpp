#include "sender_policy/lookups.h"

#include <algorithm>

#include "dns/address_text.h"
#include "names/domain_name.h"
#include "sender_policy/macro.h"

namespace alimail {
namespace {

String bytes_of(const ResourceRecord& record) {
  const auto* address = std::get_if<Address>(&record.data);
  if (address == nullptr) return {};
  const Result<String> bytes = record.type == RecordType::A ? parse_ipv4(address->text) : parse_ipv6(address->text);
  return bytes ? bytes.value() : String();
}

String reverse_zone_name(const String& address) {
  MacroValues values;
  values.address = address;
  return target_name("%{ir}.%{v}.arpa", values);
}

}  // namespace

bool in_network(std::string_view address, std::string_view network, const Prefixes& prefixes) {
  if (address.size() != network.size()) return false;
  const auto bits = static_cast<unsigned>(address.size() == kIpv4Bytes ? prefixes.ip4 : prefixes.ip6);
  const std::size_t whole = bits / 8;
  if (address.substr(0, whole) != network.substr(0, whole)) return false;
  if (bits % 8 == 0) return true;
  const unsigned differing = static_cast<unsigned char>(address[whole]) ^ static_cast<unsigned char>(network[whole]);
  return differing >> (8 - bits % 8) == 0;
}

PolicyAnswer PolicyLookups::ask(const String& name, RecordType type) {
  const Question question = {name, type};
  PolicyAnswer answer = lookup_.ask(lookup_.context, question);
  erase_if(answer.records, [&](const ResourceRecord& record) { return record.type != type; });
  if (answer.state == LookupState::Records && answer.records.empty()) answer.state = LookupState::Nodata;
  const bool open = answer.state == LookupState::Pending;
  if (open && std::find(needed_.begin(), needed_.end(), question) == needed_.end()) needed_.push_back(question);
  return answer;
}

// The result of an answer before its records are examined. Yes means that there are records.
Matched PolicyLookups::unless_void(const PolicyAnswer& answer) {
  switch (answer.state) {
    case LookupState::Pending: return {Match::Pending, {}};
    case LookupState::Failed: return {Match::TempError, "lookup-failed"};
    case LookupState::Records: return {Match::Yes, {}};
    case LookupState::Nodata:
    case LookupState::Nxdomain: break;
  }
  if (++voids_ > kMaxVoidLookups) return {Match::PermError, "too-many-void-lookups"};
  return {};
}

RecordType PolicyLookups::address_type() const {
  return address_.size() == kIpv4Bytes ? RecordType::A : RecordType::Aaaa;
}

bool PolicyLookups::is_among(const Vector<ResourceRecord>& records, const Prefixes& prefixes) const {
  return std::any_of(records.begin(), records.end(),
                     [&](const ResourceRecord& record) { return in_network(address_, bytes_of(record), prefixes); });
}

Matched PolicyLookups::matches_address_of(const String& name, const Prefixes& prefixes) {
  if (name.empty()) return {};
  const PolicyAnswer answer = ask(name, address_type());
  Matched matched = unless_void(answer);
  if (matched.match == Match::Yes && !is_among(answer.records, prefixes)) matched.match = Match::No;
  return matched;
}

Matched PolicyLookups::matches_exchange_of(const String& name, const Prefixes& prefixes) {
  if (name.empty()) return {};
  const PolicyAnswer answer = ask(name, RecordType::Mx);
  if (const Matched said = unless_void(answer); said.match != Match::Yes) return said;
  if (answer.records.size() > kMaxPolicyExchanges) return {Match::PermError, "too-many-exchanges"};
  bool pending = false;
  for (const ResourceRecord& record : answer.records) {
    const auto* exchange = std::get_if<MailExchange>(&record.data);
    if (exchange == nullptr) continue;
    const Matched matched = matches_address_of(exchange->exchange, prefixes);
    if (matched.match == Match::Pending) pending = true;
    // An answer that is still missing may come before this one in the order of the records.
    if (matched.match != Match::Pending && matched.match != Match::No && !pending) return matched;
  }
  return {pending ? Match::Pending : Match::No, {}};
}

Matched PolicyLookups::exists(const String& name) {
  return name.empty() ? Matched() : unless_void(ask(name, RecordType::A));
}

// A name is validated if it leads back to the sender. Failures on the way are ignored, as section 5.5 requires.
PolicyLookups::ReverseNames PolicyLookups::validated_names() {
  ReverseNames validated;
  const PolicyAnswer answer = ask(reverse_zone_name(address_), RecordType::Ptr);
  validated.pending = answer.state == LookupState::Pending;
  const std::size_t count = std::min(answer.records.size(), kMaxReverseNames);
  for (std::size_t i = 0; i < count; ++i) {
    const auto* host = std::get_if<HostName>(&answer.records[i].data);
    if (host == nullptr || host->name.empty()) continue;
    const PolicyAnswer forward = ask(host->name, address_type());
    if (forward.state == LookupState::Pending) validated.pending = true;
    if (is_among(forward.records, {})) validated.names.push_back(host->name);
  }
  return validated;
}

Matched PolicyLookups::matches_reverse_name(const String& domain) {
  const ReverseNames validated = validated_names();
  if (validated.pending) return {Match::Pending, {}};
  const bool any = !domain.empty() && std::any_of(validated.names.begin(), validated.names.end(),
                                                  [&](const String& name) { return is_under(name, domain); });
  return {any ? Match::Yes : Match::No, {}};
}

std::optional<String> PolicyLookups::validated_name(const String& domain) {
  const ReverseNames validated = validated_names();
  if (validated.pending) return std::nullopt;
  const Vector<String>& names = validated.names;
  if (names.empty()) return String();
  if (std::find(names.begin(), names.end(), domain) != names.end()) return domain;
  const auto below =
      std::find_if(names.begin(), names.end(), [&](const String& name) { return is_under(name, domain); });
  return below != names.end() ? *below : names.front();
}

}  // namespace alimail
