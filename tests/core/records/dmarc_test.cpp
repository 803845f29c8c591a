// DMARC as text: what a record requests, and which mistakes make recipients ignore it.
#include "records/dmarc.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

constexpr DmarcStanding kApplies = DmarcStanding::Applies;
constexpr DmarcStanding kReportsOnly = DmarcStanding::ReportsOnly;
constexpr DmarcStanding kIgnored = DmarcStanding::Ignored;

struct Row {
  const char* text;
  DmarcStanding standing;
  const char* policy;
  std::vector<RecordError> errors;
};

const Row kRows[] = {
    {"v=DMARC1; p=none", kApplies, "none", {}},
    {"v=DMARC1;p=Reject", kApplies, "reject", {}},
    {"v = DMARC1 ; p = quarantine ;", kApplies, "quarantine", {}},
    {"v=DMARC1; p=reject; sp=none; np=Quarantine", kApplies, "reject", {}},
    {"v=DMARC1; sp=none; p=reject", kApplies, "reject", {}},
    {"v=DMARC1; p=none; rua=mailto:a@abc.example!10m,mailto:b@abc.example!5", kApplies, "none", {}},
    {"v=DMARC1; p=none; ruf=mailto:a@abc.example; fo=0:1:d:s", kApplies, "none", {}},
    {"v=DMARC1; p=none; adkim=S; aspf=r; t=y; psd=n", kApplies, "none", {}},
    {"v=DMARC1; p=none; pct=abc; rf=xyz; ri=never", kApplies, "none", {}},
    {"v=DMARC1; p=none; unknown=whatever", kApplies, "none", {}},
    {"v=DMARC1; rua=mailto:a@abc.example", kReportsOnly, "none", {}},
    {"v=DMARC1; p=none; adkim=bob", kApplies, "none", {{"bad-value", {24, 3}}}},
    {"v=DMARC1; p=none; fo=1:x", kApplies, "none", {{"bad-value", {23, 1}}}},
    {"v=DMARC1; p=none; psd=", kApplies, "none", {{"bad-value", {22, 0}}}},
    {"v=DMARC1; p=none; p=reject", kApplies, "none", {{"duplicate-tag", {18, 8}}}},
    {"v=DMARC1; p=none; rua=a@abc.example", kApplies, "none", {{"bad-uri", {22, 13}}}},
    {"v=DMARC1; p=none; rua=mailto:a@abc.example, b@abc.example", kApplies, "none", {{"bad-uri", {44, 13}}}},
    {"v=DMARC1; p=none; rua=mailto:a@abc.example!10x", kApplies, "none", {{"bad-uri", {22, 24}}}},
    {"v=DMARC1; p=none; rua", kApplies, "none", {{"missing-equals", {18, 3}}}},
    {"v=DMARC1; p=foo; rua=mailto:a@abc.example", kReportsOnly, "none", {{"bad-value", {12, 3}}}},
    {"v=DMARC1; p=reject; sp=x; rua=mailto:a@abc.example", kReportsOnly, "none", {{"bad-value", {23, 1}}}},
    {"v=DMARC1; p=reject; np=x", kIgnored, "none", {{"bad-value", {23, 1}}}},
    {"v=DMARC1; p=none rua=mailto:a@abc.example", kIgnored, "none", {{"bad-value", {12, 29}}}},
    {"v=DMARC1; p=", kIgnored, "none", {{"bad-value", {12, 0}}}},
    {"v=DMARC1", kIgnored, "none", {{"missing-tag", {8, 0}}}},
    {"v=DMARC1; adkim=s", kIgnored, "none", {{"missing-tag", {17, 0}}}},
    {"v=dmarc1; p=none", kIgnored, "none", {{"wrong-version", {0, 8}}}},
    {"v=DMARC1, p=none", kIgnored, "none", {{"wrong-version", {0, 16}}}},
    {"\"v=DMARC1; p=none\"", kIgnored, "none", {{"bad-character", {0, 1}}}},
    {"", kIgnored, "none", {{"wrong-version", {0, 0}}}},
};

TEST(DmarcRecord, ReportsItsPolicyAndItsMistakes) {
  for (const Row& row : kRows) {
    const DmarcRecord record = parse_dmarc(row.text);
    EXPECT_EQ(record.standing, row.standing) << row.text;
    EXPECT_EQ(record.policy, row.policy) << row.text;
    EXPECT_EQ(record.errors, row.errors) << row.text;
  }
}

TEST(DmarcRecord, GivesEveryTag) {
  const DmarcRecord record = parse_dmarc(
      "v=DMARC1; p=reject; sp=none; np=reject; adkim=s; aspf=S; t=y; psd=Y; pct=5; ri=1; "
      "rua=mailto:A@Abc.example!2k,ftp:x; ruf=mailto:f@other.example");
  EXPECT_EQ(record.subdomain_policy, "none");
  EXPECT_EQ(record.nonexistent_policy, "reject");
  EXPECT_TRUE(record.strict_dkim && record.strict_spf && record.testing);
  EXPECT_EQ(record.psd, 'y');
  EXPECT_EQ(record.removed, (std::vector<std::string_view>{"pct", "ri"}));
  EXPECT_EQ(record.aggregate, (std::vector<ReportAddress>{{"mailto:A@Abc.example", "abc.example"}, {"ftp:x", ""}}));
  EXPECT_EQ(record.failure, (std::vector<ReportAddress>{{"mailto:f@other.example", "other.example"}}));
}

TEST(DmarcRecord, IsReadAtEveryTruncation) {
  for (const Row& row : kRows) {
    const std::string text = row.text;
    for (std::size_t size = 0; size < text.size(); ++size) {
      for (const RecordError& error : parse_dmarc(std::string(text, 0, size)).errors) {
        EXPECT_LE(error.span.position + error.span.length, size) << row.text;
      }
    }
  }
}

}  // namespace
}  // namespace alimail
