// MTA-STS, TLS-RPT and BIMI as text.
#include <gtest/gtest.h>

#include <string>

#include "records/bimi.h"
#include "records/mta_sts.h"
#include "records/tls_rpt.h"

namespace alimail {
namespace {

struct Row {
  const char* text;
  std::vector<RecordError> errors;
};

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

template <typename Parse, std::size_t N>
void expect_rows(const Row (&rows)[N], Parse parse) {
  for (const Row& row : rows) {
    EXPECT_EQ(parse(row.text).errors, row.errors) << row.text;
    const std::string text = row.text;
    for (std::size_t size = 0; size < text.size(); ++size) {
      for (const RecordError& error : parse(std::string(text, 0, size)).errors) {
        EXPECT_LE(error.span.position + error.span.length, size) << text;
      }
    }
  }
}

TEST(MtaStsRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kMtaSts, parse_mta_sts);
  EXPECT_EQ(parse_mta_sts("v=STSv1; id=20160831085700Z;").id, "20160831085700Z");
  EXPECT_TRUE(is_meant_as_mta_sts("v=stsv2; id=1"));
  EXPECT_FALSE(is_meant_as_mta_sts("v=spf1 -all"));
}

TEST(TlsRptRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kTlsRpt, parse_tls_rpt);
  EXPECT_EQ(parse_tls_rpt("v=TLSRPTv1; rua=x,mailto:a@abc.example").addresses,
            (std::vector<std::string>{"mailto:a@abc.example"}));
  EXPECT_FALSE(is_meant_as_tls_rpt("v=spf1 -all"));
}

TEST(BimiRecord, ReportsMistakesWithTheirPosition) {
  expect_rows(kBimi, parse_bimi);
  EXPECT_EQ(parse_bimi("v=BIMI1; l=https://abc.example/logo.svg").location, "https://abc.example/logo.svg");
  EXPECT_FALSE(is_meant_as_bimi("v=spf1 -all"));
}

}  // namespace
}  // namespace alimail
