// What the checks of MTA-STS, TLS-RPT and BIMI have in common: no finding if the record is absent, because it is optional.
#pragma once

#include "checks/said.h"

namespace alimail::testing {

struct OptionalRecord {
  const Check& check;
  std::string family;
  std::string name;
  std::string good;
  std::string bad;
};

inline World at(const OptionalRecord& kind, const std::vector<std::string>& texts) {
  std::vector<ResourceRecord> records;
  for (const std::string& text : texts) records.push_back(txt(kind.name, text));
  return World().has("a", kind.name, RecordType::Txt, records);
}

inline void expect_silence_without_a_record(const OptionalRecord& kind) {
  EXPECT_EQ(says(kind.check, World()), Keys());
  EXPECT_EQ(says(kind.check, World().lacks("a", kind.name, RecordType::Txt)), Keys());
  EXPECT_EQ(says(kind.check, World().nothing_at("a", kind.name, RecordType::Txt)), Keys());
  EXPECT_EQ(says(kind.check, at(kind, {"v=spf1 -all", "hello"})), Keys());
}

inline void expect_that_a_record_is_read(const OptionalRecord& kind) {
  EXPECT_EQ(says(kind.check, at(kind, {kind.good})), Keys({kind.family + "present"}));
  EXPECT_EQ(says(kind.check, at(kind, {"v=spf1 -all", kind.good})), Keys({kind.family + "present"}));
  EXPECT_EQ(says(kind.check, at(kind, {kind.bad})), Keys({kind.family + "malformed"}));
  EXPECT_EQ(says(kind.check, at(kind, {"\"" + kind.good + "\""})), Keys({kind.family + "malformed"}));
  EXPECT_EQ(says(kind.check, at(kind, {kind.good, kind.bad})), Keys({kind.family + "multiple-records"}));
}

inline void expect_unknown_after_a_failed_lookup(const OptionalRecord& kind) {
  const World world = World().fails("a", kind.name, RecordType::Txt, Outcome::Servfail);
  EXPECT_EQ(says(kind.check, world), Keys({kind.family + "unknown"}));
}

}  // namespace alimail::testing
