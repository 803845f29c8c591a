#include <gtest/gtest.h>

#include "checks/optional_record.h"

namespace alimail::testing {
namespace {

const OptionalRecord kRecord = {kTlsRptCheck, "tls-rpt.", "_smtp._tls.abc.example",
                                "v=TLSRPTv1; rua=mailto:a@abc.example", "v=TLSRPTv1; rua=a@abc.example"};

TEST(TlsRptCheck, IsSilentWithoutARecord) {
  expect_silence_without_a_record(kRecord);
}

TEST(TlsRptCheck, ReportsARecordAndItsMistakes) {
  expect_that_a_record_is_read(kRecord);
}

TEST(TlsRptCheck, CannotTellAfterAFailedLookup) {
  expect_unknown_after_a_failed_lookup(kRecord);
}

}  // namespace
}  // namespace alimail::testing
