// A small world of SPF records, one per line. All resolvers return them, and it shows the questions that a walk still
// asks.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/said.h"

namespace alimail::testing {

class Zone : public World {
 public:
  Zone& text(const std::string& name, std::vector<std::string> texts, const std::string& resolver = "alidns") {
    std::vector<ResourceRecord> records;
    for (std::string& each : texts) records.push_back(txt(name, std::move(each)));
    has(resolver, name, RecordType::Txt, std::move(records));
    return *this;
  }
  Zone& spf(const std::string& name, std::string terms) {
    return text(name, {"v=spf1 " + std::move(terms)});
  }
  Zone& no_text(const std::string& name) {
    lacks("alidns", name, RecordType::Txt);
    return *this;
  }
  Zone& silent(const std::string& name, Outcome how = Outcome::Timeout) {
    fails("alidns", name, RecordType::Txt, how);
    return *this;
  }
  Zone& a(const std::string& name) {
    has("alidns", name, RecordType::A, {address(name, "192.0.2.1")});
    return *this;
  }
  Zone& no_a(const std::string& name) {
    nothing_at("alidns", name, RecordType::A);
    return *this;
  }
  Zone& exchange(const std::string& host) {
    has("alidns", kDomain, RecordType::Mx, {mx(kDomain, 5, host)});
    return *this;
  }
  Zone& alibaba() {
    return exchange("mx1.qiye.aliyun.com").spf("spf.qiye.aliyun.com", "ip4:192.0.2.0/24 -all");
  }
};

inline Zone own(std::string terms) {
  return Zone().spf(kDomain, std::move(terms));
}

}  // namespace alimail::testing
