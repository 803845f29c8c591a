#include <gtest/gtest.h>

#include "checks/optional_record.h"

namespace alimail::testing {
namespace {

const OptionalRecord kRecord = {kMtaStsCheck, "mta-sts.", "_mta-sts.abc.example", "v=STSv1; id=1", "v=STSv1; id=a-b"};

TEST(MtaStsCheck, IsSilentWithoutARecord) {
  expect_silence_without_a_record(kRecord);
}

TEST(MtaStsCheck, ReportsARecordAndItsMistakes) {
  expect_that_a_record_is_read(kRecord);
}

TEST(MtaStsCheck, CannotTellAfterAFailedLookup) {
  expect_unknown_after_a_failed_lookup(kRecord);
}

}  // namespace
}  // namespace alimail::testing
