// RDATA as text in the forms of JSON dialects and zone files.
#include <gtest/gtest.h>

#include "dns/present.h"
#include "dns/rdata.h"
#include "dns/record_type.h"

namespace alimail {
namespace {

struct Row {
  const char* type;
  std::string text;
  std::string presented = {};
};

const std::vector<Row> kRows{
    {"A", "203.0.113.7", "203.0.113.7"},
    {"A", " 203.0.113.7\n", "203.0.113.7"},
    {"A", "\\# 4 CB007107", "203.0.113.7"},
    {"AAAA", "2001:DB8:0:0::0001", "2001:db8::1"},
    {"CNAME", "MailHZ.qiye.aliyun.com.", "mailhz.qiye.aliyun.com"},
    {"NS", "dns1.hichina.com", "dns1.hichina.com"},
    {"PTR", "mail.abc.com.", "mail.abc.com"},
    {"MX", "5 mx1.qiye.aliyun.com.", "5 mx1.qiye.aliyun.com"},
    {"MX", " 5\tMX1.qiye.aliyun.com ", "5 mx1.qiye.aliyun.com"},
    {"MX", "0 .", "0 ."},
    {"SOA", "ns1.abc.com. host\\.master.abc.com. 1 2 3 4 5", "ns1.abc.com host\\.master.abc.com 1 2 3 4 5"},
    {"CAA", "0 issue \"letsencrypt.org\"", "0 issue \"letsencrypt.org\""},
    {"CAA", "128 ISSUE letsencrypt.org", "128 issue \"letsencrypt.org\""},
    {"CAA", "0 issue", "0 issue \"\""},
    {"CAA", "\\# 8 00 05 69 73 73 75 65 3b", "0 issue \";\""},  // Cloudflare until July 2026
    {"HTTPS", "1 . h2", "\\# 6 31202e206832"},                  // has no struct, so the text is kept unchanged
    {"TYPE65280", "\\# 2 0102", "\\# 2 0102"},
    {"TYPE65280", "\\# 0", "\\# 0"},
};

const std::vector<Row> kBadRows{
    {"A", ""},
    {"A", "203.0.113"},
    {"A", "2001:db8::1"},
    {"A", "\\# 4 CB0071"},
    {"A", "\\# 3 CB0071"},
    {"A", "\\# 4 CB00710"},
    {"A", "\\# 4 CB0071xx"},
    {"A", "\\# x CB007107"},
    {"AAAA", "203.0.113.7"},
    {"CNAME", ""},
    {"CNAME", "a..b"},
    {"CNAME", "two words"},
    {"MX", "mx1.qiye.aliyun.com."},
    {"MX", "5"},
    {"MX", "65536 mx1.abc.com."},
    {"MX", "-5 mx1.abc.com."},
    {"MX", "5 mx1.abc.com. 7"},
    {"SOA", "ns1.abc.com. root.abc.com. 1 2 3 4"},
    {"SOA", "ns1.abc.com. root.abc.com. 1 2 3 4 5 6"},
    {"SOA", "ns1..abc.com. root.abc.com. 1 2 3 4 5"},
    {"TXT", "\"cut"},
    {"TXT", "\"a\" b"},
    {"TXT", "\"bad \\300\""},
    {"TXT", "\"ends in \\"},
    {"CAA", "issue \"ca.example\""},
    {"CAA", "0"},
    {"CAA", "256 issue \"ca.example\""},
    {"CAA", "0 issue \"a\" \"b\""},
    {"CAA", "0 issue \"a"},
};

TEST(RdataText, EachTypeIsReadInTheFormsThatResolversUse) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.text);
    const Result<Rdata> data = parse_rdata(type_from_name(row.type), row.text);
    ASSERT_TRUE(data.ok());
    EXPECT_EQ(present(data.value()), row.presented);
  }
}

TEST(RdataText, UnreadableTextIsRefused) {
  for (const Row& row : kBadRows) {
    SCOPED_TRACE(std::string(row.type) + ' ' + row.text);
    const Result<Rdata> data = parse_rdata(type_from_name(row.type), row.text);
    ASSERT_FALSE(data.ok());
    EXPECT_EQ(data.error().code, "rdata-text");
  }
}

TEST(RdataText, EveryTruncationIsReadOrRefused) {
  for (const Row& row : kRows) {
    for (std::size_t size = 0; size < row.text.size(); ++size) {
      const std::vector<char> cut(row.text.begin(), row.text.begin() + static_cast<std::ptrdiff_t>(size));
      static_cast<void>(parse_rdata(type_from_name(row.type), {cut.data(), cut.size()}));
    }
  }
}

struct TxtRow {
  std::string text;
  std::vector<std::string> strings;
};

TEST(RdataText, TxtKeepsItsBytesHoweverItIsQuoted) {
  const std::vector<TxtRow> rows{
      {R"(v=spf1 -all)", {"v=spf1 -all"}},
      {R"("v=spf1 -all")", {"v=spf1 -all"}},
      {R"("a" "b")", {"a", "b"}},
      {R"("a""b")", {"a", "b"}},
      {R"("")", {""}},
      {"", {""}},
      {R"("say \"hi\" \\o/")", {R"(say "hi" \o/)"}},
      {R"("line\010break\255")", {"line\nbreak\xFF"}},
      {R"("v=DKIM1\; k=rsa")", {"v=DKIM1; k=rsa"}},
      {R"(v=DKIM1\; k=rsa)", {R"(v=DKIM1\; k=rsa)"}},
      {R"(line\010break)", {"line\nbreak"}},
      {R"(say \"hi\" \\o/)", {R"(say "hi" \o/)"}},
      {R"(C:\1)", {R"(C:\1)"}},
      {R"(end\)", {R"(end\)"}},
      {" spaces stay ", {" spaces stay "}},
      {R"(one "quoted" word)", {R"(one "quoted" word)"}},
  };
  for (const TxtRow& row : rows) {
    SCOPED_TRACE(row.text);
    const Result<Rdata> data = parse_rdata(RecordType::Txt, row.text);
    ASSERT_TRUE(data.ok());
    EXPECT_EQ(data.value(), Rdata(CharacterStrings{row.strings}));
  }
}

}  // namespace
}  // namespace alimail
