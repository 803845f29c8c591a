// Connections that fail, as programs print them: their port and whose server it is.
#include "bounces/connections.h"

#include <algorithm>

#include "bounces/beside_words.h"
#include "reader.h"

namespace alimail::bounces_test {
namespace {

// The keys of connection.* and elsewhere.* without their families, in their order.
std::string connection_in(std::string_view text) {
  std::string keys;
  for (const Finding& finding : found_in(text)) {
    if (finding.key.starts_with("connection.")) keys += finding.key.substr(10);
    if (finding.key.starts_with("elsewhere.")) keys += finding.key.substr(9);
  }
  return keys;
}

constexpr Row kFailures[] = {
    // Java, Python, Node, Go, PHP, Ruby, Perl, C#
    {"MessagingException: Could not connect to SMTP host: smtp.qiye.aliyun.com, port: 25, response: -1",
     ".failed.documented-server.port-25"},
    {"smtplib.SMTP('smtp.mxhichina.com', 25)\nTimeoutError: [Errno 110] Connection timed out",
     ".failed.documented-server.port-25"},
    {"Error: connect ECONNREFUSED 192.0.2.7:465 { code: 'ESOCKET', command: 'CONN' }", ".failed.port-465"},
    {"dial tcp 192.0.2.7:25: i/o timeout", ".failed.port-25"},
    {"stream_socket_client(): unable to connect to ssl://smtp.sg.aliyun.com:465 (Connection timed out)",
     ".failed.documented-server.port-465"},
    {"Net::OpenTimeout: connection to \"smtp.abc.example\" port 587 timed out", ".failed.own-server.port-587"},
    {"at ./send.pl line 25: connect to smtp.abc.example port 465 failed", ".failed.own-server.port-465"},
    {"SocketException (10060): did not properly respond 192.0.2.7:25", ".failed.port-25"},
    {"connect ECONNREFUSED 127.0.0.1:587", ".failed.local-server"},
    {"connect ECONNREFUSED ::1:25", ".failed.local-server"},
    {"getaddrinfo ENOTFOUND smtp.qiye.aliyun.com", ".name-unknown.documented-server"},
    {"php_network_getaddresses: getaddrinfo for smtp.abc.example failed", ".name-unknown.own-server"},
    // servers and tools
    {"postfix/smtp[7]: connect to smtp.qiye.aliyun.com[192.0.2.7]:587: Connection timed out",
     ".failed.documented-server.port-587"},
    {"telnet smtp.qiye.aliyun.com 25\nTrying 192.0.2.7...\ntelnet: Unable to connect to remote host",
     ".failed.documented-server.port-25"},
    // people
    {"port 25 fails, 465 works", ".failed.port-25"},
    {"25端口不通", ".failed.port-25"},
    {"smtp.qiye.aliyun.com:465 连接超时", ".failed.documented-server.port-465"},
    // another provider's
    {"unable to connect to smtp.gmail.com:587 (Connection timed out)", ".other-provider"},
    {"smtp.exmail.qq.com:465 connection refused", ".other-provider"},
};

constexpr Row kNoFailures[] = {
    {"", ""},
    {"connection timed out", ""},
    {"mail.abc.example:443 connection refused", ""},
    {"connect ECONNREFUSED 127.0.0.1:3306", ""},
    {"connect ETIMEDOUT 192.0.2.7:6379", ""},
    {"timeout at main.go:25", ""},
    {"Timeout (Mailer.java:25)", ""},
    {"timeout in app.js:25:10", ""},
    {"Mon, 25 Nov 2026 timeout", ""},
    {"[Errno 110] Connection timed out", ""},
    {"we sent 25 mails, 3 failed", ""},
    {"version 2.5.25 failed", ""},
    {"postfix/smtp[7]: connect to mx.def.test[192.0.2.7]:25: Connection timed out", ""},
    {"status=deferred (connect to mx.def.test[192.0.2.7]:25: Connection refused)", ""},
};

TEST(Connection, ThatFailsIsReadWithItsPortAndServer) {
  for (const Row& row : kFailures) EXPECT_EQ(connection_in(row.text), row.keys) << row.text;
}

TEST(Connection, IsNotReadFromOtherNumbersAndServers) {
  for (const Row& row : kNoFailures) EXPECT_EQ(connection_in(row.text), row.keys) << row.text;
}

TEST(Connection, IsReadAtEveryTruncation) {
  for (const Row& row : kFailures) {
    for (std::size_t size = 0; size <= row.text.size(); ++size) expect_slices(row.text.substr(0, size));
  }
}

TEST(Connection, IsFoundAmongMany) {
  std::string log;
  for (int i = 0; i < 400; ++i) log += "connect to mx.def.test: timeout\n";
  EXPECT_EQ(connection_in(log + "connect to smtp.qiye.aliyun.com:25: Connection timed out\n"),
            ".failed.documented-server.port-25");
}

// What remains of these findings from words beside the text.
std::string beside(std::string_view text, std::vector<std::pair<std::string, std::string>> words) {
  std::vector<Finding> findings;
  for (auto& [key, slice] : words)
    findings.push_back({key, Severity::Info, {{"matched", std::vector<std::string>{slice}}}, ""});
  add_machine_text(findings, read_machine_text(text, "abc.example", replies(), provider()), text, provider());
  std::string keys;
  for (const Finding& finding : findings) {
    const bool from_words =
        std::any_of(words.begin(), words.end(), [&](const auto& each) { return each.first == finding.key; });
    if (from_words) keys += (keys.empty() ? "" : " ") + finding.key;
  }
  return keys;
}

TEST(MachineText, ComesBeforeWhatItsWordsLookLike) {
  constexpr std::string_view kLog =
      "postfix/smtp[7]: to=<x@def.test>, status=deferred (connect to mx.def.test[192.0.2.7]:25: Connection timed out)";
  EXPECT_EQ(beside(kLog, {{"elsewhere.client", "smtp"}, {"words.timeout", "timed out"}}), "");
  EXPECT_EQ(beside("535 5.7.8 authentication failed", {{"elsewhere.bounce", "5.7.8"}}), "");
  EXPECT_EQ(beside("550 5.2.1 this account is disabled", {{"words.account-disabled", "account is disabled"}}), "");
  EXPECT_EQ(beside("535 authentication failed at smtp.gmail.com", {{"elsewhere.client", "smtp.gmail.com"}}), "");
}

TEST(MachineText, LeavesWhatThePersonSays) {
  const std::string log = "The login page took too long.\n550 5.1.1 <x@def.test>: user unknown, connection timed out";
  EXPECT_EQ(beside(log, {{"words.timeout", "took too long"}}), "words.timeout");
  EXPECT_EQ(beside(log, {{"words.timeout", "timed out"}}), "");
  EXPECT_EQ(beside(log, {{"words.is-administrator", "x"}}), "words.is-administrator");
  EXPECT_EQ(beside("no machine text", {{"elsewhere.client", "machine"}}), "elsewhere.client");
}

}  // namespace
}  // namespace alimail::bounces_test
