#include "pasted/lines.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

TEST(PastedLine, IsBroughtIntoOneForm) {
  EXPECT_EQ(plain_line("  Name :   abc.com\t"), "Name: abc.com");
  EXPECT_EQ(plain_line("> > Address: 192.0.2.1"), "Address: 192.0.2.1");
  EXPECT_EQ(plain_line("Name\xEF\xBC\x9A"
                       "abc.com"),
            "Name: abc.com");
  EXPECT_EQ(plain_line(std::string(100000, 'a')), "");
}

TEST(PastedLine, HoldsNamesAndAddresses) {
  EXPECT_EQ(pasted_name("Mail.ABC.com."), "mail.abc.com");
  for (const char* text : {"", "abc", "abc.", "192.0.2.1", "a b.com", "abc.com!"})
    EXPECT_EQ(pasted_name(text), "") << text;
  EXPECT_EQ(pasted_address("192.0.2.1#53"), "192.0.2.1");
  EXPECT_EQ(pasted_address("FE80::1%5"), "fe80::1");
  EXPECT_EQ(pasted_address("abc.com"), "");
  std::string_view text = "one  two";
  EXPECT_EQ(take_word(text), "one");
  EXPECT_EQ(text, "two");
}

TEST(PastedLine, IsToldByItsForm) {
  PastedWords words;
  add_line_form(words, "name", "Name: {d}");
  add_line_form(words, "MX", "{n} MX preference = {p}, mail exchanger = {d}");
  add_line_form(words, "no-such-meaning", "x");
  Places places;
  ASSERT_NE(form_of(words, "Name: abc.com", places), nullptr);
  EXPECT_EQ(places.data, "abc.com");
  const LineForm* record = form_of(words, "abc.com MX preference = 5, mail exchanger = mx.abc.com", places);
  ASSERT_NE(record, nullptr);
  EXPECT_EQ(record->type, RecordType::Mx);
  EXPECT_EQ(places.preference, "5");
  EXPECT_EQ(form_of(words, "something else", places), nullptr);
  EXPECT_EQ(words.forms.size(), 2U);
}

}  // namespace
}  // namespace alimail
