// Sentences about mail that others distrust: SPF, DKIM, DMARC, and own mail that recipients find in spam.
#include "reader.h"

namespace alimail::words_test {
namespace {

constexpr Row kSilentOnes[] = {
    {"how do I publish an SPF record", kSilent}, {"what is the DMARC record of Alibaba Mail", kSilent},
    {"spf=pass dkim=pass dmarc=pass", kSilent},  {"the spf check did not fail", kSilent},
    {"junk lands in my spam folder", kSilent},   {"怎么设置SPF", kSilent},
    {"我的垃圾箱里有很多邮件", kSilent},
};

constexpr Row kDistrusted[] = {
    {"SPF check failed", "authentication-fails elsewhere.bounce"},
    {"554 Reject by behaviour spam at Rcpt State(Connection IP address:1.2.3.4)ANTISPAM_BAT: spf check failed "
     "[CONTINUE]",
     "authentication-fails elsewhere.bounce"},
    {"550-5.7.26 This mail has been blocked because the sender is unauthenticated",
     "authentication-fails elsewhere.bounce"},
    {"550 5.7.515 Access denied, sending domain abc.com does not meet the required authentication level",
     "authentication-fails elsewhere.bounce"},
    {"550-5.7.26 The MAIL FROM domain [abc.com] has an SPF record with a hard fail policy (-all)",
     "authentication-fails elsewhere.bounce"},
    {"it fails to pass SPF checks with the ip: [192.0.2.1]", "authentication-fails"},
    {"spf=softfail dkim=none", "authentication-fails"},
    {"we have no SPF record", "authentication-fails"},
    {"our emails go to spam", "authentication-fails"},
    {"our mail ends up in their spam folder", "authentication-fails"},
    {"SPF验证失败", "authentication-fails"},
    {"发出的邮件都进垃圾箱", "authentication-fails"},
    {"我们的邮件被对方判为垃圾邮件", "authentication-fails"},
};

TEST(AuthenticationWords, IgnoreQuestionsAndIncomingSpam) {
  expect_rows(kSilentOnes);
}

TEST(AuthenticationWords, AreReadInsideAndOutsideOfABounce) {
  expect_rows(kDistrusted);
}

TEST(AuthenticationWords, AreReadAtEveryTruncation) {
  expect_total(kSilentOnes);
  expect_total(kDistrusted);
}

}  // namespace
}  // namespace alimail::words_test
