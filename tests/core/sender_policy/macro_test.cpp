// Macros: the examples of RFC 7208 section 7.4, and unusual senders.
#include "sender_policy/macro.h"

#include <gtest/gtest.h>

#include <string>

#include "dns/address_text.h"

namespace alimail {
namespace {

constexpr std::string_view kIp4("\xC0\x00\x02\x03", 4);

std::string ip6() {
  return parse_ipv6("2001:db8::cb01").value();
}

MacroValues values_of_example(std::string_view address = kIp4) {
  MacroValues values;
  values.mailbox = "strong-bad@email.example.com";
  values.domain = "email.example.com";
  values.helo = "mx.example.org";
  values.address = address;
  values.now = 1795422615;
  return values;
}

struct Row {
  const char* text;
  const char* expanded;
};

TEST(Macro, MatchesTheExamplesOfTheStandard) {
  const Row rows[] = {
      {"%{s}", "strong-bad@email.example.com"},
      {"%{o}", "email.example.com"},
      {"%{d}", "email.example.com"},
      {"%{d4}", "email.example.com"},
      {"%{d3}", "email.example.com"},
      {"%{d2}", "example.com"},
      {"%{d1}", "com"},
      {"%{dr}", "com.example.email"},
      {"%{d2r}", "example.email"},
      {"%{l}", "strong-bad"},
      {"%{l-}", "strong.bad"},
      {"%{lr}", "strong-bad"},
      {"%{lr-}", "bad.strong"},
      {"%{l1r-}", "strong"},
      {"%{d999999999999}", "email.example.com"},
      {"%{h}", "mx.example.org"},
      {"%{c} %{v} %{i}", "192.0.2.3 in-addr 192.0.2.3"},
      {"%{p} %{r}", "unknown unknown"},
      {"%{t}", "1795422615"},
      {"%%%_%-", "% %20"},
      {"no macro", "no macro"},
      {"%{S}", "strong-bad%40email.example.com"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(expand_explanation(row.text, values_of_example()), row.expanded) << row.text;
  EXPECT_EQ(expand_explanation("%{c}", values_of_example(ip6())), "2001:db8::cb01");
}

TEST(Macro, MakesNamesForQueries) {
  const Row rows[] = {
      {"%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"},
      {"%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"},
      {"%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"},
      {"%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"},
      {"ABC.Example.", "abc.example"},
      {"%{d}..example", ""},
      {".example", ""},
      {"%{l}%{l}%{l}%{l}%{l}%{l}%{l}.example", ""},
      {"a%_b.example", "a\\032b.example"},
      {"a\\b.example", "a\\\\b.example"},
  };
  for (const Row& row : rows) EXPECT_EQ(target_name(row.text, values_of_example()), row.expanded) << row.text;
  EXPECT_EQ(target_name("%{ir}.%{v}._spf.%{d2}", values_of_example(ip6())),
            "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com");
}

TEST(Macro, CutsALongNameLabelByLabelFromTheLeft) {
  MacroValues values = values_of_example();
  std::string domain;
  while (domain.size() < 3 * kMaxExpandedBytes) domain += "label00.";
  values.domain = domain;
  const std::string name = target_name("%{d}example.com", values);
  EXPECT_LE(name.size(), 253U);
  EXPECT_GT(name.size(), 253U - 8U);
  EXPECT_TRUE(name.starts_with("label00.label00."));
  EXPECT_TRUE(name.ends_with(".label00.example.com"));
  EXPECT_EQ(expand_explanation("%{d}%{d}", values).size(), kMaxExpandedBytes);
}

TEST(Macro, EscapesReservedUrlCharacters) {
  MacroValues values = values_of_example();
  values.mailbox = "a b&c=d~e_f/\xC3\xA4@abc.example";
  EXPECT_EQ(expand_explanation("%{L}", values), "a%20b%26c%3Dd~e_f%2F%C3%A4");
  EXPECT_EQ(target_name("%{l}.example", values), "a\\032b&c=d~e_f/\\195\\164.example");
}

TEST(Macro, IsFoundByItsLetter) {
  EXPECT_TRUE(uses_macro("a.%{P}.b", "p"));
  EXPECT_TRUE(uses_macro("%{d}.%{p2r-}", "sp"));
  EXPECT_FALSE(uses_macro("p.%{d}.%%{p}", "p"));
  EXPECT_FALSE(uses_macro("no macro at all%%", "p"));
}

TEST(Macro, ALongNameKeepsItsEnd) {
  std::string spec;
  for (int i = 0; i < 5000; ++i) spec += "a.b%%.";
  EXPECT_LE(target_name(spec + "abc.example", values_of_example()).size(), 253U);
  EXPECT_TRUE(target_name(spec + "abc.example", values_of_example()).ends_with("a.b%.abc.example"));
  EXPECT_EQ(expand_explanation(spec, values_of_example()).size(), kMaxExpandedBytes);
}

}  // namespace
}  // namespace alimail
