// host, Resolve-DnsName and ping; several tools in one paste; text that is not output; and the limits.
#include "pasted/rows.h"

namespace alimail::pasted_test {
namespace {

constexpr Row kHost[] = {
    {R"($ host mail.abc.example
mail.abc.example is an alias for qiye.aliyun.com.
qiye.aliyun.com has address 203.0.113.5
qiye.aliyun.com has IPv6 address 2001:db8::5
qiye.aliyun.com mail is handled by 10 mx.aliyun.com.
)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5 | "
     "local mail.abc.example AAAA records qiye.aliyun.com 2001:db8::5 | "
     "local mail.abc.example MX records qiye.aliyun.com 10 mx.aliyun.com"},
    {R"(abc.example mail is handled by 5 mx1.qiye.aliyun.com.)", "local abc.example MX records 5 mx1.qiye.aliyun.com"},
    {R"(Host mail.abc.example not found: 3(NXDOMAIN))", "local mail.abc.example A nxdomain"},
    {R"(Host mail.abc.example not found: 2(SERVFAIL))", "local mail.abc.example A servfail"},
    {R"($ host -t mx mail.abc.example
mail.abc.example has no MX record
)",
     "local mail.abc.example MX nodata"},
    {R"($ host mail.abc.example 8.8.8.8
Using domain server:
Name: 8.8.8.8
Address: 8.8.8.8#53
Aliases: 

mail.abc.example is an alias for qiye.aliyun.com.
qiye.aliyun.com has address 203.0.113.5
)",
     "local:8.8.8.8 mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
};

constexpr Row kPowerShell[] = {
    {R"(PS C:\Users\wang> Resolve-DnsName mail.abc.example

Name                           Type   TTL   Section    NameHost
----                           ----   ---   -------    --------
mail.abc.example               CNAME  600   Answer     qiye.aliyun.com

Name       : qiye.aliyun.com
QueryType  : A
TTL        : 60
Section    : Answer
IP4Address : 203.0.113.5

PS C:\Users\wang>)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
    {R"(Name                                           Type   TTL   Section    IPAddress
----                                           ----   ---   -------    ---------
mail.abc.example                               A      120   Answer     203.0.113.5
)",
     "local mail.abc.example A records 203.0.113.5"},
    {R"(PS C:\> Resolve-DnsName -Name abc.example -Type MX -Server 1.1.1.1

Name                                     Type   TTL   Section    NameExchange                              Preference
----                                     ----   ---   -------    ------------                              ----------
abc.example                              MX     600   Answer     mx1.qiye.aliyun.com                       5
abc.example                              MX     600   Answer     mx2.qiye.aliyun.com                       10
)",
     "local:1.1.1.1 abc.example MX records 5 mx1.qiye.aliyun.com 10 mx2.qiye.aliyun.com"},
    {R"(PS C:\> Resolve-DnsName abc.example -Type TXT

Name                                     Type   TTL   Section    Strings
----                                     ----   ---   -------    -------
abc.example                              TXT    600   Answer     {v=spf1 include:spf.qiye.aliyun.com -all}
)",
     "local abc.example TXT records v=spf1 include:spf.qiye.aliyun.com -all"},
    {R"(Resolve-DnsName : mail.abc.example : DNS name does not exist
At line:1 char:1
+ Resolve-DnsName mail.abc.example
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ResourceUnavailable: (mail.abc.example:String) [Resolve-DnsName], Win32Exception
    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName
)",
     "local mail.abc.example A nxdomain"},
    {R"(PS C:\Users\wang> Resolve-DnsName mail.abc.example
Resolve-DnsName : mail.abc.example : DNS 名称不存在。
所在位置 行:1 字符: 1
+ Resolve-DnsName mail.abc.example
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ResourceUnavailable: (mail.abc.example:String) [Resolve-DnsName], Win32Exception
    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName
)",
     "local mail.abc.example A nxdomain"},
    {R"(resolve-dnsname mail.abc.example
Resolve-DnsName : mail.abc.example : Cette opération a été renvoyée car le délai d'attente a expiré
    + CategoryInfo          : OperationTimeout: (mail.abc.example:String) [Resolve-DnsName], Win32Exception
    + FullyQualifiedErrorId : ERROR_TIMEOUT,Microsoft.DnsClient.Commands.ResolveDnsName
)",
     "local mail.abc.example A timeout"},
    {R"(Resolve-DnsName: mail.abc.example : DNS name does not exist.)", "local mail.abc.example A nxdomain"},
};

