#include "dns/address_text.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

struct AddressRow {
  std::string typed;
  std::string canonical;  // "" if it is not an address
};

const std::vector<AddressRow> kIpv6Rows{
    // silent: the examples of RFC 5952 sections 4 and 5
    {"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},
    {"2001:0db8::0001", "2001:db8::1"},
    {"2001:db8:0:0:0:0:2:1", "2001:db8::2:1"},
    {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
    {"2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
    {"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},
    {"2001:DB8::AAAA", "2001:db8::aaaa"},
    {"::", "::"},
    {"::1", "::1"},
    {"1::", "1::"},
    {"fe80:0:0:0:0:0:0:0", "fe80::"},
    {"::ffff:192.0.2.1", "::ffff:192.0.2.1"},
    {"::ffff:c000:201", "::ffff:192.0.2.1"},
    {"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
    {"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"},
    // trouble
    {"", ""},
    {":", ""},
    {":::", ""},
    {"1", ""},
    {"1:2:3:4:5:6:7", ""},
    {"1:2:3:4:5:6:7:8:9", ""},
    {"1::2::3", ""},
    {"1:2:3:4::5:6:7:8", ""},
    {"12345::", ""},
    {"g::", ""},
    {"1:", ""},
    {":1", ""},
    {"fe80::1%eth0", ""},
    {"::1.2.3", ""},
    {"1.2.3.4::", ""},
    {"::-1", ""},
};

TEST(AddressText, Ipv6FollowsRfc5952) {
  for (const AddressRow& row : kIpv6Rows) {
    SCOPED_TRACE(row.typed);
    const Result<std::string> bytes = parse_ipv6(row.typed);
    ASSERT_EQ(bytes.ok(), !row.canonical.empty());
    if (bytes) {
      EXPECT_EQ(ipv6_text(bytes.value()), row.canonical);
    }
    for (std::size_t size = 0; size < row.typed.size(); ++size) {
      const Result<std::string> cut = parse_ipv6(std::string_view(row.typed).substr(0, size));
      if (cut) {
        EXPECT_EQ(cut.value().size(), kIpv6Bytes);
      }
    }
  }
}

TEST(AddressText, Ipv4IsFourNumbersAndNothingElse) {
  EXPECT_EQ(ipv4_text(parse_ipv4("203.0.113.255").value()), "203.0.113.255");
  EXPECT_EQ(ipv4_text(parse_ipv4("0.0.0.0").value()), "0.0.0.0");
  for (const char* text : {"", "1", "1.2.3", "1.2.3.", "1.2.3.4.", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..3.4",
                           "a.b.c.d", "-1.2.3.4", " 1.2.3.4"}) {
    EXPECT_FALSE(parse_ipv4(text).ok()) << text;
  }
}

TEST(AddressText, TellsWhatNothingOnTheInternetCanHave) {
  for (const char* text : {"0.1.2.3",
                           "10.1.2.3",
                           "100.64.0.1",
                           "100.127.255.255",
                           "127.0.0.1",
                           "169.254.1.1",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "fc00::1",
                           "fdff::1",
                           "fe80::1",
                           "febf::1",
                           "ff02::1",
                           "::ffff:10.0.0.1"}) {
    EXPECT_TRUE(is_unroutable(text)) << text;
  }
  for (const char* text :
       {"1.2.3.4", "100.63.255.255", "100.128.0.1", "169.253.1.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
        "192.0.2.1", "198.17.255.255", "198.20.0.1", "203.0.113.9", "223.5.5.5", "2001:db8::1", "2400:3200::1",
        "64:ff9b::1.2.3.4", "::2", "::ffff:1.2.3.4", "", "mx.abc.example"}) {
    EXPECT_FALSE(is_unroutable(text)) << text;
  }
}

TEST(AddressText, SaysWhichRfcKeepsAnAddressOffTheInternet) {
  const std::pair<const char*, const char*> rows[] = {
      {"0.0.0.0", "RFC 1122"},
      {"10.0.0.1", "RFC 1918"},
      {"172.16.0.1", "RFC 1918"},
      {"192.168.1.1", "RFC 1918"},
      {"127.0.0.1", "RFC 1122"},
      {"169.254.0.1", "RFC 3927"},
      {"100.64.0.1", "RFC 6598"},
      {"198.18.0.1", "RFC 2544"},
      {"224.0.0.1", "RFC 1112"},
      {"::", "RFC 4291"},
      {"::1", "RFC 4291"},
      {"fd00::1", "RFC 4193"},
      {"fe80::1", "RFC 4291"},
      {"::ffff:127.0.0.1", "RFC 1122"},
      {"1.2.3.4", ""},
      {"2400:3200::1", ""},
  };
  for (const auto& [address, rfc] : rows) EXPECT_EQ(rfc_of_unroutable(address), rfc) << address;
}

}  // namespace
}  // namespace alimail
