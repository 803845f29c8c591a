// Decodes RFC 8484 messages: each row is a message of a resolver, written in the lines of a zone file.
#include "dns/message.h"

#include <gtest/gtest.h>

#include "wire_builder.h"

namespace alimail {
namespace {

using namespace dns_test;

const char* const kSoa = "abc.com 1800 SOA ns1.abc.com hostmaster.abc.com 2026112301 3600 600 86400 600";

struct Row {
  const char* says;
  Parts parts;
};

// Every record must come back as the line that it was built from, except TXT, whose strings are joined.
const std::vector<Row> kRows{
    {"an address", {.asked = "mail.abc.com A", .answer = {"mail.abc.com 600 A 203.0.113.7"}}},
    {"an IPv6 address", {.asked = "mail.abc.com AAAA", .answer = {"mail.abc.com 600 AAAA 2001:db8::7"}}},
    {"the login record", {.asked = "mail.abc.com CNAME", .answer = {"mail.abc.com 600 CNAME mailhz.qiye.aliyun.com"}}},
    {"name servers",
     {.asked = "abc.com NS", .answer = {"abc.com 86400 NS dns1.hichina.com", "abc.com 86400 NS dns2.hichina.com"}}},
    {"a reverse name",
     {.asked = "7.113.0.203.in-addr.arpa PTR", .answer = {"7.113.0.203.in-addr.arpa 60 PTR mail.abc.com"}}},
    {"mail exchanges",
     {.asked = "abc.com MX",
      .answer = {"abc.com 600 MX 5 mx1.qiye.aliyun.com", "abc.com 600 MX 10 mx2.qiye.aliyun.com"}}},
    {"the null MX", {.asked = "abc.com MX", .answer = {"abc.com 600 MX 0 ."}}},
    {"a start of authority", {.asked = "abc.com SOA", .answer = {kSoa}}},
    {"who may issue", {.asked = "abc.com CAA", .answer = {"abc.com 600 CAA 0 issue \"letsencrypt.org\""}}},
    {"who may issue: nobody", {.asked = "abc.com CAA", .answer = {"abc.com 600 CAA 128 issue \"\""}}},
    {"no such name", {.asked = "nix.abc.com A", .rcode = 3, .authority = {kSoa}}},
    {"no such record", {.asked = "abc.com AAAA", .authority = {kSoa}}},
    {"a server failure with its reason",
     {.asked = "abc.com A", .rcode = 2, .additional = opt(0, extended_error(22, "at delegation abc.com"))}},
    {"a refusal without a question", {.asked = "", .rcode = 5}},
};

TEST(DecodeMessage, EveryRecordComesBackAsTheLineItWasBuiltFrom) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.says);
    const Result<Message> message = decode_message(reply(row.parts));
    ASSERT_TRUE(message.ok()) << message.error().code;
    EXPECT_EQ(lines_of(message.value().answer), row.parts.answer);
    EXPECT_EQ(lines_of(message.value().authority), row.parts.authority);
    EXPECT_EQ(message.value().rcode, row.parts.rcode);
    EXPECT_EQ(message.value().questions.size(), row.parts.asked.empty() ? 0U : 1U);
    EXPECT_TRUE(message.value().comment.empty());
  }
}

TEST(DecodeMessage, EveryTruncationOfEveryRowIsRefused) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.says);
    const std::string whole = reply(row.parts);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(decode_message(std::string(whole, 0, size)).ok()) << "cut to " << size << " bytes";
    }
  }
}

TEST(DecodeMessage, AFlippedByteNeverCrashesOrInventsRecords) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.says);
    const std::string whole = reply(row.parts);
    const std::size_t most = row.parts.answer.size() + row.parts.authority.size() + 1;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (unsigned bits = 1; bits <= 0xFF; ++bits) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ bits);
        const Result<Message> message = decode_message(flipped);
        if (message) {
          EXPECT_LE(message.value().answer.size() + message.value().authority.size(), most);
        }
      }
    }
  }
}

Message read(const std::string& bytes) {
  const Result<Message> message = decode_message(bytes);
  EXPECT_TRUE(message.ok()) << (message.ok() ? "" : message.error().code);
  return message.ok() ? message.value() : Message{};
}

TEST(DecodeMessage, TxtKeepsItsStringsApartAndAnyBytes) {
  const std::string txt = u8(3) + "v=s" + u8(0) + u8(2) + "\xFF\n";
  const Message message = read(header(kResponseFlags, 0, 1, 0, 0) + raw_record("abc.com", 16, 1, 60, txt));
  ASSERT_EQ(message.answer.size(), 1U);
  EXPECT_EQ(message.answer[0].data, Rdata(CharacterStrings{{"v=s", "", "\xFF\n"}}));
}

