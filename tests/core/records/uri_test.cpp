#include "records/uri.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(Uri, HasASchemeAndOfThreeSchemesAHost) {
  EXPECT_EQ(parse_uri("mailto:dmarc@ABC.example"), (Uri{"mailto", "abc.example"}));
  EXPECT_EQ(parse_uri("MAILTO:a@abc.example?subject=x@y"), (Uri{"mailto", "abc.example"}));
  EXPECT_EQ(parse_uri("https://abc.example:8443/logo.svg?a#b"), (Uri{"https", "abc.example"}));
  EXPECT_EQ(parse_uri("tel:+86-10"), (Uri{"tel", ""})) << "valid, and of no use here";
}

TEST(Uri, IsNothingWhereItIsNone) {
  for (const char* text : {"", ":", "mailto:", "a@abc.example", "mailto:abc.example", "mailto:@abc.example", "1x:y",
                           "https:abc.example", "https:///x", "https://abc_def", "mailto:a b@abc.example",
                           "mailto:a@abc.example,b@abc.example", "ma\xC3\xA9l:x"}) {
    EXPECT_FALSE(parse_uri(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace alimail
