#include "sender_policy/repair.h"

#include <gtest/gtest.h>

#include <utility>

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
  };
  for (const auto& [typed, meant] : rows) EXPECT_EQ(repaired_spf(typed), meant) << typed;
}

}  // namespace
}  // namespace alimail