TEST(DecodeMessage, NamesInsideRdataMayBeCompressed) {
  const std::string compressed =
      wire_name("abc.com") + u16(15) + u16(1) + u32(60) + u16(8) + u16(5) + u8(3) + "mx1" + u16(0xC00C);
  const Message message = read(header(kResponseFlags, 0, 1, 0, 0) + compressed);
  EXPECT_EQ(lines_of(message.answer), std::vector<std::string>{"abc.com 60 MX 5 mx1.abc.com"});
}

TEST(DecodeMessage, NamesAndCaaTagsAreLowerCased) {
  const Message message = read(reply(
      {.asked = "ABC.com MX", .answer = {"ABC.com 60 MX 5 MX1.Abc.Com", "abc.com 60 CAA 0 ISSUE \"CA.example\""}}));
  EXPECT_EQ(message.questions, (std::vector<Question>{{"abc.com", RecordType::Mx}}));
  EXPECT_EQ(lines_of(message.answer),
            (std::vector<std::string>{"abc.com 60 MX 5 mx1.abc.com", "abc.com 60 CAA 0 issue \"CA.example\""}));
}

TEST(DecodeMessage, FlagsAndTheExtendedRcodeAreRead) {
  const Message message =
      read(reply({.asked = "abc.com A", .additional = opt(1, ""), .flags = kResponseFlags | kTcFlag | 0x0020U}));
  EXPECT_TRUE(message.truncated);
  EXPECT_TRUE(message.authentic);
  EXPECT_EQ(message.rcode, 16) << "BADVERS, RFC 6891 section 9";
}

TEST(DecodeMessage, ExtendedErrorsAreReadAmongOtherOptions) {
  const std::string padding = u16(12) + u16(3) + std::string(3, '\0');
  const std::string options =
      padding + extended_error(9, "no key") + extended_error(6, "") + extended_error(0, std::string("x\0", 2));
  const Message message = read(reply({.asked = "abc.com A", .rcode = 2, .additional = opt(0, options)}));
  EXPECT_EQ(message.errors, (std::vector<ExtendedError>{{9, "no key"}, {6, ""}, {0, "x"}}));
}

TEST(DecodeMessage, OtherClassesAreLeftOutAndOtherTypesAreKeptAsBytes) {
  const std::string chaos = raw_record("version.bind", 16, 3, 0, u8(1) + "9");
  const std::string https = raw_record("abc.com", 65, 1, 60, u16(1) + u8(0));
  const std::string unheard = raw_record("abc.com", 65280, 1, 60, "\x01\x02");
  const Message message =
      read(header(kResponseFlags, 1, 3, 0, 0) + wire_name("abc.com") + u16(1) + u16(3) + chaos + https + unheard);
  EXPECT_TRUE(message.questions.empty());
  EXPECT_EQ(lines_of(message.answer),
            (std::vector<std::string>{"abc.com 60 HTTPS \\# 3 000100", "abc.com 60 TYPE65280 \\# 2 0102"}));
}

TEST(DecodeMessage, ATtlWithItsTopBitSetIsZero) {
  const Message message = read(header(kResponseFlags, 0, 1, 0, 0) + raw_record("abc.com", 1, 1, 0x80000000U, "abcd"));
  EXPECT_EQ(message.answer.at(0).ttl, 0U);
}

TEST(DecodeMessage, BytesAfterTheLastRecordAreAccepted) {
  EXPECT_TRUE(decode_message(reply({.asked = "abc.com A", .answer = {"abc.com 60 A 203.0.113.7"}}) + "rest").ok());
}

TEST(DecodeMessage, MoreRecordsThanAreKeptCountAsTruncated) {
  const std::vector<std::string> many(kMaxRecords + 1, ". 60 A 203.0.113.7");
  const Message message = read(reply({.asked = "abc.com A", .answer = many}));
  EXPECT_TRUE(message.truncated);
  EXPECT_EQ(message.answer.size(), kMaxRecords);
  std::string questions;
  for (std::size_t i = 0; i <= kMaxRecords; ++i) questions += question(". A");
  const Message asked = read(header(kResponseFlags, kMaxRecords + 1, 0, 0, 0) + questions);
  EXPECT_TRUE(asked.truncated);
  EXPECT_EQ(asked.questions.size(), kMaxRecords);
}

struct BadRow {
  const char* says;
  std::string bytes;
  const char* error;
};

