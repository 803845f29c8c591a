// SPF as an administrator sees it: the domain's own record.
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/spf_said.h"

namespace alimail::testing {
namespace {

std::vector<Finding> findings_of(Zone zone, const Check& check = kSpfCheck) {
  return check.run(views_of(zone.evidence(), catalogue().provider)).findings;
}

const ArgValue& arg(const Finding& finding, std::string_view name) {
  static const ArgValue kNone;
  for (const Arg& each : finding.args) {
    if (each.name == name) return each.value;
  }
  return kNone;
}

Zone china(std::string terms) {
  return own(std::move(terms)).alibaba();
}

TEST(SpfCheck, SaysOnlyThatAHealthyRecordAllowsAlibabaMail) {
  const std::string rows[] = {
      "include:spf.qiye.aliyun.com -all",
      "include:spf.qiye.aliyun.com ~all",
      "a mx include:spf.qiye.aliyun.com ip4:192.0.2.1 ip6:2001:db8::/32 -all",
      "include:spf.qiye.aliyun.com include:spf1.dm.aliyun.com -all",
      "include:spf.qiye.aliyun.com exists:%{i}._spf.abc.example -all",
      "include:spf.qiye.aliyun.com include:%{ir}._spf.b.example -all",
      "include:spf.qiye.aliyun.com -all exp=why.abc.example",
      "redirect=spf.qiye.aliyun.com",
      "INCLUDE:SPF.QIYE.ALIYUN.COM -ALL",
  };
  for (const std::string& each : rows) EXPECT_EQ(said_of(china(each)), Keys{"spf.alibaba"}) << each;
  Zone nested = own("include:_spf.abc.example -all").alibaba().spf("_spf.abc.example", "include:spf.qiye.aliyun.com");
  EXPECT_EQ(said_of(nested), Keys{"spf.alibaba"});
}

TEST(SpfCheck, KnowsTheRecordOfEverySite) {
  const std::pair<const char*, const char*> sites[] = {
      {"mx1.qiye.aliyun.com", "spf.qiye.aliyun.com"},
      {"mxn.mxhichina.com", "spf.qiye.aliyun.com"},
      {"mx1.sg.aliyun.com", "spf.sg.aliyun.com"},
      {"mx1.hk.aliyun.com", "spf.hk.aliyun.com"},
      {"mx1.de.alibabacloud.com", "spf.de.alibabacloud.com"},
      {"mx1.us.alibabacloud.com", "spf.us.alibabacloud.com"},
  };
  for (const auto& [exchange, include] : sites) {
    const Zone zone = own(std::string("include:") + include + " -all").exchange(exchange).spf(include, "-all");
    EXPECT_EQ(said_of(zone), Keys{"spf.alibaba"}) << exchange;
  }
}

TEST(SpfCheck, NotesTheRecordOfAnotherProvider) {
  EXPECT_EQ(says(kSpfCheck, own("a -all").exchange("aspmx.l.google.com")), Keys{"spf.present"});
}

TEST(SpfCheck, AsksNoOtherDomainToIncludeAlibabaMail) {
  for (const char* exchange : {"aspmx.l.google.com", "mx.abc.example"}) {
    for (const char* terms : {"include:_spf.google.com ~all", "a -all", "include:spf1.dm.aliyun.com -all", "-all"}) {
      EXPECT_EQ(said_of(own(terms).exchange(exchange)), Keys{}) << terms;
    }
  }
  EXPECT_EQ(said_of(own("a -all")), Keys{}) << "the MX are not known";
  EXPECT_EQ(said_of(own("include:spf.sg.aliyun.com -all").exchange("aspmx.l.google.com")), Keys{"spf.alibaba"});
  Zone two_sites = own("include:spf.sg.aliyun.com -all");
  two_sites.has("alidns", kDomain, RecordType::Mx,
                {mx(kDomain, 5, "mx1.sg.aliyun.com"), mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  EXPECT_EQ(said_of(two_sites), Keys{"spf.alibaba"});
}

TEST(SpfCheck, FollowsTheReplyIfTheMailExchangesAreForeign) {
  Zone zone = own("a -all").exchange("mx.filter.example");
  zone.evidence().replies.push_back({"edition", "singapore"});
  EXPECT_EQ(said_of(zone), Keys{"spf.provider-absent"});
}

TEST(SpfCheck, SkipsOtherTexts) {
  for (const char* text : {"google-site-verification=1", "v=DMARC1; p=none", "spf2.0/pra a -all", "", "v=spf"}) {
    const std::vector<std::string> texts = {text, "v=spf1 include:spf.qiye.aliyun.com -all", "MS=ms1"};
    EXPECT_EQ(said_of(Zone().alibaba().text(kDomain, texts)), Keys{"spf.alibaba"}) << text;
  }
}

TEST(SpfCheck, FindsMistakesInTheRecordItself) {
  const std::pair<std::string, Keys> rows[] = {
      {"a -all", {"spf.provider-absent"}},
      {"include:spf.sg.aliyun.com -all", {"spf.other-region"}},
      {"include:spf1.dm.aliyun.com -all", {"spf.other-product"}},
      {"include:spf.mxhichina.com -all", {"spf.alibaba", "spf.legacy-include"}},
      {"-all include:spf.qiye.aliyun.com", {"spf.terms-after-all", "spf.provider-absent"}},
      {"include:spf.qiye.aliyun.com +all", {"spf.pass-all", "spf.alibaba"}},
      {"all", {"spf.pass-all"}},
      {"include:spf.qiye.aliyun.com ?all", {"spf.neutral-all", "spf.alibaba"}},
      {"include:spf.qiye.aliyun.com", {"spf.all-absent", "spf.alibaba"}},
      {"include:spf.qiye.aliyun.com ptr -all", {"spf.ptr", "spf.alibaba"}},
      {"include:spf.qiye.aliyun.com ip4:192.0.2.300 -all", {"spf.syntax"}},
      {"include:spf.qiye.aliyun.com ipv4:192.0.2.3 mail -all", {"spf.syntax", "spf.syntax"}},
      {"include the following:spf.qiye.aliyun.com -all", {"spf.include-the-following"}},
      {"include:spf.qiye.aliyun.com, a -all", {"spf.mistyped"}},
      {"include=spf.qiye.aliyun.com -all", {"spf.mistyped", "spf.provider-absent"}},
      {"include:spf.qiye.aliyun.com v=spf1 -all", {"spf.alibaba"}},
  };
  for (const auto& [terms, keys] : rows) {
    Zone zone = china(terms).spf("spf.sg.aliyun.com", "-all").spf("spf1.dm.aliyun.com", "-all");
    EXPECT_EQ(said_of(zone.spf("spf.mxhichina.com", "-all")), keys) << terms;
  }
}

TEST(SpfCheck, DistinguishesMissingMistypedAndSeveralRecords) {
  EXPECT_EQ(said_of(Zone().no_text(kDomain)), Keys{"spf.missing"});
  EXPECT_EQ(said_of(Zone().text(kDomain, {"google-site-verification=1"})), Keys{"spf.missing"});
  EXPECT_EQ(said_of(Zone().text(kDomain, {"spf1 include:spf.qiye.aliyun.com -all"})), Keys{"spf.mistyped"});
  EXPECT_EQ(said_of(Zone().text(kDomain, {"v=spf1 a -all", "v=spf1 mx -all"})), Keys{"spf.multiple-records"});
  Zone nonexistent;
  nonexistent.nothing_at("alidns", kDomain, RecordType::Txt);
  EXPECT_EQ(said_of(nonexistent), Keys{}) << "the domain check says so";
  nonexistent.lacks("alidns", kDomain, RecordType::Soa);
  EXPECT_EQ(said_of(nonexistent), Keys{"spf.unknown"}) << "another answer contradicts it";
}

TEST(SpfCheck, MarksTheMistakeInTheExcerpt) {
  const std::string longer = "include:spf.qiye.aliyun.com " + std::string(2000, 'x') + " ip4:192.0.2.300 -all";
  for (const std::string& terms :
       {std::string("a ip4:192.0.2.300 -all"), longer, "\xFF\xFF ip4:192.0.2.300 -all" + longer}) {
    for (const Finding& finding : findings_of(china(terms))) {
      if (finding.key != "spf.syntax") continue;
      const std::string& record = std::get<std::string>(arg(finding, "record"));
      const auto position = static_cast<std::size_t>(std::get<std::int64_t>(arg(finding, "position")));
      const auto length = static_cast<std::size_t>(std::get<std::int64_t>(arg(finding, "length")));
      EXPECT_LE(record.size(), 520U);
      const std::string& term = std::get<std::string>(arg(finding, "term"));
      EXPECT_EQ(record.substr(position, std::min<std::size_t>(length, 30)),
                term.substr(0, std::min<std::size_t>(length, 30)));
    }
  }
}

TEST(SpfCheck, StaysBoundedWhateverIsPublished) {
  std::string terms;
  for (int i = 0; i < 600; ++i) terms += "include:b" + std::to_string(i) + ".example ";
  EXPECT_EQ(said_of(own(terms + "-all")), (Keys{"spf.syntax", "spf.long-record", "spf.too-many-lookups", "spf.cut"}));
  EXPECT_EQ(said_of(own(std::string(10000, '\0') + " -all")), (Keys{"spf.syntax", "spf.long-record"}));
  ResourceRecord strings = txt(kDomain, "v=spf1 ");
  std::get<CharacterStrings>(strings.data).strings.resize(500, "\xC3(");
  Zone zone;
  zone.has("alidns", kDomain, RecordType::Txt, {strings});
  EXPECT_EQ(said_of(zone), (Keys{"spf.syntax", "spf.long-record"}));
}

}  // namespace
}  // namespace alimail::testing
