// The one SPF record to publish. RFC 7208 sections 3.2 and 4.6.4; the includes are in provider.json.
#include "sender_policy/merge.h"

#include <gtest/gtest.h>

#include "records/excerpt.h"
#include "records/spf.h"
#include "sender_policy/repair.h"
#include "sender_policy/tree.h"
#include "sender_policy/zone.h"

namespace alimail::testing {
namespace {

MergedPolicy merged(Zone zone, std::string_view site = "china") {
  const Provider& provider = catalogue().provider;
  return merged_policy(zone.evidence(), *site_by_id(provider, site), provider);
}

MergedPolicy merged_texts(std::vector<std::string> texts, std::string_view site = "china") {
  return merged(Zone().text(kDomain, std::move(texts)), site);
}

struct Row {
  std::vector<std::string> texts;
  std::string result;  // after the version
  std::vector<std::string> dropped = {};
};

const std::string kIncluded = "include:spf.qiye.aliyun.com";

const Row kHealthy[] = {
    {{"v=spf1 include:spf.qiye.aliyun.com -all"}, "include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 include:spf.qiye.aliyun.com ~all"}, "include:spf.qiye.aliyun.com ~all"},
    {{"v=spf1 include:spf.qiye.aliyun.com ?all"}, "include:spf.qiye.aliyun.com ?all"},
    {{"v=spf1 a include:spf.qiye.aliyun.com ip4:192.0.2.1 -all"}, "a include:spf.qiye.aliyun.com ip4:192.0.2.1 -all"},
    {{"v=spf1 include:spf.qiye.aliyun.com include:spf1.dm.aliyun.com -all"},
     "include:spf.qiye.aliyun.com include:spf1.dm.aliyun.com -all"},
    {{"v=spf1 -ip4:192.0.2.9 include:spf.qiye.aliyun.com -all exp=why.abc.example"},
     "-ip4:192.0.2.9 include:spf.qiye.aliyun.com -all exp=why.abc.example"},
    {{"v=spf1 include:spf.qiye.aliyun.com redirect=_spf.b.example"},
     "include:spf.qiye.aliyun.com redirect=_spf.b.example"},
};

const Row kTroubled[] = {
    // the include of the site is added before "all", and all others are kept
    {{"v=spf1 include:_spf.google.com ~all"}, "include:_spf.google.com include:spf.qiye.aliyun.com ~all"},
    {{"v=spf1 a mx ip4:192.0.2.0/24 -all"}, "a mx ip4:192.0.2.0/24 include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 redirect=_spf.google.com"}, "include:spf.qiye.aliyun.com redirect=_spf.google.com"},
    {{"v=spf1 a"}, "a include:spf.qiye.aliyun.com ~all"},
    {{"v=spf1 +all"}, "include:spf.qiye.aliyun.com ~all", {"+all"}},
    // several records become one, without duplicates, with the softest "all"
    {{"v=spf1 include:spf.qiye.aliyun.com -all", "v=spf1 include:_spf.google.com ~all"},
     "include:spf.qiye.aliyun.com include:_spf.google.com ~all"},
    {{"v=spf1 +A mx -all", "v=spf1 a MX ip4:192.0.2.1 -all"}, "A mx ip4:192.0.2.1 include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 a -all", "v=spf1 redirect=_spf.b.example"}, "a include:_spf.b.example include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 include:a.example -all include:b.example"},
     "include:a.example include:b.example include:spf.qiye.aliyun.com -all"},
    // includes of other domains, and of nobody
    {{"v=spf1 include:spf.sg.aliyun.com -all"}, "include:spf.qiye.aliyun.com -all", {"include:spf.sg.aliyun.com"}},
    {{"v=spf1 include:spf.mxhichina.com -all"}, "include:spf.qiye.aliyun.com -all", {"include:spf.mxhichina.com"}},
    {{"v=spf1 include:abc.example a -all"}, "a include:spf.qiye.aliyun.com -all", {"include:abc.example"}},
    {{"v=spf1 a redirect=b.example -all"}, "a include:spf.qiye.aliyun.com -all", {"redirect=b.example"}},
    {{"v=spf1 redirect=spf.sg.aliyun.com"}, "include:spf.qiye.aliyun.com ~all", {"redirect=spf.sg.aliyun.com"}},
    // slips are repaired
    {{"v=spf1 include the following:spf.qiye.aliyun.com -all"}, "include:spf.qiye.aliyun.com -all"},
    {{"v=spf1include:_spf.google.com -all"}, "include:_spf.google.com include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 include=_spf.google.com, a -all"}, "include:_spf.google.com a include:spf.qiye.aliyun.com -all"},
    {{"\"v=spf1 a -all\""}, "a include:spf.qiye.aliyun.com -all"},
    {{"v=spf1 ipv4:192.0.2.1 -all"}, "ip4:192.0.2.1 include:spf.qiye.aliyun.com -all"},
    // terms that cannot be repaired are listed
    {{"v=spf1 ip4:192.0.2.300 a nonsense -all"}, "a include:spf.qiye.aliyun.com -all", {"ip4:192.0.2.300", "nonsense"}},
    // each once, however often it is there
    {{"v=spf1 include:spf.sg.aliyun.com a include:SPF.sg.aliyun.com a -all"},
     "a include:spf.qiye.aliyun.com -all",
     {"include:spf.sg.aliyun.com"}},
    {{"v=spf1 a exp=b.example -all", "v=spf1 a exp=b.example exp=c.example -all"},
     "a include:spf.qiye.aliyun.com -all exp=b.example",
     {"exp=c.example"}},
};

