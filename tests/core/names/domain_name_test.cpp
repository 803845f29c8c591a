#include "names/domain_name.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(DomainName, HasLabelsAndAParent) {
  EXPECT_EQ(label_count(""), 0U);
  EXPECT_EQ(label_count("com"), 1U);
  EXPECT_EQ(label_count("mail.abc.com"), 3U);
  EXPECT_EQ(first_label("mail.abc.com"), "mail");
  EXPECT_EQ(last_label("mail.abc.com"), "com");
  EXPECT_EQ(last_label("com"), "com");
  EXPECT_EQ(parent("mail.abc.com"), "abc.com");
  EXPECT_EQ(parent("com"), "");
  EXPECT_EQ(parent(""), "");
  EXPECT_EQ(lower("MaIl.ABC.cOm-09"), "mail.abc.com-09");
}

TEST(DomainName, IsUnderAZoneByWholeLabels) {
  EXPECT_TRUE(is_under("abc.com", "abc.com"));
  EXPECT_TRUE(is_under("mail.abc.com", "abc.com"));
  EXPECT_TRUE(is_under("abc.com", ""));
  EXPECT_FALSE(is_under("xabc.com", "abc.com"));
  EXPECT_FALSE(is_under("abc.com", "mail.abc.com"));
  EXPECT_FALSE(is_under("", "com"));
}

TEST(DomainName, IsAHostNameByRfc1123) {
  for (const char* good : {"a", "abc.com", "3com.com", "a-b.c", "xn--fiqs8s", "A.B"})
    EXPECT_TRUE(is_valid_host_name(good)) << good;
  for (const char* bad : {"", ".", "abc.", ".abc", "a..b", "-a.b", "a-.b", "a_b.c", "a b.c", "a.b/c", "\xE4.de"}) {
    EXPECT_FALSE(is_valid_host_name(bad)) << bad;
  }
  EXPECT_TRUE(is_valid_host_label(std::string(63, 'a')));
  EXPECT_FALSE(is_valid_host_label(std::string(64, 'a')));
  EXPECT_FALSE(is_valid_host_name(std::string(300, 'a')));
}

TEST(DomainName, IsNotAnAddress) {
  for (const char* good : {"1.2.3.4", "0.0.0.0", "255.255.255.255"}) EXPECT_TRUE(is_ipv4_address(good)) << good;
  for (const char* bad :
       {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.x", "1.2.3.", "1..2.3", "1.2.3.0004", "abc.com"}) {
    EXPECT_FALSE(is_ipv4_address(bad)) << bad;
  }
}

TEST(DomainName, IsRegisteredBelowASuffix) {
  for (const char* suffix : {"", "com", "cn", "com.cn", "co.uk", "edu.cn", "or.jp"})
    EXPECT_TRUE(is_registry_suffix(suffix)) << suffix;
  for (const char* domain : {"abc.com", "abc.cn", "com.com", "com.info", "a.com.cn"})
    EXPECT_FALSE(is_registry_suffix(domain)) << domain;
  EXPECT_EQ(registered_domain("a.b.abc.com"), "abc.com");
  EXPECT_EQ(registered_domain("a.abc.com.cn"), "abc.com.cn");
  EXPECT_EQ(registered_domain("abc.com"), "abc.com");
  EXPECT_EQ(registered_domain("com.cn"), "com.cn");
  EXPECT_EQ(registered_domain("com"), "com");
}

}  // namespace
}  // namespace alimail
