#include "records/mta_sts.h"

#include <gtest/gtest.h>

#include "records/rows.h"

namespace alimail {
namespace {

const Row kMtaSts[] = {
    {"v=STSv1; id=20160831085700Z;", {}},
    {"v=STSv1;id=1", {}},
    {"v = STSv1 ; id = a", {}},
    {"v=STSv1; id=1; later=tag", {}},
    {"v=STSv1; id=12345678901234567890123456789012", {}},
    {"v=STSv1; id=123456789012345678901234567890123", {{"bad-value", {12, 33}}}},
    {"v=STSv1; id=2024-01-01", {{"bad-value", {12, 10}}}},
    {"v=STSv1; id=", {{"bad-value", {12, 0}}}},
    {"v=STSv1", {{"missing-tag", {7, 0}}}},
    {"v=STSv1; 20240101", {{"missing-equals", {9, 8}}, {"missing-tag", {17, 0}}}},
    {"v=stsv1; id=1", {{"wrong-version", {0, 7}}}},
    {"v=STSv1 id=1", {{"wrong-version", {0, 12}}}},
};

TEST(MtaStsRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kMtaSts, parse_mta_sts);
  EXPECT_EQ(parse_mta_sts("v=STSv1; id=20160831085700Z;").id, "20160831085700Z");
  EXPECT_TRUE(is_meant_as_mta_sts("v=stsv2; id=1"));
  EXPECT_FALSE(is_meant_as_mta_sts("v=spf1 -all"));
}

}  // namespace
}  // namespace alimail
