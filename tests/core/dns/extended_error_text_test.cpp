#include "dns/extended_error_text.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(ExtendedErrorText, IsReadFromAComment) {
  const std::optional<ExtendedError> error = read_comment_error("EDE(9): DNSKEY Missing no SEP");
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, 9);
  EXPECT_EQ(error->text, "DNSKEY Missing no SEP");
  for (const char* text :
       {"", "EDE", "EDE(", "EDE()", "EDE(x)", "EDE(9", "EDE(70000): x", "Response from 192.0.2.1."}) {
    EXPECT_FALSE(read_comment_error(text).has_value()) << text;
  }
}

TEST(ExtendedErrorText, IsReadFromTheLinesOfAnOptRecord) {
  const auto errors = read_opt_text_errors(";; OPT\n; EDE: 9 (DNSKEY Missing): (no SEP)\n; EDE: 22\nEDE: x\n");
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].code, 9);
  EXPECT_EQ(errors[0].text, "no SEP");
  EXPECT_EQ(errors[1].code, 22);
  EXPECT_EQ(errors[1].text, "");
  EXPECT_TRUE(read_opt_text_errors("").empty());
}

}  // namespace
}  // namespace alimail
