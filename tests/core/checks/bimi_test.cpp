#include <gtest/gtest.h>

#include "checks/optional_record.h"

namespace alimail::testing {
namespace {

const OptionalRecord kRecord = {kBimiCheck, "bimi.", "default._bimi.abc.example",
                                "v=BIMI1; l=https://abc.example/l.svg", "v=BIMI1; l=http://abc.example/l.svg"};

TEST(BimiCheck, IsSilentWithoutARecord) {
  expect_silence_without_a_record(kRecord);
}

TEST(BimiCheck, ReportsARecordAndItsMistakes) {
  expect_that_a_record_is_read(kRecord);
  EXPECT_EQ(says(kBimiCheck, at(kRecord, {"v=BIMI1; l=;"})), Keys()) << "the domain wants no logo";
}

TEST(BimiCheck, CannotTellAfterAFailedLookup) {
  expect_unknown_after_a_failed_lookup(kRecord);
}

}  // namespace
}  // namespace alimail::testing
