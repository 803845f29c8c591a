// Every known reply and message of Alibaba Mail, DirectMail and the receivers, and similar texts that are none.
#include <chrono>
#include <random>

#include "reader.h"

namespace alimail::bounces_test {
namespace {

constexpr Row kAlibaba[] = {
    {"440 mail from account doesn't conform with authentication (Auth Account:a@abc.example|Mail "
     "Account:b@abc.example)",
     "sender-mismatch"},
    {"smtplib.SMTPSenderRefused: (440, b'mail from account doesn’t conform with authentication')", "sender-mismatch"},
    {"450 \"MAIL FROM\" mailbox unavailable", "sender-unusable"},
    {"454 Transient reject by behaviour spam at Rcpt State(Connection IP "
     "address:192.0.2.7)ANTISPAM_BAT[01201311R196d]: too frequently sending",
     "too-frequent"},
    {"554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.7)ANTISPAM_BAT[01201311R196d]: too "
     "frequently sending",
     "too-frequent"},
    {"554 Reject by behaviour spam at DATA State: much too frequently sending", "too-frequent"},
    {"554 Reject by behaviour spam: currently unexpected sending", "too-frequent"},
    {"501 \"MAIL FROM\" is non-local account", "sender-not-local"},
    {"502 Mailfrom account is a local account", "sent-direct-to-mx"},
    {"503 Rcptto account isn't a local account", "recipient-not-local"},
    {"504 the number of RCPT attempts is achieved the maximum threshold", "rcpt-limit"},
    {"505 the total of RCPTs is achieved the maximum threshold", "rcpt-limit"},
    {"510 The length of DATA content is achieved the maximum threshold", "message-too-large"},
    {"510 The length of Attach is achieved the maximum threshold", "attachment-too-large"},
    {"510 The number of attachments is achieved the maximum threshold", "too-many-attachments"},
    {"523 cipher text is invalid base64 format", "auth-garbled"},
    {"524 username or passwd is NULL", "auth-empty"},
    {"526 Authentication failure[0]", "auth-failed"},
    {"javax.mail.AuthenticationFailedException: 526 Authentication failure[0]", "auth-failed"},
    {"526 Authentication failure", "auth-failed"},
    {"526 Authentication failure[1]", "auth-too-often"},
    // the number need not be next to the text
    {"smtplib.SMTPAuthenticationError: (526, b'Authentication failure[0]')", "auth-failed"},
    {"smtplib.SMTPAuthenticationError: (526, b'Authentication failure[1]')", "auth-too-often"},
    {"(code: 526, msg: Authentication failure[0])", "auth-failed"},
    {"Password command failed Detail: Authentication failed SMTP code: 526", "auth-failed"},
    {"Authentication unsuccessful, responseCode: 535", "auth-failed-generic"},
    {"535 Error: Username and password do not match", "auth-failed-generic"},
    {"553 Mail from must equal authorized user", "sender-mismatch"},
    {"501 mail from address must be same as authorization user", "sender-mismatch"},
    {"535 Error: authentication failed", "auth-failed-generic"},
    {"535 5.7.8 Authentication credentials invalid", "auth-failed-generic"},
    {"541 This account isn't allowed to send email", "send-not-allowed"},
    {"542 This account isn't allowed to receive email", "receive-not-allowed"},
    {"550 User has no permission", "external-sending-off"},
    {"550-5.7.1 external sending disabled", "external-sending-off"},
    {"Your mailbox account is blocked by the administrator from sending emails to external domains.",
     "external-sending-off"},
    {"Permission for sending emails to external domains is disabled", "external-sending-off"},
    {"551 virus infected mail rejected", "virus"},
    {"552 mailbox is full", "mailbox-full"},
    {"553 \"RCPT TO\" mailbox unavailable", "mailbox-unavailable"},
    {"554 RCPT (lisi@abc.example) dosn't exist", "recipient-unknown"},
    {"554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.7)ANTISPAM_BAT[012]: spf check failed "
     "[CONTINUE]",
     "spf-failed"},
    {"554 Reject by behaviour spam at Rcpt State: bad sending", "bad-reputation"},
    {"554 Reject by behaviour spam at Rcpt State: list on rbl sites", "bad-reputation"},
    {"554 Reject by behaviour spam at DATA State: broken the antispam rules", "antispam-rules"},
    {"554 Reject by behaviour spam at DATA State(Connection IP address:192.0.2.7)", "antispam-rules"},
    {"554 Reject by content spam at DATA State", "content-spam"},
    {"(13)ESO_LOCAL_SPAM: spamed by local spam engine", "local-spam"},
    {"You are not allowed to send emails to the account", "recipient-blacklist"},
    {"auditor does not approve to send this email", "audit-refused"},
    {"this user doesn't have a e-mail account", "no-email-account"},
    {"Your email address is frozen or deleted. Contact the postmaster for help.", "frozen-or-deleted"},
    {"您的帐号已被冻结或已注销，请联邮箱管理员处理", "frozen-or-deleted"},
    {"too many password errors, please try again in 1 hour", "locked-passwords"},
    {"The number of password errors is too many. The current account has been forbidden to log in", "locked-passwords"},
    {"密码错误过多，请1小时后重试", "locked-passwords"},
    {"UC_OPER_NO_PERMISSION", "uc-no-permission"},
    {"[AUTH] UC_LOGIN_SOURCE_NOT_ALLOWED", "uc-source-not-allowed"},
    {"NO LOGIN UC_CLIENT_NON_SSL", "uc-non-ssl"},
    {"System error 209", "error-209"},
    {"该地址的域名可能不存在，请点击图标进行修改", "compose-domain-missing"},
    {"收件人地址不存在", "compose-recipient-missing"},
    {"收件人含有错误的地址，请检查修改或删除后继续", "compose-syntax"},
    {"发件人地址错误", "compose-sender-wrong"},
    {"抱歉，可能导致了未知错误，请过5分钟后再尝试刷新页面。或者联系贵公司的邮箱管理员处理。", "session-expired"},
};

constexpr Row kDirectMail[] = {
    {"526 No data by dns resolve", "directmail"},
    {"524 Host not found by dns resolve", "directmail"},
    {"423 Dns resolve error", "directmail"},
    {"427 unreachable host", "directmail"},
    {"504 Invalid setting", "directmail"},
    {"551 Main account unavailable", "directmail"},
    {"552 daily quota exceeded", "directmail"},
    {"556 RCPT count", "directmail"},
    {"557 DATA size", "directmail"},
    {"559 Invalid rcptto", "directmail"},
    {"561 honeypot", "directmail"},
    {"563 personal invalid list", "directmail"},
};

constexpr Row kReceivers[] = {
    {"550 5.1.1 <x@abc.test>: Recipient address rejected: User unknown", "recipient-unknown"},
    {"550 No such user", "recipient-unknown"},
    {"550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help", "recipient-unknown"},
    {"550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?id=20022", "receiver-spam"},
    {"Sorry, I couldn't find any host named abc.test. (#5.1.2)\n550 5.1.2", "host-not-found"},
    {"552 Message size exceeds fixed limit", "message-too-large"},
    {"552 5.2.2 Quota exceeded (mailbox for user is full)", "recipient-full"},
    {"452 4.2.2 The email account that you tried to reach is over quota.", "recipient-full"},
    {"450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents", "receiver-rate"},
    {"550-5.7.26 This mail has been blocked because the sender is unauthenticated.", "unauthenticated"},
    {"550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. - gsmtp", "unauthenticated"},
    {"550 5.7.515 Access denied, sending domain abc.example does not meet the required authentication level.",
     "unauthenticated"},
    {"550 5.7.509 Access denied, sending domain [ABC.EXAMPLE] does not pass DMARC verification", "unauthenticated"},
    {"550 The \"From\" header is missing or invalid. Please follow RFC5322. https://service.mail.qq.com/detail/124/995",
     "from-header-invalid"},
    {"554 DT:SPM 163 smtp5,D8CowAD3", "receiver-spam"},
    {"451 MI:SFQ 163 mx27", "receiver-rate"},
    {"421 HL:REP 163 smtp10", "receiver-reputation"},
    {"550 5.7.606 Access denied, banned sending IP [192.0.2.7]", "receiver-reputation"},
    {"554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org", "receiver-reputation"},
    {"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", "recipient-unknown"},
    {"550 5.2.1 The email account that you tried to reach is disabled.", "recipient-frozen"},
    {"550 5.7.1 Message rejected by policy", "receiver-policy"},
    {"550 failed to meet SPF requirements", "unauthenticated"},
    {"550 5.7.1 Unauthenticated mail not allowed from this range", "unauthenticated"},
    {"552 5.2.2 quota exceeded", "recipient-full"},
    {"554 5.7.1 [HM07] Message rejected due to local policy: it fails authentication checks", "unauthenticated"},
    {"550 5.7.40 Your email has been blocked because the sending domain has no DMARC record", "unauthenticated"},
    {"550 Mailbox unavailable or access denied. The recipient may contain a non-existent account", "recipient-unknown"},
    {"550 Mail is rejected by recipients", "recipient-blacklist"},
    {"550 5.4.310 DNS domain def.test does not exist [Message=InfoDomainNonexistent]", "host-not-found"},
    {"450 4.7.1 Greylisting in action, please come back later", "receiver-rate"},
    {"554 HL:IPB 163 mx3", "receiver-reputation"},
    {"421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit", "receiver-rate"},
    {"Address not found\nThe response was:\n550-5.7.26 This mail is unauthenticated", "unauthenticated"},
};

constexpr Row kSilent[] = {
    {"", ""},
    {"526", ""},
    {"503", ""},
    {"554", ""},
    {"error 526", ""},
    {"Error 526 Invalid SSL certificate", ""},
    {"503 Service Unavailable nginx", ""},
    {"HTTP 503: upstream connection timed out", ""},
    {"SMTP connection test successful", ""},
    {"curl: (28) Failed to connect to mail.acme.example port 443: Connection timed out", ""},
    {"mail.acme.example:465: Connection refused", ""},
    {"HTTP 503 when I open the page", ""},
    {"503 Bad sequence of commands", ""},
    {"ABC-526 was closed in Jira", ""},
    {"call 526-440-5411", ""},
    {"电话 0571-5264405", ""},
    {"it costs 552 yuan", ""},
    {"iOS 5.1.1 does not sync", ""},
    {"Postfix 5.7.1 was installed", ""},
    {"version 4.2.2 of the app", ""},
    {"no such user when I log in", ""},
    {"user not found", ""},
    {"my mailbox is full", ""},
    {"邮箱满了", ""},
    {"over quota", ""},
    {"the login page does not open", ""},
    {"登录页打不开", ""},
    {"我的账号被冻结了", ""},
    {"2026-11-23 08:00:00 GET /index.php 504 0.002", ""},
    {"GET /mail HTTP/1.1 421", ""},
    {"500 5.5.5.5 times", ""},
    {"10.5.1.1 is our gateway", ""},
    {"route 440 to the airport", ""},
    {"the policy of our company", ""},
    {"we were blacklisted by a customer", ""},
    {"access denied on qiye.aliyun.com", ""},
    {"sent 450 mails today", ""},
    {"我们今天发了554封邮件", ""},
    {"Rcptto", ""},
    {"authentication failed", ""},
    {"535 people work here", ""},
    {"551 mails in the folder", ""},
    {"my password is frozen in time 541", ""},
    {"DNS resolve error", ""},
    {"mail from our boss did not come", ""},
    {"room 556, RCPT", ""},
    {"the connection timed out", ""},
    {"域名解析不了", ""},
    {"spam everywhere", ""},
    {"a virus was found on my PC", ""},
    {"too many recipients?", ""},
    {"帐号冻结", ""},
    {"we sent 450 mails and the portal says access denied", ""},
    {"there are 500 of us, 421 of them in Hangzhou, and the new rule about working hours and policy is: no such user",
     ""},
    {"error code: 209", ""},
    {"收件人", ""},
    {"地址错误", ""},
};

template <std::size_t N>
void expect_total(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    for (std::size_t size = 0; size <= row.text.size(); ++size) expect_slices(row.text.substr(0, size));
  }
}

TEST(Replies, OfAlibabaMailAreNamed) {
  expect_rows(kAlibaba);
}

TEST(Replies, OfDirectMailAreNotTakenForThoseOfAlibabaMail) {
  expect_rows(kDirectMail);
  EXPECT_EQ(arg_of("526 No data by dns resolve", "code.directmail", "meaning"), "no-data");
}

TEST(Replies, OfReceiversAreNamed) {
  expect_rows(kReceivers);
  EXPECT_EQ(arg_of("554 DT:SPM 163 smtp5", "code.receiver-spam", "provider"), "netease");
  EXPECT_EQ(arg_of("550-5.7.26 sender is unauthenticated. - gsmtp", "code.unauthenticated", "provider"), "google");
  EXPECT_EQ(arg_of("550 5.7.515 Access denied", "code.unauthenticated", "provider"), "microsoft");
  EXPECT_EQ(arg_of("550 5.7.1 blocked using bl.abc.test", "code.receiver-reputation", "provider"), "unknown");
}

TEST(Replies, DoNotIncludeANumberAlone) {
  expect_rows(kSilent);
}

TEST(Replies, HaveTheirCodes) {
  EXPECT_EQ(arg_of("552 mailbox is full", "code.mailbox-full", "code"), "552");
  EXPECT_EQ(arg_of("550-5.1.1 no such user", "code.recipient-unknown", "enhanced"), "5.1.1");
  EXPECT_EQ(arg_of("454 Transient reject: too frequently sending", "code.too-frequent", "code"), "454");
}

TEST(Replies, AreReadAtEveryTruncation) {
  expect_total(kAlibaba);
  expect_total(kReceivers);
}

TEST(Replies, MayBeAnyBytes) {
  std::mt19937 random(5);
  constexpr std::string_view kParts[] = {"550 ",
                                         "5.1.1",
                                         "=\n",
                                         "=3D",
                                         "<",
                                         ">",
                                         "</td>",
                                         "@",
                                         "[",
                                         "] said: ",
                                         "reply:",
                                         "\n",
                                         "\xE9\x80",
                                         "the mta server of ",
                                         " -- ",
                                         "(",
                                         "final-recipient:",
                                         "status:",
                                         "a.b",
                                         " at ",
                                         "'",
                                         "\r\n"};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t parts = random() % 30; parts > 0; --parts)
      text += random() % 5 == 0 ? std::string(1, static_cast<char>(random()))
                                : std::string(kParts[random() % std::size(kParts)]);
    expect_slices(text);
  }
}

// These texts only have to finish, which takes milliseconds in one pass.
TEST(Replies, AreFoundInOnePassWhateverTheTextContains) {
  for (const std::string_view part :
       {"550 5.1.1 ", "user unknown ", "<a ", "@", "a@b.c", "&lt;", "=3D", "\n\n", "] said: ", "the mta server of ",
        "552 mailbox is full\n", "4", "5.5.5.", "rcpt ", "\xE5", "a;", "reply:", "\n<"}) {
    std::string text;
    while (text.size() < 65536) text += part;
    const auto begin = std::chrono::steady_clock::now();
    found_in(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1)) << part;
  }
}

TEST(RepliesFile, HasARuleForEachRow) {
  EXPECT_EQ(replies().matcher.rules.size(), array_or_empty(replies().facts, "rows").size());
}

}  // namespace
}  // namespace alimail::bounces_test
