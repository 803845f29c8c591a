// The IP addresses that a complaint names as senders.
#include "bounces/sender_addresses.h"

#include <gtest/gtest.h>

#include "words/complaint.h"

namespace alimail {
namespace {

using Texts = std::vector<std::string>;

TEST(NamedAddresses, ExcludeAddressesThatAreNotSenders) {
  for (const char* text : {
           "",
           "my mail does not arrive since 12:30:45",
           "192.168.1.10 and 10.0.0.1, 172.16.0.1, 172.31.255.1, 127.0.0.1, 169.254.1.1, 100.64.0.1, 0.0.0.0",
           "255.255.255.0 is my mask, 224.0.0.1 too",
           "::1 fe80::1 fd00::1 dead::beef",
           "Foxmail 7.2.25.331",
           "Foxmail 7.2.9.156",
           "version 1.2.3.4 of it, version: 1.2.3.4, v1.2.3.4, Chrome/120.0.0.0, \xE7\x89\x88\xE6\x9C\xAC 1.2.3.4",
           "550 5.7.1 refused, 5.7.26",
           "1.3.6.1.4.1",
           "4.3.2.1.in-addr.arpa",
           "name-203.0.113.5",
           "203.0.113.5-mail",
           "ip4:203.0.113.0/24",
           "the MAC is 00:11:22:33:44:55",
           "my DNS is 8.8.8.8 or 223.5.5.5 or 2001:4860:4860::8888",
           "host mx.foreign.example[203.0.113.9] said: 550",
           "connect to mx.foreign.example[203.0.113.9]:25: Connection refused",
           "relay=mx.foreign.example[203.0.113.9]:25",
           "SMTP error: host mx.foreign.example [203.0.113.9]: 550 no",
           "203.0.113.9 does not like recipient.",
           "mail.abc.example points to 203.0.113.9",
           "Name:    mail.abc.example\nAddress:  203.0.113.9",
           "mail.abc.example has address 203.0.113.9",
           "mail.abc.example.  600  IN  A  203.0.113.9",
           "Pinging mail.abc.example [203.0.113.9] with 32 bytes of data:\nReply from 203.0.113.9: bytes=32",
           "the mta server of foreign.example -- mx.foreign.example(203.0.113.9) reply:550 5.2.1",
           "mx.foreign.example [203.0.113.9] did not like our RCPT TO:",
           "host mx.foreign.example[203.0.113.9]\n    said: 550",
           "Connected to 203.0.113.9 but sender was rejected. Giving up on 203.0.113.9.",
           "Received: from pc (home.isp.example [203.0.113.9])\n\tby out (203.0.113.8) with SMTP id 14.2.22.2",
           "    Received: from pc\n      (203.0.113.9) by",
           "host 203.0.113.9 [203.0.113.9]: 550",
           "> Received: from [203.0.113.9] by out",
           "X-Originating-IP: [203.0.113.9]",
           "The original message was received at Thu, 29 Apr\nfrom home.isp.example [203.0.113.9]",
           "(HELO 203.0.113.9) someone@203.0.113.9",
           "dns;mx.foreign.example (TCP|203.0.113.8|19454|203.0.113.9|25)",
           "203.0.113.9:25 does not answer",
           "1.2.3.256 1.2.3 01.2.3.4 1..2.3 1.2.3.4.5",
       }) {
    EXPECT_EQ(addresses_in(text), Texts()) << text;
  }
}

TEST(NamedAddresses, AreGivenInCanonicalForm) {
  struct Row {
    const char* text;
    Texts addresses;
  };
  const Row rows[] = {
      {"203.0.113.5", {"203.0.113.5"}},
      {"refused: 203.0.113.5.", {"203.0.113.5"}},
      {"IP:203.0.113.5, port 25", {"203.0.113.5"}},
      {"550-5.7.26 [203.0.113.5      18] Our system has detected", {"203.0.113.5"}},
      {"RCPT from out.abc.example[203.0.113.5]: 550 5.7.1", {"203.0.113.5"}},
      {"421 4.7.0 [TSS04] Messages from 203.0.113.5 temporarily deferred", {"203.0.113.5"}},
      {"Refused. 203.0.113.5 is not allowed to send", {"203.0.113.5"}},
      {"\xE6\x9C\x8D\xE5\x8A\xA1\xE5\x99\xA8"
       "203.0.113.5\xE8\xA2\xAB",
       {"203.0.113.5"}},
      {"SPF [abc.example] with ip: [203.0.113.5] = did not pass", {"203.0.113.5"}},
      {"Received: from pc [203.0.113.9]\nReceived-SPF: fail (does not designate 203.0.113.5)", {"203.0.113.5"}},
      {"does not designate 203.0.113.5 as permitted sender", {"203.0.113.5"}},
      {"the IP address 203.0.113.5 is refused", {"203.0.113.5"}},
      {"client-ip=203.0.113.5;", {"203.0.113.5"}},
      {"v=spf1 ip4:203.0.113.5 -all", {"203.0.113.5"}},
      {"[IPv6:2001:DB8:0::0:1]", {"2001:db8::1"}},
      {"ip6:2001:db8::1 -all", {"2001:db8::1"}},
      {"from 2001:db8::", {"2001:db8::"}},
      {"it is 2001:db8::1: refused", {"2001:db8::1"}},
      {"ip ::ffff:203.0.113.5", {"203.0.113.5"}},
      {"203.0.113.5 and again 203.0.113.5", {"203.0.113.5"}},
      {"198.51.100.1 198.51.100.2 198.51.100.3 198.51.100.4", {"198.51.100.1", "198.51.100.2", "198.51.100.3"}},
      {"host mx.foreign.example[203.0.113.9] said: 550 SPF: 203.0.113.5 is not allowed", {"203.0.113.5"}},
  };
  for (const Row& row : rows) EXPECT_EQ(addresses_in(row.text), row.addresses) << row.text;
}

TEST(NamedAddresses, AreFoundInAnyText) {
  const std::string text = "x [IPv6:2001:DB8:0::0:1] host a.b[203.0.113.9] said: v/1.2.3.4 ::ffff:203.0.113.5/24";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_LE(addresses_in({cut.data(), cut.size()}).size(), kMaxNamedAddresses);
  }
  EXPECT_EQ(addresses_in(std::string(kMaxComplaintBytes, ':')), Texts());
  EXPECT_EQ(addresses_in(std::string(kMaxComplaintBytes, ' ') + "203.0.113.5"), Texts());
}

}  // namespace
}  // namespace alimail
