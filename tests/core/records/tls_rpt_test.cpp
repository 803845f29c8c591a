#include "records/tls_rpt.h"

#include <gtest/gtest.h>

#include "records/rows.h"

namespace alimail {
namespace {

const Row kTlsRpt[] = {
    {"v=TLSRPTv1;rua=mailto:a@abc.example", {}},
    {"v=TLSRPTv1; rua=https://abc.example/v1 , mailto:a@abc.example;", {}},
    {"v=TLSRPTv1; rua=mailto:a@abc.example; later=tag", {}},
    {"v=TLSRPTv1; rua=a@abc.example", {{"bad-uri", {16, 13}}}},
    {"v=TLSRPTv1; rua=mailto:a@abc.example,http://abc.example", {{"bad-uri", {37, 18}}}},
    {"v=TLSRPTv1; rua=", {{"bad-uri", {16, 0}}}},
    {"v=TLSRPTv1", {{"missing-tag", {10, 0}}}},
    {"v=TLSRPT1; rua=mailto:a@abc.example", {{"wrong-version", {0, 9}}}},
};

TEST(TlsRptRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kTlsRpt, parse_tls_rpt);
  EXPECT_EQ(parse_tls_rpt("v=TLSRPTv1; rua=x,mailto:a@abc.example").addresses,
            (std::vector<std::string>{"mailto:a@abc.example"}));
  EXPECT_FALSE(is_meant_as_tls_rpt("v=spf1 -all"));
}

}  // namespace
}  // namespace alimail
