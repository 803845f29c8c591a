// Parses bounces as programs write them, and in transport encodings.
#include "reader.h"

namespace alimail::bounces_test {
namespace {

constexpr std::string_view kChinese =
    "退信原因 | 收件方地址不存在，或暂时不可用，导致邮件被系统退回。\n\n"
    "解决方案 | 1. 请检查输入的收件方地址是否有误；2. "
    "请联系收件方确认其邮箱使用状态，是否存在过期、被禁用或冻结等情况。\n\n"
    "远程响应 | the mta server of qq.com -- mx3.qq.com(157.255.4.241) reply:550 The \"From\" header is missing or "
    "invalid. Please "
    "follow RFC5322, RFC2047, RFC822 standard protocol. https://service.mail.qq.com/detail/124/995. at 2023-12-30 "
    "19:27:15\n";

TEST(Bounce, OfAlibabaMailIsParsed) {
  EXPECT_EQ(report_of(kChinese),
            "layout=alibaba reporter=Alibaba Mail recipient=qq.com code=550 server=mx3.qq.com ip=157.255.4.241 "
            "time=2023-12-30 19:27:15");
  EXPECT_EQ(keys_of(kChinese), "from-header-invalid");
  EXPECT_EQ(arg_of(kChinese, "code.from-header-invalid", "provider"), "tencent");
  EXPECT_EQ(report_of("Reason: The recipient does not exist.\nReply: the mta server of abc.test -- "
                      "mx.abc.test(192.0.2.4) reply:550 5.1.1 user unknown at Mon, 23 Nov 2026 08:00:00"),
            "layout=alibaba reporter=Alibaba Mail recipient=abc.test code=550 enhanced=5.1.1 server=mx.abc.test "
            "ip=192.0.2.4 time=Mon, 23 Nov 2026 08:00:00");
}

TEST(Bounce, OfAlibabaMailWithoutARemoteReplyGivesItsReason) {
  EXPECT_EQ(arg_of("退信原因：554 Reject by behaviour spam: too frequently sending\n解决方案：请稍后再试",
                   "bounce.report", "text"),
            "554 Reject by behaviour spam: too frequently sending");
}

TEST(Bounce, OfPostfixIsParsed) {
  EXPECT_EQ(report_of("This is the mail system at host out.abc.example.\n\n<x@def.test>: host mx.def.test[192.0.2.9] "
                      "said: 550 5.1.1\n    <x@def.test>: Recipient address rejected (in reply to RCPT TO command)\n"),
            "layout=postfix reporter=out.abc.example recipient=x@def.test code=550 enhanced=5.1.1 server=mx.def.test "
            "ip=192.0.2.9");
}

TEST(Bounce, OfExchangeIsParsed) {
  EXPECT_EQ(report_of("Delivery has failed to these recipients or groups:\n\nx@def.test\n\nGenerating server: "
                      "AB1.prod.outlook.com\n\nx@def.test\nRemote Server returned '550 5.1.10 "
                      "RESOLVER.ADR.RecipientNotFound; not found'\n"),
            "layout=exchange reporter=ab1.prod.outlook.com recipient=x@def.test code=550 enhanced=5.1.10");
}

TEST(Bounce, OfQmailIsParsed) {
  EXPECT_EQ(
      report_of("Hi. This is the qmail-send program at mx4.abc.test.\nI'm afraid I wasn't able to deliver your message "
                "to the following addresses.\n\n<x@def.test>:\n192.0.2.5 does not like recipient.\nRemote host said: "
                "450 4.2.2 <x@def.test>... Mailbox Full\nGiving up on 192.0.2.5.\n"),
      "layout=qmail reporter=mx4.abc.test recipient=x@def.test code=450 enhanced=4.2.2 ip=192.0.2.5");
}

TEST(Bounce, OfEximIsParsed) {
  EXPECT_EQ(
      report_of("This message was created automatically by mail delivery software.\n\nThe following address(es) "
                "failed:\n\n  x@def.test\n    SMTP error from remote mail server after MAIL FROM:<y@abc.example> "
                "SIZE=1543:\n    host mx.def.test [192.0.2.20]: 550 5.7.0 refused\n"),
      "layout=exim recipient=x@def.test sender=y@abc.example code=550 enhanced=5.7.0 server=mx.def.test ip=192.0.2.20");
}

TEST(Bounce, OfGmailIsParsed) {
  EXPECT_EQ(
      report_of(
          "** Address not found **\n\nYour message wasn't delivered to x@def.test because the address couldn't be "
          "found.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n"),
      "layout=gmail recipient=x@def.test code=550 enhanced=5.1.1");
}

constexpr std::string_view kReport =
    "Reporting-MTA: dns; out.abc.example\r\nArrival-Date: Mon, 23 Nov 2026 08:00:00 +0800\r\n\r\nFinal-Recipient: "
    "rfc822; x@def.test\r\n"
    "Action: failed\r\nStatus: 5.2.2\r\nRemote-MTA: dns; mx.def.test\r\nDiagnostic-Code: smtp; 552 5.2.2\r\n mailbox "
    "full\r\nX-Other: y\r\n";

TEST(Bounce, InRfc3464FormIsParsed) {
  EXPECT_EQ(report_of(kReport),
            "layout=rfc3464 reporter=out.abc.example recipient=x@def.test code=552 enhanced=5.2.2 server=mx.def.test "
            "time=Mon, 23 Nov 2026 08:00:00 +0800");
  EXPECT_EQ(arg_of(kReport, "bounce.report", "text"), "552 5.2.2 mailbox full");
  EXPECT_EQ(keys_of(kReport), "recipient-full");
}

TEST(Bounce, MayBeOneQuotedReply) {
  EXPECT_EQ(report_of("it said 550-5.7.26 sender is unauthenticated"), "layout=plain code=550 enhanced=5.7.26");
  EXPECT_EQ(report_of("503 Rcptto account isn't a local account"), "layout=plain code=503");
  EXPECT_EQ(report_of("535 5.7.8 authentication failed"), "");
  EXPECT_EQ(report_of("526 Authentication failure[0]"), "");
  EXPECT_EQ(report_of("login page does not open"), "");
}

TEST(Bounce, IsRecognisedInTransportEncodings) {
  EXPECT_EQ(keys_of("> 550 5.1.1 user\n> unknown"), "recipient-unknown");
  EXPECT_EQ(keys_of("<td>552 mailbox&nbsp;is <b>full</b></td>"), "mailbox-full");
  EXPECT_EQ(keys_of("554 Reject by behaviour spam: too freque=\nntly sending"), "too-frequent");
  EXPECT_EQ(
      report_of("<html><td>=E9=80=80=E4=BF=A1=E5=8E=9F=E5=9B=A0</td><td>554 Reject by content spam=\r\n</td></html>"),
      "layout=alibaba reporter=Alibaba Mail code=554");
  std::string quoted;
  for (const char c : kReport) quoted += c == '\n' ? std::string("\n> ") : std::string(1, c);
  EXPECT_EQ(report_of("> " + quoted), report_of(kReport));
}

// Logs have no "said:" where no server answered.
TEST(Bounce, MayBeALineOfALog) {
  constexpr Row kLines[] = {
      {"postfix/smtp[8]: 4F: to=<x@def.test>, relay=none, status=deferred (connect to mx.def.test[192.0.2.8]:25: "
       "Connection timed out)",
       "not-delivered-in-time"},
      {"postfix/smtp[8]: 4F: to=<x@def.test>, dsn=5.4.4, status=bounced (Host or domain name not found. Name service "
       "error for name=def.test type=MX: Host not found)",
       "host-not-found"},
      {"1rX2aB-0004Qz-1F == x@def.test R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.def.test",
       "not-delivered-in-time"},
      {"sendmail[9]: to=<x@def.test>, stat=Deferred: Connection refused by mx.def.test.", "not-delivered-in-time"},
      {"smtp-out: delivery: to=<x@def.test> stat=\"550 5.1.1 no such user\"", "recipient-unknown"},
      {"delivery 18: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/",
       "not-delivered-in-time"},
      {"[{LED=441 4.4.1 Error: \"Failed to connect. Winsock error code: 10060\"};{FQDN=def.test}]",
       "not-delivered-in-time"},
      {"NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <x@def.test>: Relay access denied", "relay-refused"},
      {"postfix/smtp[8]: 4F: to=<x@def.test>, status=sent (250 2.0.0 OK)", ""},
  };
  expect_rows(kLines);
  EXPECT_EQ(report_of(kLines[0].text), "layout=postfix recipient=x@def.test server=mx.def.test ip=192.0.2.8");
}

TEST(Bounce, OfTheOwnDomainIsAboutItsMx) {
  constexpr std::string_view kLookup = "DNS Error: DNS type 'mx' lookup of abc.example responded with code NXDOMAIN";
  EXPECT_EQ(keys_of(kLookup), "own-domain-missing");
  EXPECT_EQ(keys_of(kLookup, "def.test"), "host-not-found");
  EXPECT_EQ(keys_of(kLookup, ""), "host-not-found");
  EXPECT_EQ(keys_of("550 5.1.2 <x@def.test>: host not found (from me@abc.example)"), "host-not-found");
}

TEST(Bounce, AboutTheRecipientIsNotAboutTheSender) {
  const std::string frozen = std::string("退信原因：该帐号已被冻结或已注销\n") +
                             "远程响应：the mta server of def.test -- mx1.qiye.aliyun.com(192.0.2.6) reply:550 email "
                             "address is frozen or deleted at 2026-11-23 08:00:00";
  EXPECT_EQ(keys_of(frozen), "recipient-frozen");
  EXPECT_EQ(keys_of(frozen, "def.test"), "recipient-frozen");
  EXPECT_EQ(keys_of("您的帐号已被冻结或已注销"), "frozen-or-deleted");
  EXPECT_EQ(arg_of(kReport, "code.recipient-full", "own", "def.test"), "yes");
  EXPECT_EQ(keys_of(kReport, "def.test"), "own-recipient recipient-full");
  EXPECT_EQ(keys_of("the mta server of yahoo.com -- mta5.am0.yahoodns.net(192.0.2.6) reply:552 1 Requested mail action "
                    "aborted, mailbox is full"),
            "recipient-full");
}

TEST(Bounce, OfAStrangerIsNotAboutThePersonsAccount) {
  constexpr std::string_view kStranger =
      "Final-Recipient: rfc822; us@abc.example\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 Reject by behaviour spam: "
      "spf check failed\n\nReturn-Path: <them@def.test>\n";
  EXPECT_EQ(keys_of(kStranger), "foreign-sender");
  EXPECT_EQ(keys_of(kStranger, "def.test"), "spf-failed");
}

TEST(Bounce, IsReadAtEveryTruncation) {
  for (const std::string_view text : {kChinese, kReport}) {
    for (std::size_t size = 0; size <= text.size(); ++size) expect_slices(text.substr(0, size));
  }
}

}  // namespace
}  // namespace alimail::bounces_test
