#include "bounces/codes.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

std::string codes_of(std::string_view text) {
  const Codes codes = codes_in(text, 0, text.size());
  return codes.basic + "/" + codes.enhanced;
}

TEST(Codes, AreTheLastOfAReply) {
  EXPECT_EQ(codes_of("550 5.1.1 user unknown"), "550/5.1.1");
  EXPECT_EQ(codes_of("421 busy, then 550 no"), "550/");
  EXPECT_EQ(codes_of("status: 4.4.7"), "/4.4.7");
  EXPECT_EQ(codes_in("said: 554 no", 0, 12).begin, 6U);
}

TEST(Codes, AreNoneWithinOtherNumbers) {
  for (const char* text : {"", "5", "55", "1550", "5500", "550x", "x550", "550@abc.example", "192.0.2.550", "550.1",
                           "port 443", "580", "mail:465"}) {
    EXPECT_EQ(codes_of(text), "/") << text;
  }
  for (const char* text : {"5.1", "5.1.", "5.1.1234", "5.1.1.1", "5.1.1a", "5"})
    EXPECT_EQ(enhanced_at(text), "") << text;
}

}  // namespace
}  // namespace alimail
