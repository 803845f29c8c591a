#include "dns/present.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Present, WritesEveryKindOfRdataForPeople) {
  EXPECT_EQ(present(Address{"192.0.2.1"}), "192.0.2.1");
  EXPECT_EQ(present(HostName{"mailhz.qiye.aliyun.com"}), "mailhz.qiye.aliyun.com");
  EXPECT_EQ(present(HostName{""}), ".");
  EXPECT_EQ(present(MailExchange{5, "mx1.qiye.aliyun.com"}), "5 mx1.qiye.aliyun.com");
  EXPECT_EQ(present(MailExchange{0, ""}), "0 .");
  EXPECT_EQ(present(CharacterStrings{{"v=spf1 ", "-all"}}), "v=spf1 -all");
  EXPECT_EQ(present(CharacterStrings{}), "");
  EXPECT_EQ(present(StartOfAuthority{"ns.abc.com", "root.abc.com", 1, 2, 3, 4, 4294967295}),
            "ns.abc.com root.abc.com 1 2 3 4 4294967295");
  EXPECT_EQ(present(CertificationAuthority{128, "issue", "letsencrypt.org"}), "128 issue \"letsencrypt.org\"");
  EXPECT_EQ(present(UnknownRdata{"\x0A\xFF"}), "\\# 2 0aff");
  EXPECT_EQ(present(UnknownRdata{}), "\\# 0");
}

}  // namespace
}  // namespace alimail