std::string with(unsigned type, const std::string& rdata) {
  return header(kResponseFlags, 0, 1, 0, 0) + raw_record("abc.com", type, 1, 60, rdata);
}

const std::vector<BadRow> kBadRows{
    {"nothing", "", "short-header"},
    {"eleven bytes", std::string(11, '\0'), "short-header"},
    {"more than a message may have", std::string(65536, '\0'), "too-long"},
    {"a question that is not there", header(kResponseFlags, 1, 0, 0, 0), "short-name"},
    {"an answer that is not there", header(kResponseFlags, 0, 65535, 0, 0), "short-name"},
    {"an authority that is not there", header(kResponseFlags, 0, 0, 1, 0), "short-name"},
    {"an OPT that is not there", header(kResponseFlags, 0, 0, 0, 1), "short-name"},
    {"an A of three bytes", with(1, "abc"), "rdata-length"},
    {"an A of five bytes", with(1, "abcde"), "rdata-length"},
    {"an AAAA of four bytes", with(28, "abcd"), "rdata-length"},
    {"an MX without a host", with(15, u16(5)), "short-name"},
    {"an MX of one byte", with(15, "a"), "rdata-length"},
    {"a CNAME with a byte behind it", with(5, wire_name("x.com") + "a"), "rdata-length"},
    {"a CNAME that points at itself", with(5, u16(0xC000U | 31U)), "name-loop"},
    {"a TXT string longer than its record", with(16, u8(9) + "abc"), "rdata-length"},
    {"a SOA with four numbers", with(6, u8(0) + u8(0) + std::string(16, 'a')), "rdata-length"},
    {"a CAA without a tag", with(257, u8(0) + u8(0) + "ca"), "rdata-length"},
    {"a CAA tag longer than its record", with(257, u8(0) + u8(9) + "issue"), "rdata-length"},
    {"an SRV of one byte", with(33, "a"), "rdata-length"},
    {"a NAPTR of one byte", with(35, "a"), "rdata-length"},
    {"an RRSIG without a signer", with(46, std::string(18, 'a')), "short-name"},
    {"a bad address beside the answer", header(kResponseFlags, 0, 0, 0, 1) + raw_record("abc.com", 1, 1, 60, "abc"),
     "rdata-length"},
    {"an option longer than its OPT", reply({.asked = "abc.com A", .additional = opt(0, u16(15) + u16(9) + u16(1))}),
     "rdata-length"},
    {"an extended error of one byte", reply({.asked = "abc.com A", .additional = opt(0, u16(15) + u16(1) + "a")}),
     "rdata-length"},
    {"an OPT of three bytes", reply({.asked = "abc.com A", .additional = opt(0, "abc")}), "rdata-length"},
};

TEST(DecodeMessage, DamageIsRefusedWithItsReason) {
  for (const BadRow& row : kBadRows) {
    SCOPED_TRACE(row.says);
    const Result<Message> message = decode_message(row.bytes);
    ASSERT_FALSE(message.ok());
    EXPECT_EQ(message.error().code, row.error);
    EXPECT_LE(message.error().position, row.bytes.size());
  }
}

// A pointer is two bytes, and the name that it leads to 255, which as escaped text are a thousand.
TEST(DecodeMessage, NamesAreLimitedTogether) {
  std::string name;
  for (const unsigned length : {63U, 63U, 63U, 61U}) name += u8(length) + std::string(length, '\x01');
  name += u8(0);
  std::string many;
  for (int i = 0; i < 300; ++i) many += "\xC0\x0C" + u16(2) + u16(1) + u32(60) + u16(2) + "\xC0\x0C";
  const auto with_records = [&](unsigned count) {
    return header(kResponseFlags, 1, 0, count, 0) + name + u16(2) + u16(1) + many;
  };
  EXPECT_TRUE(decode_message(with_records(20)).ok());
  EXPECT_EQ(decode_message(with_records(300)).error().code, "too-long");
  EXPECT_LE(decode_message(with_records(300)).error().position, 2000U) << "it ends where there are too many";
}

TEST(DecodeMessage, KeepsTheFirstExtendedErrors) {
  std::string options;
  for (unsigned i = 0; i < 1000; ++i) options += u16(15) + u16(2) + u16(i);
  const Result<Message> message = decode_message(reply({.asked = "abc.com A", .additional = opt(0, options)}));
  ASSERT_TRUE(message.ok());
  ASSERT_EQ(message.value().errors.size(), kMaxExtendedErrors);
  EXPECT_EQ(message.value().errors.back().code, kMaxExtendedErrors - 1);
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
