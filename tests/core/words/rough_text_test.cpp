// Text as people really paste it: HTML source, other writing directions, slips, both scripts, several complaints at
// once.
#include "reader.h"

namespace alimail::words_test {
namespace {

constexpr Row kRough[] = {
    {"<html><body><p>my account is <b>frozen</b></p></body></html>", "account-frozen"},
    {"<div>login&nbsp;page</div><div>does not open</div>", "login-page-fails"},
    {"Reported by <frozen@abc.com>", kSilent},
    {"مرحبا my account is frozen \xE2\x80\x8F", "account-frozen"},
    {"😡😡 邮件发不出去 😡", "cannot-send"},
    {"my acount is frozzen, no, froozen", "account-frozen"},
    {"帳號被凍結", "account-frozen"},
    {"登陆页面打不开", "login-page-fails"},
    {"\x01\x02\xFF\xFE", kSilent},
    {"a", kSilent},
};

constexpr Row kSeveral[] = {
    {"I can't send anything, and the old mail is gone too, and outlook fails with an error",
     "cannot-send old-mail-unavailable elsewhere.client"},
    {"客户的邮箱没问题，是我的账号被冻结了", "account-frozen"},
    {"the message is not authenticated: DMARC fails", "authentication-fails"},
};

TEST(RoughText, IsReadLikeCleanText) {
  expect_rows(kRough);
  expect_rows(kSeveral);
}

TEST(RoughText, OfTenThousandLinesIsRead) {
  std::string lines;
  for (int i = 0; i < 10000; ++i) lines += "x\n";
  EXPECT_EQ(keys_of(lines + "AccountFrozen"), full("account-frozen"));
}

}  // namespace
}  // namespace alimail::words_test
