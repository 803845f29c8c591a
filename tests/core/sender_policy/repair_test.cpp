#include "sender_policy/repair.h"

#include <gtest/gtest.h>

#include <utility>

#include "records/spf_slip.h"

namespace alimail {
namespace {

TEST(RepairedSpf, RepairsEverySlip) {
  const std::pair<std::string, std::string> rows[] = {
      {"v=spf1 a -all", "v=spf1 a -all"},
      {"google-site-verification=1", "google-site-verification=1"},
      {"v=DMARC1; p=none", "v=DMARC1; p=none"},
      {"\"v=spf1 a\" -all", "v=spf1 a -all"},
      {"v=spf1 include\xEF\xBC\x9A"
       "b.example\xE3\x80\x80-all",
       "v=spf1 include:b.example -all"},
      {"v=spf1 a \xE2\x80\x93"
       "all",
       "v=spf1 a -all"},
      {"v=spf1\xC2\xA0"
       "a -all",
       "v=spf1 a -all"},
      {"spf1 a -all", "v=spf1 a -all"},
      {"include:b.example -all", "v=spf1 include:b.example -all"},
      {"v=spf2 a -all", "v=spf1 a -all"},
      {"v=spf a -all", "v=spf1 a -all"},
      {"v:spf1 a -all", "v=spf1 a -all"},
      {"v=spf1:a -all", "v=spf1 a -all"},
      {"v=spf1 redirect:b.example", "v=spf1 redirect=b.example"},
      {"v=spf1a -all", "v=spf1 a -all"},
      {"v=spf1 a,mx;-all", "v=spf1 a mx -all"},
      {" v = spf1 a -all", "v=spf1 a -all"},
      {"v=spf1 include: b.example - all", "v=spf1 include:b.example -all"},
      {"v=spf1 ?include the following:b.example -all", "v=spf1 ?include:b.example -all"},
      {"v=spf1 include=b.example ip4=192.0.2.1 -all", "v=spf1 include:b.example ip4:192.0.2.1 -all"},
      {"v=spf1 ipv4:192.0.2.1 -IPv6:2001:db8::1 -all", "v=spf1 ip4:192.0.2.1 -ip6:2001:db8::1 -all"},
      {"v=spf1 a:ipv4:x ipv4 ipv4", "v=spf1 a:ipv4:x ipv4 ipv4"},
  };
  for (const auto& [typed, meant] : rows) EXPECT_EQ(repaired_spf(typed), meant) << typed;
}

TEST(RepairedSpf, RepairsSlipsThatMeet) {
  const std::pair<std::string, std::string> rows[] = {
      {"spf1 a,ipv4: 192.0.2.1", "v=spf1 a ip4:192.0.2.1"},
      {"v=spf1 -  include : b.example,,mx ; - all", "v=spf1 -include:b.example mx -all"},
      {"v=spf1 include=b.example,redirect: c.example", "v=spf1 include:b.example redirect=c.example"},
      {"v=spf1 include the following: b.example a", "v=spf1 include:b.example a"},
      {"\xEF\xBC\x82v=spf1 a -all\xEF\xBC\x82\xEF\xBC\xBC",
       "v=spf1 a -all"},  // full-width quotation marks and backslash
      {"v=spf1 include=b.include the following:c.example", "v=spf1 include:b.include the following:c.example"},
      {"v=spf1 a,include the following:b.example", "v=spf1 a include:b.example"},
      {"v=spf1 exists:%{l1r,;}.b.example,a", "v=spf1 exists:%{l1r,;}.b.example a"},
      {"v=spf1 Include The Following:B.example MX", "v=spf1 Include:B.example MX"},
      {"v=spf1 a v=spf1 mx V=SPF1", "v=spf1 a mx"},
      {"v=spf1 include v=spf1 :b.example", "v=spf1 include:b.example"},
      {"v=spf1 a \xE2\"\x80\x93 -all", "v=spf1 a \x7F\x7F\x7F -all"},
      {"V:SPF2.0,a", "v=spf1 a"},
      {"v=spf1 ,", "v=spf1"},
      {"v=spf1 - ", "v=spf1 - "},
      {"v=spf1 include:", "v=spf1 include:"},
  };
  for (const auto& [typed, meant] : rows) EXPECT_EQ(repaired_spf(typed), meant) << typed;
}

// Each kind of slip as often as it fits. One at a time, from the beginning, took minutes.
TEST(RepairedSpf, RepairsEverySlipOfALongText) {
  const std::pair<std::string, std::string> rows[] = {
      {"a,mx;", " a mx"},
      {"include=b.example ", " include:b.example"},
      {"include: b.example ", " include:b.example"},
      {"-           all ", " -all"},
      {"include\xEF\xBC\x9A"
       "b.example ",
       " include:b.example"},
      {"\"a\" ", " a"},
      {"?include the following:b.example ", " ?include:b.example"},
      {"a v=spf1 ", " a"},
      {"redirect:b.example ", " redirect=b.example"},
  };
  for (const auto& [typed, meant] : rows) {
    std::string text = "v=spf1 ";
    std::string expected = "v=spf1";
    while (text.size() + typed.size() <= kMaxRepairBytes) {
      text += typed;
      expected += meant;
    }
    EXPECT_EQ(repaired_spf(text), expected);
    text.append(kMaxRepairBytes, ' ');
    EXPECT_EQ(repaired_spf(text), text) << "too long to be repaired";
  }
}

TEST(RepairedSpf, EndsWhateverIsPublished) {
  const std::string pieces[] = {
      "include the following:", "- ", ", ", "include: ", "=:", "v=", "spf1", "{", "}", "\xE2", "\"", "\x80\x93"};
  for (const std::string& first : pieces) {
    for (const std::string& second : pieces) {
      for (const char* version : {"v=spf1 ", "v:spf7", "spf1 ", " v = spf1,"}) {
        std::string text = version;
        while (text.size() < 64) text += first + second;
        EXPECT_LE(repaired_spf(text).size(), text.size() + 8);
        EXPECT_FALSE(spf_slip(repaired_spf(text))) << text;
      }
    }
  }
}

}  // namespace
}  // namespace alimail