// What a stranger, or the form of another service, wrote into the record.
const Row kHostile[] = {
    {{"v=spf1 a onerror=alert(1) -all"}, "a include:spf.qiye.aliyun.com -all", {"onerror=alert(1)"}},
    {{"v=spf1 a google-site-verification=abc -all"},
     "a include:spf.qiye.aliyun.com -all",
     {"google-site-verification=abc"}},
    {{"v=spf1 a v=DMARC1; p=none -all"}, "a include:spf.qiye.aliyun.com -all", {"v=DMARC1", "p=none"}},
    {{"v=spf1 a x= include=b.example -all"}, "a include:b.example include:spf.qiye.aliyun.com -all", {"x="}},
    {{"v=spf1 a <script>alert(1)</script> -all"}, "a include:spf.qiye.aliyun.com -all", {"<script>alert(1)</script>"}},
    {{"v=spf1 a\x1B[31m mx\x07 -all"}, "include:spf.qiye.aliyun.com -all", {"a\x1B[31m", "mx\x07"}},
    {{"v=spf1 a include:b.example\x7F.net -all"}, "a include:spf.qiye.aliyun.com -all", {"include:b.example\x7F.net"}},
    {{"v=spf1 a include:m\xC3\xBCller.example -all"},
     "a include:spf.qiye.aliyun.com -all",
     {"include:m\xC3\xBCller.example"}},
    {{"v=spf1 a \xE2\x80\xAE"
      "include:b.example -all"},
     "a include:spf.qiye.aliyun.com -all",
     {"\xE2\x80\xAE"
      "include:b.example"}},
    {{"v=spf1 a exp=%{z}.example exp=b -all"}, "a include:spf.qiye.aliyun.com -all", {"exp=%{z}.example", "exp=b"}},
    {{"v=spf1 a x=" + std::string(3000, 'y') + " -all"},
     "a include:spf.qiye.aliyun.com -all",
     {"x=" + std::string(kMaxExcerptBytes - 2, 'y') + "..."}},
};

TEST(MergedPolicy, LeavesAHealthyRecordAsItIs) {
  for (const Row& each : kHealthy) {
    const MergedPolicy policy = merged_texts(each.texts);
    EXPECT_EQ(policy.text, "v=spf1 " + each.result);
    EXPECT_FALSE(policy.changes) << policy.text;
    EXPECT_TRUE(policy.dropped.empty());
  }
}

TEST(MergedPolicy, KeepsEveryOtherSenderAndAddsTheSite) {
  for (const Row& each : kTroubled) {
    const MergedPolicy policy = merged_texts(each.texts);
    EXPECT_EQ(policy.text, "v=spf1 " + each.result) << each.texts.front();
    EXPECT_EQ(policy.dropped, each.dropped) << each.texts.front();
    EXPECT_TRUE(policy.changes);
    EXPECT_EQ(policy.current, each.texts);
  }
}

TEST(MergedPolicy, HasOnlyTermsThatAreDefined) {
  for (const Row& each : kHostile) {
    const MergedPolicy policy = merged_texts(each.texts);
    EXPECT_EQ(policy.text, "v=spf1 " + each.result);
    EXPECT_EQ(policy.dropped, each.dropped);
  }
}

TEST(MergedPolicy, IsTheDocumentedRecordIfThereIsNone) {
  EXPECT_EQ(merged(Zone().no_text(kDomain)).text, "v=spf1 include:spf.qiye.aliyun.com -all");
  EXPECT_EQ(merged_texts({"google-site-verification=1"}, "germany").text,
            "v=spf1 include:spf.de.alibabacloud.com -all");
  EXPECT_TRUE(merged(Zone().no_text(kDomain)).current.empty());
}

