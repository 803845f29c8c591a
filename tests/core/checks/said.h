// Answers with details that World omits: the time, the TTLs, the SOA of an absence, the CD bit, extended errors.
#pragma once

#include <utility>

#include "checks/world.h"

namespace alimail::testing {

inline ResourceRecord soa_of(std::string zone, std::uint32_t serial, std::uint32_t ttl = 600,
                             std::uint32_t minimum = 600) {
  return {std::move(zone), RecordType::Soa, ttl, StartOfAuthority{"ns.example", "h.example", serial, 2, 3, 4, minimum}};
}

inline ResourceRecord txt(std::string name, std::string text, std::uint32_t ttl = 600) {
  return {std::move(name), RecordType::Txt, ttl, CharacterStrings{{std::move(text)}}};
}

class Said {  // one answer; converts itself to a World
 public:
  Said(std::string resolver, std::string name, RecordType type, Outcome outcome) {
    answer_.resolver = std::move(resolver);
    answer_.question = {std::move(name), type};
    answer_.at = 1000;
    answer_.outcome = outcome;
  }

  Said& records(std::vector<ResourceRecord> records) {
    answer_.records = std::move(records);
    return *this;
  }
  Said& authority(std::vector<ResourceRecord> records) {
    answer_.authority = std::move(records);
    return *this;
  }
  Said& error(std::uint16_t code, std::string text = "") {
    answer_.errors.push_back({code, std::move(text)});
    return *this;
  }
  Said& at(std::int64_t time) {
    answer_.at = time;
    return *this;
  }
  Said& detail(std::string detail) {
    answer_.detail = std::move(detail);
    return *this;
  }
  Said& unchecked() {
    answer_.checking_disabled = true;
    return *this;
  }
  const Answer& answer() const {
    return answer_;
  }

 private:
  Answer answer_;
};

inline World told(const std::vector<Said>& list, World world = World()) {
  for (const Said& said : list) world.evidence().answers.push_back(said.answer());
  return world;
}

inline constexpr Outcome kFailures[] = {
    Outcome::Servfail,  Outcome::Refused, Outcome::OtherRcode, Outcome::Malformed, Outcome::Truncated,
    Outcome::HttpError, Outcome::Timeout, Outcome::Blocked,    Outcome::Offline,   Outcome::Unreadable,
};

}  // namespace alimail::testing
