// nslookup on Windows: English, simplified Chinese and traditional Chinese.
#include "pasted/rows.h"

namespace alimail::pasted_test {
namespace {

constexpr Row kWindows[] = {
    {R"(C:\Users\wang>nslookup mail.abc.example
Server:  UnKnown
Address:  192.168.1.1

Non-authoritative answer:
Name:    qiye.aliyun.com
Addresses:  2001:db8::5
          203.0.113.5
          203.0.113.6
Aliases:  mail.abc.example

C:\Users\wang>)",
     "local mail.abc.example A records 203.0.113.5 203.0.113.6 qiye.aliyun.com | "
     "local mail.abc.example AAAA records 2001:db8::5 qiye.aliyun.com"},
    {R"(服务器:  UnKnown
Address:  192.168.1.1

非权威应答:
名称:    qiye.aliyun.com
Address:  203.0.113.5
Aliases:  mail.abc.example
)",
     "local mail.abc.example A records 203.0.113.5 qiye.aliyun.com"},
    {R"(服务器:  public1.alidns.com
地址:  223.5.5.5

非权威应答:
名称:    qiye.aliyun.com
地址:  203.0.113.5
别名:  mail.abc.example
          login.abc.example
)",
     "local mail.abc.example A records 203.0.113.5 login.abc.example qiye.aliyun.com"},
    {R"(C:\>nslookup mail.abc.example
服务器:  UnKnown
Address:  192.168.1.1

*** UnKnown 找不到 mail.abc.example: Non-existent domain
)",
     "local mail.abc.example A nxdomain"},
    {R"(Server:  dns.corp.example
Address:  10.0.0.53

*** dns.corp.example can't find mail.abc.example: Non-existent domain)",
     "local mail.abc.example A nxdomain"},
    {R"(*** UnKnown 找不到 mail.abc.example: Non-existent domain)", "local mail.abc.example A nxdomain"},
    {R"(C:\Users\wang>nslookup mail.abc.example
DNS request timed out.
    timeout was 2 seconds.
Server:  UnKnown
Address:  192.168.1.1

DNS request timed out.
    timeout was 2 seconds.
DNS request timed out.
    timeout was 2 seconds.
*** Request to UnKnown timed-out
)",
     "local mail.abc.example A timeout"},
    {R"(C:\Users\Administrator>nslookup mail.abc.example
DNS request timed out.
    timeout was 2 seconds.
服务器:  UnKnown
Address:  192.168.1.1

DNS request timed out.
    timeout was 2 seconds.
*** 请求 UnKnown 超时

C:\Users\Administrator>)",
     "local mail.abc.example A timeout"},
    {R"(DNS request timed out.
    timeout was 2 seconds.
服务器:  UnKnown
Address:  4.2.2.1

非权威应答:
名称:    mail.abc.example
Addresses:  203.0.113.8
          203.0.113.9
)",
     "local mail.abc.example A records 203.0.113.8 203.0.113.9"},
    {R"(Server:  UnKnown
Address:  192.168.1.1

*** UnKnown can't find mail.abc.example: Server failed)",
     "local mail.abc.example A servfail"},
    {R"(服务器:  UnKnown
Address:  192.168.1.1

*** UnKnown 找不到 mail.abc.example: Query refused)",
     "local mail.abc.example A refused"},
    {R"(*** UnKnown can't find mail.abc.example: No response from server)", "local mail.abc.example A timeout"},
    {R"(C:\Users\wang>nslookup -type=mx abc.example
Server:  UnKnown
Address:  192.168.1.1

Non-authoritative answer:
abc.example     MX preference = 5, mail exchanger = mx1.qiye.aliyun.com
abc.example     MX preference = 10, mail exchanger = mx2.qiye.aliyun.com

mx1.qiye.aliyun.com     internet address = 203.0.113.2
)",
     "local abc.example MX records 5 mx1.qiye.aliyun.com 10 mx2.qiye.aliyun.com"},
    {R"(C:\>nslookup -qt=cname mail.abc.example
服务器:  UnKnown
Address:  192.168.1.1

非权威应答:
mail.abc.example        canonical name = qiye.aliyun.com
)",
     "local mail.abc.example CNAME records qiye.aliyun.com"},
    {R"(C:\>nslookup -q=txt abc.example
服务器:  UnKnown
Address:  192.168.1.1

非权威应答:
abc.example     text =

        "v=spf1 include:spf.qiye.aliyun.com -all"
abc.example     text =

        "v=DKIM1; p=MIIB"
        "IjANBg"
)",
     "local abc.example TXT records v=spf1 include:spf.qiye.aliyun.com -all v=DKIM1; p=MIIBIjANBg"},
    {R"(C:\>nslookup mail.abc.example 8.8.8.8
Server:  dns.google
Address:  8.8.8.8

Non-authoritative answer:
Name:    mail.abc.example
Address:  203.0.113.5
)",
     "local:8.8.8.8 mail.abc.example A records 203.0.113.5"},
    {R"(C:\>nslookup -type=mx mail.abc.example
Server:  UnKnown
Address:  192.168.1.1

abc.example
        primary name server = dns9.hichina.com
        responsible mail addr = hostmaster.hichina.com
        serial  = 2026112301
        refresh = 3600 (1 hour)
        retry   = 1200 (20 mins)
        expire  = 86400 (1 day)
        default TTL = 600 (10 mins)
)",
     "local mail.abc.example MX nodata"},
    {R"(C:\Users\wang>nslookup abc.example
Server:  UnKnown
Address:  192.168.1.1

Name:    abc.example

C:\Users\wang>)",
     "local abc.example A nodata"},
    {R"(C:\Users\wang>nslookup
默认服务器:  UnKnown
Address:  192.168.1.1

> set type=mx
> abc.example
服务器:  UnKnown
Address:  192.168.1.1

非权威应答:
abc.example     MX preference = 5, mail exchanger = mx1.qiye.aliyun.com
> set q=a
> mail.abc.example
服务器:  UnKnown
Address:  192.168.1.1

*** UnKnown 找不到 mail.abc.example: Non-existent domain
> exit
)",
     "local abc.example MX records 5 mx1.qiye.aliyun.com | local mail.abc.example A nxdomain"},
    {R"(> server 8.8.8.8
Default Server:  dns.google
Address:  8.8.8.8

> mail.abc.example
Server:  dns.google
Address:  8.8.8.8

Non-authoritative answer:
Name:    mail.abc.example
Address:  203.0.113.5
)",
     "local:8.8.8.8 mail.abc.example A records 203.0.113.5"},
    {R"(C:\Users\m0724>nslookup mail.abc.example
伺服器:  dns1.abc.example
Address:  192.0.2.74

未經授權的回答:
名稱:    qiye.aliyun.com
Addresses:  203.0.113.73
          203.0.113.68
Aliases:  mail.abc.example
)",
     "local mail.abc.example A records 203.0.113.73 203.0.113.68 qiye.aliyun.com"},
    {R"(伺服器:  UnKnown
位址:  192.168.1.1

名稱:    mail.abc.example
位址:  203.0.113.73
)",
     "local mail.abc.example A records 203.0.113.73"},
    {R"(> Server:  UnKnown
> Address:  192.168.1.1
>
> Name:    mail.abc.example
> Address:  192.168.1.1
)",
     "local mail.abc.example A records 192.168.1.1"},
};

TEST(PastedNslookup, ReadsOutputOfWindowsInThreeLanguages) {
  expect_rows(kWindows);
}

TEST(PastedNslookup, TruncationNeverGivesAnAbsence) {
  expect_cuts(kWindows);
}

}  // namespace
}  // namespace alimail::pasted_test