constexpr Row kPing[] = {
    {R"(C:\Users\wang>ping mail.abc.example

Pinging qiye.aliyun.com [203.0.113.5] with 32 bytes of data:
Reply from 203.0.113.5: bytes=32 time=9ms TTL=52
Request timed out.

Ping statistics for 203.0.113.5:
    Packets: Sent = 2, Received = 1, Lost = 1 (50% loss),
Approximate round trip times in milli-seconds:
    Minimum = 9ms, Maximum = 9ms, Average = 9ms
)",
     "local mail.abc.example A records 203.0.113.5 qiye.aliyun.com"},
    {R"(正在 Ping mail.abc.example [192.168.1.1] 具有 32 字节的数据:
来自 192.168.1.1 的回复: 字节=32 时间=1ms TTL=64
请求超时。
)",
     "local mail.abc.example A records 192.168.1.1"},
    {R"(Ping mail.abc.example [203.0.113.14] (使用 32 位元組的資料):
回覆自 203.0.113.14: 位元組=32 時間=13ms TTL=113
)",
     "local mail.abc.example A records 203.0.113.14"},
    {R"(Ping request could not find host mail.abc.example. Please check the name and try again.)",
     "local mail.abc.example A unreadable"},
    {R"(Ping 请求找不到主机 mail.abc.example。请检查该名称，然后重试。)", "local mail.abc.example A unreadable"},
    {R"($ ping -c 4 mail.abc.example
PING qiye.aliyun.com (203.0.113.5) 56(84) bytes of data.
64 bytes from 203.0.113.5 (203.0.113.5): icmp_seq=1 ttl=52 time=9.1 ms

--- qiye.aliyun.com ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 9.1/9.1/9.1/0.0 ms
)",
     "local mail.abc.example A records 203.0.113.5 qiye.aliyun.com"},
    {R"(PING mail.abc.example (203.0.113.5): 56 data bytes
Request timeout for icmp_seq 0
)",
     "local mail.abc.example A records 203.0.113.5"},
    {R"(PING mail.abc.example(mail.abc.example (2001:db8::5)) 56 data bytes)",
     "local mail.abc.example AAAA records 2001:db8::5"},
    {R"(ping: cannot resolve mail.abc.example: Unknown host)", "local mail.abc.example A unreadable"},
    {R"(ping: mail.abc.example: Name or service not known)", "local mail.abc.example A nxdomain"},
    {R"(ping: mail.abc.example: Temporary failure in name resolution)", "local mail.abc.example A unreadable"},
};

constexpr Row kSeveral[] = {
    {R"(C:\Users\wang>ping mail.abc.example
Ping 请求找不到主机 mail.abc.example。请检查该名称，然后重试。

C:\Users\wang>nslookup mail.abc.example
服务器:  UnKnown
Address:  192.168.1.1

*** UnKnown 找不到 mail.abc.example: Non-existent domain

C:\Users\wang>)",
     "local mail.abc.example A unreadable | local mail.abc.example A nxdomain"},
};

