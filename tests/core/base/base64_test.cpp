#include "base/base64.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace alimail
