// Base64, type names, addresses and RDATA as text: the small codecs of the DNS room.
#include <gtest/gtest.h>

#include "base/base64.h"
#include "dns/address_text.h"
#include "dns/message.h"
#include "dns/present.h"
#include "dns/record_type.h"
#include "wire_builder.h"

namespace alimail {
namespace {

struct Base64Row {
  std::string bytes;
  std::string text;
};

TEST(Base64, EncodesAndDecodesTheExamplesOfRfc4648) {
  const std::vector<Base64Row> rows{
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xFB\xFF", "-_8"}};
  for (const Base64Row& row : rows) {
    EXPECT_EQ(base64url(row.bytes), row.text);
    EXPECT_EQ(decode_base64(row.text).value(), row.bytes) << row.text;
  }
}

TEST(Base64, AcceptsPaddingAndBothAlphabets) {
  EXPECT_EQ(decode_base64("Zg==").value(), "f");
  EXPECT_EQ(decode_base64("Zm8=").value(), "fo");
  EXPECT_EQ(decode_base64("+/8").value(), "\xFB\xFF");
  EXPECT_EQ(decode_base64("-_8=").value(), "\xFB\xFF");
}

TEST(Base64, AnythingElseIsRefused) {
  for (const char* text :
       {"Z", "Zg=", "Zg===", "=", "====", "Zm 9", "Zm9v\n", "Zm9*", "Zh", "Zm9vYmF=Zg==", "\xC3\xA9"}) {
    EXPECT_FALSE(decode_base64(text).ok()) << text;
  }
}

TEST(TypeName, ConvertsEveryTypeToItsNameAndBack) {
  for (unsigned number = 1; number <= 0xFFFF; ++number) {
    const RecordType type{static_cast<std::uint16_t>(number)};
    ASSERT_EQ(type_from_name(type_name(type)), type) << number;
  }
  EXPECT_EQ(type_name(RecordType::Cname), "CNAME");
  EXPECT_EQ(type_name(RecordType{65280}), "TYPE65280");
}

TEST(TypeName, IgnoresCaseAndRefusesUnknownNames) {
  EXPECT_EQ(type_from_name("aaaa"), RecordType::Aaaa);
  EXPECT_EQ(type_from_name("Type257"), RecordType::Caa);
  for (const char* text : {"", "MXX", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "1", " A"}) {
    EXPECT_EQ(type_from_name(text), RecordType{0}) << text;
  }
}

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

TEST(EncodeQuery, AQueryHasIdZeroOneQuestionAndAnEmptyOpt) {
  const std::string wire = encode_query({"abc.com", RecordType::Mx});
  EXPECT_EQ(wire, dns_test::header(0x0100, 1, 0, 0, 1) + dns_test::question("abc.com MX") + dns_test::opt(0, ""));
  const Result<Message> read = decode_message(wire);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().questions, (std::vector<Question>{{"abc.com", RecordType::Mx}}));
  EXPECT_FALSE(is_response(wire));
}

TEST(EncodeQuery, TheSecondLookupSetsOnlyCheckingDisabled) {
  const std::string usual = encode_query({"abc.com", RecordType::Soa});
  std::string second = encode_query({"abc.com", RecordType::Soa}, true);
  EXPECT_EQ(second, dns_test::header(0x0110, 1, 0, 0, 1) + dns_test::question("abc.com SOA") + dns_test::opt(0, ""));
  second[3] = usual[3];
  EXPECT_EQ(second, usual);
}

TEST(EncodeQuery, AnInvalidDomainNameGivesNoQuery) {
  EXPECT_NE(encode_query({"", RecordType::Ns}), "") << "the root is a name";
  for (const std::string& name : {std::string("a..b"), std::string(64, 'a'), std::string("a\\")}) {
    EXPECT_EQ(encode_query({name, RecordType::A}), "") << name;
  }
}

}  // namespace
}  // namespace alimail
