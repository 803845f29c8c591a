// The SPF grammar: what a record says, and where it is wrong.
#include "records/spf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace alimail {
namespace {

const std::string& domain_of(const SpfRecord& record, std::size_t index) {
  return record.mechanisms.at(index).domain_spec;
}

TEST(SpfRecord, NeedsTheVersionAsAWordInAnyCase) {
  for (const char* text : {"v=spf1", "v=spf1 ", "V=SPF1 -all", "v=spf1 garbage", "v=spf1  a"}) {
    EXPECT_TRUE(is_spf(text)) << text;
  }
  for (const char* text : {"", "v=spf", "v=spf10 -all", "v=spf1-all", "v=spf1:a", " v=spf1 -all", "\tv=spf1 -all",
                           "v=spf1\t-all", "spf2.0/pra -all", "\"v=spf1 -all\"", "v = spf1 -all"}) {
    EXPECT_FALSE(is_spf(text)) << text;
  }
}

TEST(SpfRecord, KeepsEveryTermWithItsPlace) {
  const std::string text = "v=spf1 include:spf.qiye.aliyun.com  ~IP4:192.0.2.0/24 redirect=_spf.abc.example -all";
  const SpfRecord record = parse_spf(text);
  ASSERT_TRUE(record.errors.empty());
  ASSERT_EQ(record.mechanisms.size(), 3U);
  EXPECT_EQ(record.mechanisms[0].kind, MechanismKind::Include);
  EXPECT_EQ(record.mechanisms[0].domain_spec, "spf.qiye.aliyun.com");
  EXPECT_EQ(record.mechanisms[0].span, (TextSpan{7, 27}));
  EXPECT_EQ(record.mechanisms[1].qualifier, Qualifier::SoftFail);
  EXPECT_EQ(record.mechanisms[1].network, std::string("\xC0\x00\x02\x00", 4));
  EXPECT_EQ(record.mechanisms[1].ip4_prefix, 24);
  EXPECT_EQ(text.substr(record.mechanisms[1].span.position, record.mechanisms[1].span.length), "~IP4:192.0.2.0/24");
  EXPECT_EQ(record.mechanisms[2].qualifier, Qualifier::Fail);
  ASSERT_NE(modifier(record, "redirect"), nullptr);
  EXPECT_EQ(modifier(record, "redirect")->value, "_spf.abc.example");
  EXPECT_EQ(modifier(record, "exp"), nullptr);
}

TEST(SpfRecord, SplitsADomainFromItsPrefixLengths) {
  struct Row {
    const char* term;
    const char* domain;
    int ip4;
    int ip6;
  };
  const Row rows[] = {
      {"a", "", 32, 128},
      {"a/24", "", 24, 128},
      {"a//64", "", 32, 64},
      {"a/0//0", "", 0, 0},
      {"mx:abc.example", "abc.example", 32, 128},
      {"mx:abc.example/28//96", "abc.example", 28, 96},
      {"a:abc.example//96", "abc.example", 32, 96},
      {"a:foo:bar/baz.example/8", "foo:bar/baz.example", 8, 128},
      {"a:1/2.abc.x1/8", "1/2.abc.x1", 8, 128},
      {"a:%{d}/24", "%{d}", 24, 128},
      {"a:%{d/}/24", "%{d/}", 24, 128},
  };
  for (const Row& row : rows) {
    const SpfRecord record = parse_spf("v=spf1 " + std::string(row.term));
    ASSERT_EQ(record.mechanisms.size(), 1U) << row.term;
    EXPECT_TRUE(record.errors.empty()) << row.term;
    EXPECT_EQ(domain_of(record, 0), row.domain) << row.term;
    EXPECT_EQ(record.mechanisms[0].ip4_prefix, row.ip4) << row.term;
    EXPECT_EQ(record.mechanisms[0].ip6_prefix, row.ip6) << row.term;
  }
}

constexpr const char* kGood[] = {
    "",
    "all",
    "+all -all ~all ?all",
    "ptr ptr:abc.example",
    "exists:%{ir}.%{v}._spf.%{d2}",
    "exists:%{l1r+-}._spf.%{d}",
    "exists:%{L100R}.abc.example",
    "include:abc.example.",
    "include:xn--fiqs8s.xn--55qx5d",
    "include:_spf.abc.example-x1",
    "a:abc.x%%y.example",
    "a:%{d}",
    "a:%%",
    "a:abc.1a",
    "ip4:192.0.2.1",
    "ip4:192.0.2.1/0 ip4:192.0.2.1/32",
    "ip6:2001:db8::/32 ip6:::1 ip6:::ffff:192.0.2.1/128",
    "redirect=abc.example",
    "redirect=%{d2} exp=explain.%{d}",
    "foo=bar foo=bar x.y-z_1=%{c}%{r}%{t}",
    "include=abc.example",
    "moo=",
};

constexpr std::array<std::array<const char*, 3>, 49> kBad{{
    {"foo", "unknown-mechanism", "foo"},
    {"-", "unknown-mechanism", "-"},
    {"--all", "unknown-mechanism", "--all"},
    {"all;", "unknown-mechanism", "all;"},
    {"/24", "unknown-mechanism", "/24"},
    {"=abc", "unknown-mechanism", "=abc"},
    {"-exp=abc.example", "unknown-mechanism", "-exp=abc.example"},
    {"1x=abc", "unknown-mechanism", "1x=abc"},
    {"all:abc.example", "unexpected-argument", ":abc.example"},
    {"-all/24", "unexpected-argument", "/24"},
    {"ptr/24", "unexpected-argument", "/24"},
    {"include/24", "unexpected-argument", "/24"},
    {"include", "missing-domain", "include"},
    {"include:", "missing-domain", "include:"},
    {"exists", "missing-domain", "exists"},
    {"-a:", "missing-domain", "-a:"},
    {"a:/24", "missing-domain", "a:/24"},
    {"ptr:", "missing-domain", "ptr:"},
    {"redirect=", "missing-domain", "redirect="},
    {"exp=", "missing-domain", "exp="},
    {"a:localhost", "bad-domain", "localhost"},
    {"a:museum.", "bad-domain", "museum."},
    {"a:192.0.2.1", "bad-domain", "192.0.2.1"},
    {"mx:192.0.2.1/24", "bad-domain", "192.0.2.1"},
    {"a:abc.-example", "bad-domain", "abc.-example"},
    {"a:abc.example-", "bad-domain", "abc.example-"},
    {"a:abc.example:80", "bad-domain", "abc.example:80"},
    {"include:abc.example/24", "bad-domain", "abc.example/24"},
    {"a:%{d}example", "bad-domain", "%{d}example"},
    {"a:abc..", "bad-domain", "abc.."},
    {"exists:%(ir).abc.example", "bad-macro", "%"},
    {"exists:%{x}.abc.example", "bad-macro", "%{x}"},
    {"exists:%{d0}.abc.example", "bad-macro", "%{d0}"},
    {"exists:%{dr2}.abc.example", "bad-macro", "%{dr2}"},
    {"exists:%{d;}.abc.example", "bad-macro", "%{d;}"},
    {"exists:%{}.abc.example", "bad-macro", "%{}"},
    {"a:abc%", "bad-macro", "%"},
    {"foo=%abc", "bad-macro", "%"},
    {"exists:%{c}.abc.example", "macro-letter", "%{c}"},
    {"a:\xC3\xA4\xC3\xB6.example", "bad-character", "\xC3\xA4\xC3\xB6"},
    {"a:abc\x01.example", "bad-character", "\x01"},
    {"\xEF\xBC\x8D"
     "all",
     "bad-character",
     "\xEF\xBC\x8D"
     "all"},
    {"ip4", "missing-address", "ip4"},
    {"ip6:/64", "missing-address", "ip6:/64"},
    {"ip4:192.0.2", "bad-ip4", "192.0.2"},
    {"ip4:192.0.2.01", "bad-ip4", "192.0.2.01"},
    {"ip6:192.0.2.1", "bad-ip6", "192.0.2.1"},
    {"ip4:192.0.2.1/33", "bad-ip4-prefix", "/33"},
    {"ip4:192.0.2.1//32", "bad-ip4-prefix", "//32"},
}};

constexpr std::array<std::array<const char*, 3>, 11> kBadPrefixes{{
    {"ip6:2001:db8::/129", "bad-ip6-prefix", "/129"},
    {"ip4:192.0.2.1/", "bad-ip4-prefix", "/"},
    {"ip4:192.0.2.1/024", "bad-ip4-prefix", "/024"},
    {"ip4:192.0.2.1/24x", "bad-ip4-prefix", "/24x"},
    {"ip4:192.0.2.1/00", "bad-ip4-prefix", "/00"},
    {"a/33", "bad-ip4-prefix", "/33"},
    {"a//129", "bad-ip6-prefix", "//129"},
    {"a/24/64", "bad-prefix", "/24/64"},
    {"a/24x", "bad-prefix", "/24x"},
    {"a:abc.example/", "bad-ip4-prefix", "/"},
    {"a:abc.example/24//", "bad-ip6-prefix", "/24//"},
}};

TEST(SpfRecord, HasNoErrorsIfItFollowsTheGrammar) {
  for (const char* terms : kGood) {
    EXPECT_TRUE(parse_spf("v=spf1 " + std::string(terms)).errors.empty()) << terms;
  }
}

void check_bad(const char* term, const char* reason, const char* part) {
  const std::string text = "v=spf1 mx " + std::string(term) + " -all";
  const SpfRecord record = parse_spf(text);
  ASSERT_EQ(record.errors.size(), 1U) << term;
  EXPECT_EQ(record.errors[0].reason, reason) << term;
  EXPECT_EQ(text.substr(record.errors[0].span.position, record.errors[0].span.length), part) << term;
  EXPECT_EQ(record.mechanisms.size(), 2U) << "the other terms of " << term;
  EXPECT_NE(std::find(kSpfReasons.begin(), kSpfReasons.end(), record.errors[0].reason), kSpfReasons.end()) << term;
}

TEST(SpfRecord, ReportsAMistakeWithItsPositionAndKeepsTheOtherTerms) {
  for (const auto& [term, reason, part] : kBad) check_bad(term, reason, part);
  for (const auto& [term, reason, part] : kBadPrefixes) check_bad(term, reason, part);
}

TEST(SpfRecord, MayHaveRedirectAndExpOnce) {
  const SpfRecord record = parse_spf("v=spf1 exp=a.example redirect=b.example EXP=c.example Redirect=d.example");
  ASSERT_EQ(record.errors.size(), 2U);
  EXPECT_EQ(record.errors[0], (RecordError{"duplicate-modifier", {40, 13}}));
  EXPECT_EQ(record.errors[1].reason, "duplicate-modifier");
  EXPECT_EQ(modifier(record, "redirect")->value, "b.example");
}

TEST(SpfRecord, IsReadUpToTheTermLimit) {
  std::string text = "v=spf1";
  for (std::size_t i = 0; i < kMaxSpfTerms; ++i) text += " a";
  EXPECT_TRUE(parse_spf(text).errors.empty());
  text += " a a";
  const SpfRecord record = parse_spf(text);
  ASSERT_EQ(record.errors.size(), 1U);
  EXPECT_EQ(record.errors[0].reason, "too-many-terms");
  EXPECT_EQ(record.mechanisms.size(), kMaxSpfTerms);
}

TEST(SpfRecord, IsReadAtEveryTruncation) {
  std::vector<std::string> texts;
  for (const char* terms : kGood) texts.push_back("v=spf1 " + std::string(terms));
  for (const auto& row : kBad) texts.push_back("v=spf1 " + std::string(row[0]));
  for (const auto& row : kBadPrefixes) texts.push_back("v=spf1 " + std::string(row[0]));
  for (const std::string& text : texts) {
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
      const std::string_view seen(cut.data(), cut.size());
      static_cast<void>(is_spf(seen));
      for (const RecordError& error : parse_spf(seen).errors) {
        EXPECT_LE(error.span.position + error.span.length, size);
      }
    }
  }
}

}  // namespace
}  // namespace alimail
