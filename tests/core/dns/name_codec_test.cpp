// Names in wire form and as text. RFC 1035 sections 3.1, 4.1.4 and 5.1.
#include "dns/name_codec.h"

#include <gtest/gtest.h>

#include "wire_builder.h"

namespace alimail {
namespace {

using dns_test::u16;
using dns_test::u8;

struct TextRow {
  std::string typed;
  std::string name;   // the canonical form
  std::string error;  // or the reason for the refusal
};

std::string label(std::size_t length) {
  return std::string(length, 'a');
}

const std::vector<TextRow> kTextRows{
    // silent
    {"abc.com", "abc.com", ""},
    {"abc.com.", "abc.com", ""},
    {"Mail.ABC.Com", "mail.abc.com", ""},
    {".", "", ""},
    {"", "", ""},
    {"_dmarc.abc.com", "_dmarc.abc.com", ""},
    {"xn--fiqs8s.cn.", "xn--fiqs8s.cn", ""},
    {"*.abc.com", "*.abc.com", ""},
    {"host\\.master.abc.com", "host\\.master.abc.com", ""},
    {"back\\\\slash.com", "back\\\\slash.com", ""},
    {"a\\032b.com", "a\\032b.com", ""},
    {"a b.com", "a\\032b.com", ""},
    {"\\065bc.com", "abc.com", ""},
    {"\\abc.com", "abc.com", ""},
    {"\xC3\xA9.com", "\\195\\169.com", ""},
    {label(63) + ".com", label(63) + ".com", ""},
    {label(63) + "." + label(63) + "." + label(63) + "." + label(61),
     label(63) + "." + label(63) + "." + label(63) + "." + label(61), ""},
    // trouble
    {"..", "", "empty-label"},
    {"a..b", "", "empty-label"},
    {".abc.com", "", "empty-label"},
    {label(64) + ".com", "", "label-length"},
    {label(63) + "." + label(63) + "." + label(63) + "." + label(62), "", "name-length"},
    {"abc\\", "", "escape"},
    {"abc\\25", "", "escape"},
    {"abc\\2x5", "", "escape"},
    {"abc\\256", "", "escape"},
};

TEST(NameCodec, EveryWayToWriteANameGivesItsOneCanonicalForm) {
  for (const TextRow& row : kTextRows) {
    SCOPED_TRACE(row.typed);
    const Result<std::string> name = canonical_name(row.typed);
    ASSERT_EQ(name.ok(), row.error.empty());
    if (name) {
      EXPECT_EQ(name.value(), row.name);
      EXPECT_EQ(canonical_name(name.value()).value(), row.name) << "canonical is canonical";
    } else {
      EXPECT_EQ(name.error().code, row.error);
    }
  }
}

TEST(NameCodec, TruncationsOfATextNeverCrashAndStayWithinTheLimits) {
  for (const TextRow& row : kTextRows) {
    for (std::size_t size = 0; size < row.typed.size(); ++size) {
      const Result<std::string> wire = encode_name(std::string_view(row.typed).substr(0, size));
      if (wire) {
        EXPECT_LE(wire.value().size(), kMaxNameBytes);
      }
    }
  }
}

struct WireRow {
  const char* says;
  std::string bytes;
  std::size_t at;
  std::string name;
  std::size_t next;
  std::string error;
};

std::string pointer(unsigned offset) {
  return u16(0xC000U | offset);
}

// A label at offset 0, followed by pointers that each refer to the previous one.
std::string pointer_chain(unsigned pointers) {
  std::string wire = u8(1) + "a" + u8(0);
  for (unsigned i = 0; i < pointers; ++i) wire += pointer(i == 0 ? 0 : 3 + 2 * (i - 1));
  return wire;
}

const std::vector<WireRow> kWireRows{
    // silent
    {"the root", u8(0), 0, "", 1, ""},
    {"two labels", dns_test::wire_name("abc.com"), 0, "abc.com", 9, ""},
    {"upper case", dns_test::wire_name("ABC.Com"), 0, "abc.com", 9, ""},
    {"a pointer to a name before", dns_test::wire_name("com") + u8(3) + "abc" + pointer(0), 5, "abc.com", 11, ""},
    {"a dot inside a label", u8(3) + "a.b" + u8(0), 0, "a\\.b", 5, ""},
    {"a label of control bytes", u8(2) + "\n\x7F" + u8(0), 0, "\\010\\127", 4, ""},
    {"as many pointers as are followed", pointer_chain(127), 3 + 2 * 126, "a", 3 + 2 * 127, ""},
    // trouble
    {"no bytes", "", 0, "", 0, "short-name"},
    {"no root label", u8(3) + "abc", 0, "", 0, "short-name"},
    {"a label cut short", u8(9) + "abc", 0, "", 0, "short-name"},
    {"half a pointer", u8(1) + "a" + u8(0xC0), 0, "", 0, "short-name"},
    {"a pointer to itself", pointer(0), 0, "", 0, "name-loop"},
    {"a pointer into its own labels", u8(1) + "a" + pointer(0), 0, "", 0, "name-loop"},
    {"a pointer forward", pointer(2) + u8(0), 0, "", 0, "name-loop"},
    {"a pointer past the end", pointer(99), 0, "", 0, "name-loop"},
    {"two that point at each other", pointer(2) + pointer(0), 2, "", 0, "name-loop"},
    {"more pointers than labels can be", pointer_chain(128), 3 + 2 * 127, "", 0, "name-loop"},
    {"label type 01", u8(0x41) + "abc" + u8(0), 0, "", 0, "label-type"},
    {"label type 10", u8(0x81) + "abc" + u8(0), 0, "", 0, "label-type"},
};

TEST(NameCodec, NamesOnTheWireAreReadOrRefusedWithAReason) {
  for (const WireRow& row : kWireRows) {
    SCOPED_TRACE(row.says);
    const Result<DecodedName> name = decode_name(row.bytes, row.at, row.bytes.size());
    ASSERT_EQ(name.ok(), row.error.empty());
    if (name) {
      EXPECT_EQ(name.value().name, row.name);
      EXPECT_EQ(name.value().next, row.next);
    } else {
      EXPECT_EQ(name.error().code, row.error);
    }
    for (std::size_t size = row.at; size < row.bytes.size(); ++size) {
      const Result<DecodedName> cut = decode_name(std::string_view(row.bytes).substr(0, size), row.at, size);
      if (cut) {
        EXPECT_LE(cut.value().next, size);
      }
    }
  }
}

TEST(NameCodec, ANameOf255BytesPassesAndOneOf256DoesNot) {
  const std::string most = label(63) + "." + label(63) + "." + label(63) + ".";
  const std::string longest = dns_test::wire_name(most + label(61));
  ASSERT_EQ(longest.size(), kMaxNameBytes);
  EXPECT_TRUE(decode_name(longest, 0, longest.size()).ok());
  const std::string longer = dns_test::wire_name(most + label(62));
  EXPECT_EQ(decode_name(longer, 0, longer.size()).error().code, "name-length");
}

TEST(NameCodec, ANameDoesNotReadPastTheEndItIsGiven) {
  const std::string wire = dns_test::wire_name("abc.com");
  EXPECT_EQ(decode_name(wire, 0, wire.size() - 1).error().code, "short-name");
}

}  // namespace
}  // namespace alimail
