#include "names/typed.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Typed, IsCutOutOfWhatIsAroundIt) {
  for (const char* text : {"abc.com", " ABC.com. ", "\"abc.com\"", "https://abc.com/x?y", "abc.com:8443", "z@abc.com",
                           "Zhang San <z@abc.com>",
                           "abc\xE3\x80\x82"
                           "com",
                           "\xEF\xBD\x81"
                           "bc.com"}) {
    EXPECT_EQ(cut_out(text).host, "abc.com") << text;
  }
  EXPECT_TRUE(cut_out("https://abc.com").is_url);
  EXPECT_TRUE(cut_out("z@abc.com").is_address);
  EXPECT_TRUE(cut_out("[::1]").is_ip_literal);
  EXPECT_TRUE(cut_out(" \t").blank);
}

}  // namespace
}  // namespace alimail
