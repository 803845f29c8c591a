// A zone of hosts with IPv4 and IPv6 addresses, and a receiver that reads two records of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dns/address_text.h"
#include "evidence/lookup.h"
#include "sender_policy/check_host.h"
#include "sender_policy/tree.h"
#include "sender_policy/zone.h"

namespace alimail::testing {

// "v=spf1 " and these terms, with `count` more lookups that cannot be replaced, so that what is tested has to be.
inline std::string beside(const std::string& terms, int count) {
  std::string text = terms;
  for (int i = 0; i < count; ++i) text += " exists:%{i}.list.example";
  return text + " -all";
}

class Hosts : public Zone {
 public:
  explicit Hosts(const std::string& terms) {
    spf(kDomain, terms);
  }
  Hosts& host(const std::string& name, std::vector<std::string> ipv4, std::vector<std::string> ipv6 = {}) {
    put(name, RecordType::A, std::move(ipv4));
    put(name, RecordType::Aaaa, std::move(ipv6));
    return *this;
  }
  Hosts& gone(const std::string& name) {
    nothing_at("alidns", name, RecordType::A);
    return *this;
  }
  Hosts& exchanges(const std::string& name, const std::vector<std::string>& hosts) {
    std::vector<ResourceRecord> records;
    for (const std::string& each : hosts) records.push_back(mx(name, 5, each));
    has("alidns", name, RecordType::Mx, std::move(records));
    return *this;
  }
  Hosts& included(const std::string& name, std::string terms) {
    spf(name, std::move(terms));
    return *this;
  }

 private:
  void put(const std::string& name, RecordType type, std::vector<std::string> texts) {
    std::vector<ResourceRecord> records;
    for (std::string& each : texts) records.push_back({name, type, 600, Address{std::move(each)}});
    if (records.empty()) {
      lacks("alidns", name, type);
    } else {
      has("alidns", name, type, std::move(records));
    }
  }
};

// How a receiver that counts no lookups reads a record: the terms that are only there to be counted are taken out.
struct Receiver {
  const Evidence& evidence;
  std::string text;

  static PolicyAnswer ask(const void* context, const Question& question) {
    const Receiver& self = *static_cast<const Receiver*>(context);
    if (question == Question{kDomain, RecordType::Txt}) return {LookupState::Records, {txt(kDomain, self.text)}};
    const Lookup lookup = look_up(self.evidence, question.name, question.type);
    if (lookup.knowledge != Knowledge::Present) return {LookupState::Nxdomain, {}};
    return {LookupState::Records, {lookup.sets[0].records.begin(), lookup.sets[0].records.end()}};
  }

  PolicyResult verdict(const std::string& address) {
    constexpr std::string_view kCounted = " exists:%{i}.list.example";
    for (std::size_t at = 0; (at = text.find(kCounted)) != std::string::npos;) text.erase(at, kCounted.size());
    PolicySender sender;
    sender.address = address;
    sender.mailbox = std::string("postmaster@") + kDomain;
    return check_host({ask, this}, sender, kDomain).result;
  }
};

// The record and the one in its place have the same senders.
inline void expect_same_senders(Zone zone, const std::string& text, const char* why) {
  const Evidence& evidence = zone.evidence();
  Receiver before{evidence, walk_policy(evidence, kDomain).branches.front().texts.front()};
  Receiver after{evidence, text};
  std::vector<std::string> addresses;
  for (const char* network : {"192.0.2.", "192.0.240.", "192.0.255.", "198.51.100."}) {
    for (int i = 0; i < 10; ++i) addresses.push_back(parse_ipv4(network + std::to_string(i)).value());
  }
  for (const char* each : {"2001:db8::1", "2001:db8::2", "2001:db8:7fff::1", "2001:db8:8000::1", "2001:db9::1"}) {
    addresses.push_back(parse_ipv6(each).value());
  }
  for (const std::string& each : addresses) {
    EXPECT_EQ(after.verdict(each), before.verdict(each))
        << why << ": " << (each.size() == kIpv4Bytes ? ipv4_text(each) : ipv6_text(each));
  }
}

}  // namespace alimail::testing
