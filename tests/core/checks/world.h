// A short notation for the answers of resolvers: one line is one answer.
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "checks/list.h"
#include "door/door.h"
#include "evidence/evidence.h"
#include "evidence/existence.h"

namespace alimail::testing {

inline ResourceRecord cname(std::string name, std::string target) {
  return {std::move(name), RecordType::Cname, 600, HostName{std::move(target)}};
}

inline ResourceRecord address(std::string name, std::string text) {
  return {std::move(name), RecordType::A, 600, Address{std::move(text)}};
}

inline ResourceRecord mx(std::string name, std::uint16_t preference, std::string exchange) {
  return {std::move(name), RecordType::Mx, 600, MailExchange{preference, std::move(exchange)}};
}

class World {
 public:
  World() {
    evidence_.subject = {SubjectKind::Domain, SubjectProblem::None, "abc.example", "mail.abc.example", false};
  }

  World& in_question() {
    evidence_.login_in_question = true;
    return *this;
  }

  World& fresh() {
    evidence_.nonce = "fresh";
    return *this;
  }

  World& complained() {
    evidence_.complaint_given = true;
    return *this;
  }

  World& has(const std::string& resolver, const std::string& name, RecordType type,
             std::vector<ResourceRecord> records) {
    return add(resolver, name, type, Outcome::Records, std::move(records));
  }

  // NODATA: the name exists, but not this type. A CNAME chain may have led there.
  World& lacks(const std::string& resolver, const std::string& name, RecordType type,
               std::vector<ResourceRecord> chain = {}) {
    return add(resolver, name, type, Outcome::Nodata, std::move(chain));
  }

  World& nothing_at(const std::string& resolver, const std::string& name, RecordType type,
                    std::vector<ResourceRecord> chain = {}) {
    return add(resolver, name, type, Outcome::Nxdomain, std::move(chain));
  }

  World& fails(const std::string& resolver, const std::string& name, RecordType type, Outcome how) {
    return add(resolver, name, type, how, {});
  }

  World& probe(const std::string& url, ProbeOutcome outcome) {
    evidence_.probes.push_back({url, outcome, 0});
    return *this;
  }

  Evidence& evidence() {
    return evidence_;
  }

 private:
  World& add(const std::string& resolver, const std::string& name, RecordType type, Outcome outcome,
             std::vector<ResourceRecord> records) {
    Answer answer;
    answer.resolver = resolver;
    answer.question = {name, type};
    answer.at = 1000;
    answer.outcome = outcome;
    answer.records = std::move(records);
    evidence_.answers.push_back(std::move(answer));
    return *this;
  }

  Evidence evidence_;
};

inline std::vector<std::string> keys_of(const std::vector<Finding>& findings) {
  std::vector<std::string> keys;
  for (const Finding& finding : findings) keys.push_back(finding.key);
  return keys;
}

inline std::vector<std::string> says(const Check& check, World world) {
  mark_contradictions(world.evidence());
  return keys_of(check.run(views_of(world.evidence(), catalogue().provider)).findings);
}

// The finding of the check that has this key in its table, without arguments.
inline Finding finding_by_key(std::string_view key) {
  for (const Check* check : kChecks) {
    for (const Says& says : check->says) {
      if (says.key == key) return finding_of(says);
    }
  }
  ADD_FAILURE() << "no check says " << key;
  return {};
}

// The argument with this name, or an empty text if there is none.
inline ArgValue argument(const Finding& finding, std::string_view name) {
  for (const Arg& arg : finding.args) {
    if (arg.name == name) return arg.value;
  }
  return "";
}

// The records of an argument that is a list of records; empty for any other argument.
inline std::vector<Args> records_in(const Finding& finding, std::string_view name) {
  const ArgValue value = argument(finding, name);
  const auto* records = std::get_if<std::vector<Args>>(&value);
  return records != nullptr ? *records : std::vector<Args>();
}

using Keys = std::vector<std::string>;

inline const std::string kDomain = "abc.example";
inline const std::string kHost = "mail.abc.example";

struct Row {  // what a check says in a world
  const char* story;
  World world;
  Keys expected;
};

inline void expect_says(const Check& check, std::span<const Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(says(check, row.world), row.expected) << row.story;
}

inline World alias_everywhere() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.has(resolver, kHost, RecordType::Cname, {cname(kHost, "qiye.aliyun.com")});
    world.has(resolver, kHost, RecordType::A,
              {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "192.0.2.1")});
  }
  return world;
}

inline World missing_everywhere() {
  World world;
  for (const char* resolver : {"alidns", "google"}) {
    world.nothing_at(resolver, kHost, RecordType::Cname).nothing_at(resolver, kHost, RecordType::A);
  }
  return world;
}

}  // namespace alimail::testing