TEST(MergedPolicy, IsEmptyIfTheRecordIsUnknown) {
  EXPECT_EQ(merged(Zone()).text, "");
  for (const Outcome how : kFailures) EXPECT_EQ(merged(Zone().silent(kDomain, how)).text, "");
}

TEST(MergedPolicy, DropsAnIncludeOnlyIfItHasNoSpf) {
  EXPECT_EQ(merged(own("include:b.example -all").no_text("b.example")).dropped, Keys{"include:b.example"});
  EXPECT_TRUE(merged(own("include:b.example -all").silent("b.example")).dropped.empty());
  EXPECT_TRUE(merged(own("include:b.example -all")).dropped.empty());
}

TEST(MergedPolicy, CountsTheLookupsOfTheResult) {
  Zone zone = own("include:b.example -all").spf("b.example", "a mx ptr include:c.example").spf("c.example", "a");
  EXPECT_FALSE(merged(zone).complete);
  zone.alibaba();
  EXPECT_TRUE(merged(zone).complete);
  EXPECT_EQ(merged(zone).lookups, 7);
  EXPECT_FALSE(merged(zone).exceeds);
  EXPECT_TRUE(merged(own("a a:b.example a:c.example a:d.example mx mx:b.example mx:c.example ptr exists:e.example "
                         "a:f.example -all")
                         .alibaba())
                  .exceeds);
}

// The result has all other senders, parses, merges to itself, and needs no more lookups than its sources.
TEST(MergedPolicy, IsAlwaysOneValidRecord) {
  std::vector<Row> rows(std::begin(kHealthy), std::end(kHealthy));
  rows.insert(rows.end(), std::begin(kTroubled), std::end(kTroubled));
  for (const Row& first : rows) {
    for (const Row& second : rows) {
      std::vector<std::string> texts = first.texts;
      texts.insert(texts.end(), second.texts.begin(), second.texts.end());
      const MergedPolicy policy = merged(Zone().text(kDomain, texts).alibaba());
      ASSERT_TRUE(is_spf(policy.text));
      ASSERT_TRUE(parse_spf(policy.text).errors.empty()) << policy.text;
      const MergedPolicy again = merged(Zone().text(kDomain, {policy.text}).alibaba());
      EXPECT_EQ(again.text, policy.text);
      EXPECT_FALSE(again.changes);
      std::int64_t sum = 1;
      const Evidence nothing;
      for (const std::string& each : policy.current) {
        sum += walk_policy_as(nothing, kDomain, repaired_spf(each)).lookups;
        for (const Mechanism& term : parse_spf(repaired_spf(each)).mechanisms) {
          const bool other = term.domain_spec == "_spf.google.com" || term.domain_spec == "spf1.dm.aliyun.com";
          EXPECT_TRUE(!other || policy.text.find(":" + term.domain_spec) != std::string::npos) << policy.text;
        }
      }
      EXPECT_LE(policy.lookups, sum + 2) << policy.text << " (terms behind an \"all\" count again)";
    }
  }
}

TEST(MergedPolicy, IsValidForEveryTruncation) {
  for (const Row& each : kTroubled) {
    const std::string& text = each.texts.front();
    for (std::size_t length = 0; length <= text.size(); ++length) {
      const MergedPolicy policy = merged_texts({text.substr(0, length)});
      EXPECT_TRUE(is_spf(policy.text));
      EXPECT_TRUE(parse_spf(policy.text).errors.empty()) << policy.text;
    }
  }
}

// More terms than one record may have. Nobody is left out in silence: there is no record to publish.
TEST(MergedPolicy, ExceedsWithTooManyTerms) {
  std::vector<std::string> texts;
  for (int i = 0; i < 3; ++i) {
    std::string& text = texts.emplace_back("v=spf1");
    for (int k = 0; k < 100; ++k) text += " ip4:10." + std::to_string(i) + '.' + std::to_string(k) + ".0/24";
  }
  EXPECT_TRUE(merged_texts(texts).exceeds);
  texts.pop_back();
  EXPECT_FALSE(merged_texts(texts).exceeds);
  EXPECT_LE(parse_spf(merged_texts(texts).text).mechanisms.size(), kMaxSpfTerms);
}

TEST(MergedPolicy, IsBoundedWhateverIsPublished) {
  std::string many = "v=spf1";
  for (int i = 0; i < 3000; ++i) many += " \x01\xFF" + std::to_string(i);
  const MergedPolicy policy = merged_texts({many});
  EXPECT_LE(policy.dropped.size(), kMaxDropped);
  EXPECT_EQ(policy.text, "v=spf1 include:spf.qiye.aliyun.com ~all");
}

}  // namespace
}  // namespace alimail::testing
