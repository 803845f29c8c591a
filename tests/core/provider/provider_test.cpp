// Whose a name is, by the facts of provider.json.
#include "provider/provider.h"

#include <gtest/gtest.h>

#include "json.h"

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
  const std::vector<Json>& families = array_or_empty(facts().facts, "families");
  ASSERT_EQ(families.size(), 6U);
  for (const Family& family : families) {
    EXPECT_FALSE(text_or_empty(family, "site").empty()) << text_or_empty(family, "id");
    EXPECT_GE(array_or_empty(family, "mx").size(), 2U) << text_or_empty(family, "id");
    EXPECT_EQ(array_or_empty(family, "clients").size(), 3U) << text_or_empty(family, "id");
    std::int64_t before = 0;
    for (const Json& exchange : array_or_empty(family, "mx")) {
      EXPECT_EQ(family_of_mx(facts(), text_or_empty(exchange, "host")), &family);
      EXPECT_GT(number_or_zero(exchange, "priority"), before);
      before = number_or_zero(exchange, "priority");
    }
  }
}

}  // namespace
}  // namespace alimail::testing
