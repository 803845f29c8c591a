#include "records/bimi.h"

#include <gtest/gtest.h>

#include "records/rows.h"

namespace alimail {
namespace {

const Row kBimi[] = {
    {"v=BIMI1; l=https://abc.example/logo.svg; a=https://abc.example/mark.pem", {}},
    {"v=BIMI1; l=https://abc.example/logo.svg", {}},
    {"v=BIMI1; l=;", {}},
    {"v=BIMI1; l=; a=;", {}},
    {"v=BIMI1; lps=News, help-desk", {}},
    {"v=BIMI1; l=; avp=personal", {}},
    {"v=BIMI1; l=http://abc.example/logo.svg", {{"bad-uri", {11, 27}}}},
    {"v=BIMI1; l=; a=nothing", {{"bad-uri", {15, 7}}}},
    {"v=BIMI1; lps=help_desk,a.b", {{"bad-value", {13, 9}}, {"bad-value", {23, 3}}}},
    {"v=BIMI1; l=; avp=other", {{"bad-value", {17, 5}}}},
    {"v=BIMI1; a=https://abc.example/mark.pem", {{"missing-tag", {39, 0}}}},
    {"v=BIMI1", {{"missing-tag", {7, 0}}}},
    {"v=BIMI; l=;", {{"wrong-version", {0, 6}}}},
};

TEST(BimiRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kBimi, parse_bimi);
  EXPECT_EQ(parse_bimi("v=BIMI1; l=https://abc.example/logo.svg").location, "https://abc.example/logo.svg");
  EXPECT_FALSE(is_meant_as_bimi("v=spf1 -all"));
}

}  // namespace
}  // namespace alimail