constexpr Row kSilent[] = {
    {"nslookup says that mail.abc.example does not exist", ""},
    {"I tried nslookup mail.abc.example and got nothing", ""},
    {"ping mail.abc.example 不通", ""},
    {"ping mail.abc.example", ""},
    {"dig mail.abc.example", ""},
    {"登录页打不开，用 nslookup 查了一下，找不到主机", ""},
    {"Server: mail.abc.example\nAddress: 5 Long Road\nName: Wang", ""},
    {"Name: mail.abc.example\nAddress: 203.0.113.5", ""},
    {"Received: from mail.abc.example (mail.abc.example [203.0.113.5])\n\tby mx1.qiye.aliyun.com (8.14) with ESMTP;",
     ""},
    {"Nov 26 05:26:13 web postfix/smtp[1]: connect to mail.abc.example[203.0.113.5]:25: Connection timed out", ""},
    {"Nov 26 05:26:13 web ping: mail.abc.example: Name or service not known", ""},
    {"name,type,ttl,value\nmail.abc.example,CNAME,600,qiye.aliyun.com", ""},
    {"mail.abc.example.\t600\tIN\tCNAME\tqiye.aliyun.com.", ""},
    {"mail CNAME qiye.aliyun.com", ""},
    {"Host or domain name not found. Name service error for name=mail.abc.example type=A: Host not found", ""},
    {"550 5.1.2 Host unknown (Name server: mail.abc.example: host not found)", ""},
    {"DNS request timed out.\n    timeout was 2 seconds.", ""},
    {"*** Request to UnKnown timed-out", ""},
    {";; connection timed out; no servers could be reached", ""},
    {"status: NXDOMAIN", ""},
    {"DNS_PROBE_FINISHED_NXDOMAIN", ""},
    {"Windows IP Configuration\n   DNS Servers . . . . . . . . . . . : 192.168.1.1", ""},
    {"> mail.abc.example\n\nthat is the host", ""},
    {"Pinging the server does not help.", ""},
    {"C:\\Users\\wang>", ""},
};

TEST(PastedTools, HostIsRead) {
  expect_rows(kHost);
}

TEST(PastedTools, ResolveDnsNameIsReadAsTableAsListAndAsError) {
  expect_rows(kPowerShell);
}

TEST(PastedTools, TheFirstLineOfPingIsRead) {
  expect_rows(kPing);
}

TEST(PastedTools, SeveralToolsInOnePasteAreToldApart) {
  expect_rows(kSeveral);
}

TEST(PastedTools, OtherTextGivesNothing) {
  expect_rows(kSilent);
}

TEST(PastedTools, TruncationNeverGivesAnAbsence) {
  expect_cuts(kHost);
  expect_cuts(kPowerShell);
  expect_cuts(kPing);
  expect_cuts(kSilent);
}

TEST(PastedTools, TextAroundAnOutputKeepsItsPosition) {
  const std::string text = "登录页打不开\n" + std::string(kPing[3].text) + "\nplease help";
  const PastedOutput output = read(text);
  EXPECT_EQ(output.rest.find("please help"), text.find("please help"));
  EXPECT_TRUE(output.rest.starts_with("登录页打不开\n"));
  EXPECT_EQ(output.rest.find("could not find"), std::string::npos);
}

TEST(PastedTools, LimitsHold) {
  std::string many;
  for (int i = 0; i < 200; ++i) many += "ping: h" + std::to_string(i) + ".abc.example: Name or service not known\n";
  EXPECT_EQ(read(many).answers.size(), kMaxPastedAnswers);
  std::string wide = "Server:  UnKnown\nAddress:  192.168.1.1\n\nName:    mail.abc.example\nAddresses:  192.0.2.1\n";
  for (int i = 2; i < 100; ++i) wide += "          192.0.2." + std::to_string(i) + "\n";
  EXPECT_EQ(read(wide).answers.at(0).answer.records.size(), kMaxPastedRecords);
  const std::string label(63, 'a');
  const std::string name = label + '.' + label + '.' + label + '.' + label + ".example";
  EXPECT_TRUE(read("ping: " + name + ": Name or service not known").answers.empty()) << "longer than a name can be";
}

TEST(PastedTools, LongTextsAreReadQuickly) {
  for (const char* line :
       {"Name:\n", "\n", "a\n", "> \n", "Server: a\n", "; ", "a.b has ", "*** a can't find ", "$ dig a.b\n"}) {
    std::string text;
    while (text.size() < 2 * kMaxPastedBytes) text += line;
    EXPECT_EQ(read(text).rest.size(), text.size());
  }
}

}  // namespace
}  // namespace alimail::pasted_test
