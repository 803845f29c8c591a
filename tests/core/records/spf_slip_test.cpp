// Mistyped SPF records.
#include "records/spf_slip.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace alimail {
namespace {

constexpr const char* kSilent[] = {
    "",
    "v",
    "v=",
    "v=spf1",
    "v=spf1 ",
    "V=SPF1 include:spf.qiye.aliyun.com -all",
    "v=spf1 a mx ptr ip4:192.0.2.0/24 ip6:2001:db8::/32 exists:%{l1r+,;}.%{d} ?all",
    "v=spf1 include:a.example redirect=b.example exp=c.example moo=foo",
    "v=spf1 garbage all:x",
    "v=DMARC1; p=none",
    "v=DKIM1; k=rsa; p=MIGf",
    "v=STSv1; id=20240101",
    "v=TLSRPTv1; rua=mailto:a@b.example",
    "v=BIMI1; l=",
    "v=verifydomain MS=1",
    "spf2.0/pra include:a.example -all",
    "spf2.0/mfrom,pra -all",
    "v=spf2.0/mfrom ip4:192.0.2.0/24 ~all",
    "google-site-verification=abc",
    "MS=ms12345678",
    "spf1-site-verification=abc",
    "SPF record of our company",
    "include: everything",
    "\"quoted\"",
    "it's a text, with 'v=spf1' in it",
};

struct Row {
  const char* text;
  const char* slip;
  const char* part;
};

constexpr Row kSlips[] = {
    {"v=spf1include:a.example -all", "no-space", ""},
    {"v=spf1-all", "no-space", ""},
    {"v=spf1~all", "no-space", ""},
    {"v=spf2 include:a.example -all", "wrong-version", "spf2"},
    {"v=spf10 -all", "wrong-version", "spf10"},
    {"v=spf1.0 -all", "wrong-version", "spf1.0"},
    {"v=spf include:a.example", "wrong-version", "spf"},
    {"spf1 include:a.example -all", "no-version", ""},
    {"SPF1", "no-version", ""},
    {"include:spf.qiye.aliyun.com -all", "no-version", ""},
    {"\"v=spf1 include:a.example -all\"", "quotes", "\""},
    {"v=spf1 include:\"a.example\" -all", "quotes", "\""},
    {"'v=spf1 -all'", "quotes", "'"},
    {"\\\"v=spf1 -all\\\"", "quotes", "\\"},
    {"\xE2\x80\x9Cv=spf1 -all\xE2\x80\x9D", "quotes", "\xE2\x80\x9C"},
    {"v\xEF\xBC\x9Dspf1 -all", "full-width", "\xEF\xBC\x9D"},
    {"v=spf1 include\xEF\xBC\x9A"
     "a.example -all",
     "full-width", "\xEF\xBC\x9A"},
    {"\xEF\xBD\x96=spf1 -all", "full-width", "\xEF\xBD\x96"},
    {"v=spf1\xE3\x80\x80-all", "full-width", "\xE3\x80\x80"},
    {"v=spf1 \xE2\x80\x93"
     "all",
     "look-alike", "\xE2\x80\x93"},
    {"v=spf1\xC2\xA0include:a.example", "look-alike", "\xC2\xA0"},
    {"\xEF\xBB\xBFv=spf1 -all", "look-alike", "\xEF\xBB\xBF"},
    {"v=spf1\t-all", "look-alike", "\t"},
    {"v = spf1 -all", "stray-space", " = "},
    {"v= spf1 -all", "stray-space", "= "},
    {" v=spf1 -all", "stray-space", " "},
    {"v=spf1 include: a.example -all", "stray-space", " "},
    {"v=spf1 include :a.example -all", "stray-space", " "},
    {"v=spf1 a:a.example - all", "stray-space", " "},
    {"v=spf1 redirect= a.example", "stray-space", " "},
    {"v=spf1:include:a.example", "colon", ":"},
    {"v:spf1 -all", "colon", ":"},
    {"v=spf1 redirect:a.example", "colon", ":"},
    {"v=spf1; include:a.example", "separator", ";"},
    {"v=spf1 include:a.example, include:b.example -all", "separator", ","},
    {"v=spf1 include:a.example;include:b.example -all", "separator", ";"},
    {"v=spf1 include=a.example -all", "equals-sign", "="},
    {"v=spf1 +ip4=192.0.2.1 -all", "equals-sign", "="},
    {"v=spf1 include the following:spf.sg.aliyun.com -all", "include-the-following", "include the following:"},
    {"v=spf1 Include  The following:spf.sg.aliyun.com -all", "include-the-following", "Include  The following:"},
    {"v=spf1 include:a.example -all v=spf1 include:b.example -all", "repeated-version", "v=spf1"},
};

TEST(SpfSlip, IsAbsentInValidSpfAndInOtherRecords) {
  for (const char* text : kSilent) {
    const std::optional<SpfSlip> slip = spf_slip(text);
    EXPECT_FALSE(slip.has_value()) << text << ": " << (slip ? slip->slip : "");
  }
}

TEST(SpfSlip, HasANameAndAPosition) {
  for (const Row& row : kSlips) {
    const std::string text = row.text;
    const std::optional<SpfSlip> slip = spf_slip(text);
    ASSERT_TRUE(slip.has_value()) << text;
    EXPECT_EQ(slip->slip, row.slip) << text;
    EXPECT_EQ(text.substr(slip->span.position, slip->span.length), row.part) << text;
    EXPECT_NE(std::find(kSpfSlips.begin(), kSpfSlips.end(), slip->slip), kSpfSlips.end()) << text;
  }
}

// A NUL is a character like others: it is not removed like a quotation mark, and "spf1" with it is no version.
TEST(SpfSlip, CountsANulAsACharacter) {
  using namespace std::string_view_literals;
  EXPECT_EQ(spf_slip("v=spf1\0 a -all"sv), (SpfSlip{"no-space", {6, 0}}));
  EXPECT_EQ(spf_slip("spf1\0 a -all"sv), std::nullopt);
  EXPECT_EQ(spf_slip("v=spf1 \0include=a.example -all"sv), std::nullopt);
}

TEST(SpfSlip, IsSearchedAtEveryTruncation) {
  for (const Row& row : kSlips) {
    const std::string text = row.text;
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
      const std::optional<SpfSlip> slip = spf_slip({cut.data(), cut.size()});
      if (slip) {
        EXPECT_LE(slip->span.position + slip->span.length, size) << text;
      }
    }
  }
}

}  // namespace
}  // namespace alimail
