// The owner of a name according to provider.json.
#include "provider/provider.h"

#include <gtest/gtest.h>

#include "door/door.h"

namespace alimail::testing {
namespace {

const Provider& facts() {
  return catalogue().provider;
}

TEST(Provider, KnowsWhoRunsANameServerByTheEndOfItsName) {
  EXPECT_EQ(dns_host_of(facts(), "dns9.hichina.com"), "alibaba-cloud");
  EXPECT_EQ(dns_host_of(facts(), "ns1.alidns.com"), "alibaba-cloud");
  EXPECT_EQ(dns_host_of(facts(), "f1g1ns1.dnspod.net"), "tencent-cloud");
  EXPECT_EQ(dns_host_of(facts(), "ns3.dnsv5.com"), "tencent-cloud");
  EXPECT_EQ(dns_host_of(facts(), "beau.ns.cloudflare.com"), "cloudflare");
  EXPECT_EQ(dns_host_of(facts(), "ns11.domaincontrol.com"), "godaddy");
  EXPECT_EQ(dns_host_of(facts(), "ns1.abc.example"), "other");
  EXPECT_EQ(dns_host_of(facts(), "ns1.notalidns.com"), "other");
  EXPECT_EQ(dns_host_of(facts(), ""), "other");
}

TEST(Provider, GivesEverySetASiteMailExchangesAndClientHosts) {
  const std::vector<Site>& sites = facts().sites;
  ASSERT_EQ(sites.size(), 6U);
  for (const Site& site : sites) {
    EXPECT_FALSE(site.region().empty()) << site.id();
    EXPECT_GE(site.mx().size(), 2U) << site.id();
    EXPECT_EQ(site.clients().size(), 3U) << site.id();
    std::int64_t before = 0;
    for (const SiteExchange exchange : site.mx()) {
      EXPECT_EQ(site_of_mx(facts(), exchange.host()), &site);
      EXPECT_GT(exchange.priority(), before);
      before = exchange.priority();
    }
  }
}

TEST(Provider, KnowsTheOwnerOfAnSpfInclude) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"spf.qiye.aliyun.com", "china"},
      {"spf.mxhichina.com", "china-hichina"},
      {"spf.sg.aliyun.com", "singapore"},
      {"spf.hk.aliyun.com", "hong-kong"},
      {"spf.de.alibabacloud.com", "germany"},
      {"spf.us.alibabacloud.com", "united-states"},
      {"_spf.google.com", ""},
      {"spf1.dm.aliyun.com", ""},
      {"qiye.aliyun.com", ""},
      {"", ""},
      {"spf.qiye.aliyun.com.abc.example", ""},
  };
  for (const auto& [name, id] : rows) {
    const Site* site = site_of_spf_include(facts(), name);
    EXPECT_EQ(site != nullptr ? site->id() : std::string(), id) << name;
  }
  EXPECT_NE(product_of_spf_include(facts(), "spf1.dm.aliyun.com"), nullptr);
  EXPECT_EQ(product_of_spf_include(facts(), "spf.qiye.aliyun.com"), nullptr);
  EXPECT_EQ(product_of_spf_include(facts(), ""), nullptr);
}

}  // namespace
}  // namespace alimail::testing
