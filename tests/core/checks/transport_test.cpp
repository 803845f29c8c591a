// MTA-STS, TLS-RPT, BIMI and CAA: no finding if absent, because they are optional.
#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

struct Kind {
  const Check& check;
  std::string family;
  std::string name;
  std::string good;
  std::string bad;
};

std::vector<Kind> kinds() {
  return {
      {kMtaStsCheck, "mta-sts.", "_mta-sts.abc.example", "v=STSv1; id=1", "v=STSv1; id=a-b"},
      {kTlsRptCheck, "tls-rpt.", "_smtp._tls.abc.example", "v=TLSRPTv1; rua=mailto:a@abc.example",
       "v=TLSRPTv1; rua=a@abc.example"},
      {kBimiCheck, "bimi.", "default._bimi.abc.example", "v=BIMI1; l=https://abc.example/l.svg",
       "v=BIMI1; l=http://abc.example/l.svg"},
  };
}

World at(const Kind& kind, const std::vector<std::string>& texts) {
  std::vector<ResourceRecord> records;
  for (const std::string& text : texts) records.push_back(txt(kind.name, text));
  return World().has("a", kind.name, RecordType::Txt, records);
}

TEST(Transport, IsSilentWithoutARecord) {
  for (const Kind& kind : kinds()) {
    EXPECT_EQ(says(kind.check, World()), Keys()) << kind.family;
    EXPECT_EQ(says(kind.check, World().lacks("a", kind.name, RecordType::Txt)), Keys()) << kind.family;
    EXPECT_EQ(says(kind.check, World().nothing_at("a", kind.name, RecordType::Txt)), Keys()) << kind.family;
    EXPECT_EQ(says(kind.check, at(kind, {"v=spf1 -all", "hello"})), Keys()) << kind.family;
  }
}

TEST(Transport, ReportsARecord) {
  for (const Kind& kind : kinds()) {
    EXPECT_EQ(says(kind.check, at(kind, {kind.good})), Keys({kind.family + "present"}));
    EXPECT_EQ(says(kind.check, at(kind, {"v=spf1 -all", kind.good})), Keys({kind.family + "present"}));
  }
  EXPECT_EQ(says(kBimiCheck, at(kinds()[2], {"v=BIMI1; l=;"})), Keys()) << "no logo is wished";
}

TEST(Transport, ReportsMistakesInARecord) {
  for (const Kind& kind : kinds()) {
    EXPECT_EQ(says(kind.check, at(kind, {kind.bad})), Keys({kind.family + "malformed"}));
    EXPECT_EQ(says(kind.check, at(kind, {"\"" + kind.good + "\""})), Keys({kind.family + "malformed"}));
    EXPECT_EQ(says(kind.check, at(kind, {kind.good, kind.bad})), Keys({kind.family + "multiple-records"}));
  }
}

TEST(Transport, CannotTellAfterAFailedLookup) {
  for (const Kind& kind : kinds()) {
    const World world = World().fails("a", kind.name, RecordType::Txt, Outcome::Servfail);
    EXPECT_EQ(says(kind.check, world), Keys({kind.family + "unknown"}));
  }
}

ResourceRecord caa(const std::string& tag, const std::string& value) {
  return {kDomain, RecordType::Caa, 600, CertificationAuthority{0, tag, value}};
}

TEST(Caa, NamesWhoMayIssueCertificates) {
  EXPECT_EQ(says(kCaaCheck, World()), Keys());
  EXPECT_EQ(says(kCaaCheck, World().lacks("a", kDomain, RecordType::Caa)), Keys());
  EXPECT_EQ(says(kCaaCheck, World().has("a", kDomain, RecordType::Caa, {caa("iodef", "mailto:a@abc.example")})),
            Keys());
  EXPECT_EQ(says(kCaaCheck, World().has("a", kDomain, RecordType::Caa, {caa("issue", ";")})), Keys());
  World world = World().has("a", kDomain, RecordType::Caa,
                            {caa("issue", "letsencrypt.org; x=y"), caa("issue", "ca.example"),
                             caa("issuewild", "ca.example"), caa("issue", ";")});
  const CheckResult result = kCaaCheck.run(views_of(world.evidence(), catalogue().provider));
  ASSERT_EQ(keys_of(result.findings), Keys({"caa.present"}));
  EXPECT_EQ(result.findings[0].args[0], (Arg{"issuers", std::vector<std::string>{"ca.example", "letsencrypt.org"}}));
  EXPECT_EQ(says(kCaaCheck, World().fails("a", kDomain, RecordType::Caa, Outcome::Timeout)), Keys({"caa.unknown"}));
}

}  // namespace
}  // namespace alimail::testing
