// nslookup on macOS and Linux.
#include "pasted/rows.h"

namespace alimail::pasted_test {
namespace {

constexpr Row kUnix[] = {
    {R"(wang@mac ~ % nslookup mail.abc.example
Server:		192.168.1.1
Address:	192.168.1.1#53

Non-authoritative answer:
mail.abc.example	canonical name = qiye.aliyun.com.
Name:	qiye.aliyun.com
Address: 203.0.113.5

wang@mac ~ %)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
    {R"($ nslookup mail.abc.example
Server:		127.0.0.53
Address:	127.0.0.53#53

Non-authoritative answer:
Name:	mail.abc.example
Address: 203.0.113.5
Name:	mail.abc.example
Address: 2001:db8::5
)",
     "local mail.abc.example A records 203.0.113.5 | local mail.abc.example AAAA records 2001:db8::5"},
    {R"(Server:		127.0.0.53
Address:	127.0.0.53#53

** server can't find mail.abc.example: NXDOMAIN
)",
     "local mail.abc.example A nxdomain"},
    {R"(Server:		10.0.0.1
Address:	10.0.0.1#53

** server can't find mail.abc.example: SERVFAIL
)",
     "local mail.abc.example A servfail"},
    {R"(** server can't find mail.abc.example: REFUSED)", "local mail.abc.example A refused"},
    {R"([root@web ~]# nslookup mail.abc.example
;; connection timed out; no servers could be reached
)",
     "local mail.abc.example A timeout"},
    {R"($ nslookup -type=aaaa mail.abc.example
Server:		192.168.1.1
Address:	192.168.1.1#53

Non-authoritative answer:
*** Can't find mail.abc.example: No answer
)",
     "local mail.abc.example AAAA nodata"},
    {R"($ nslookup -query=mx abc.example
Server:		192.168.1.1
Address:	192.168.1.1#53

Non-authoritative answer:
abc.example	mail exchanger = 5 mx1.qiye.aliyun.com.
abc.example	mail exchanger = 10 mx2.qiye.aliyun.com.

Authoritative answers can be found from:
)",
     "local abc.example MX records 5 mx1.qiye.aliyun.com 10 mx2.qiye.aliyun.com"},
    {R"($ nslookup -type=txt _dmarc.abc.example
Server:		192.168.1.1
Address:	192.168.1.1#53

Non-authoritative answer:
_dmarc.abc.example	text = "v=DMARC1; p=none"
)",
     "local _dmarc.abc.example TXT records v=DMARC1; p=none"},
    {R"(> mail.abc.example
Server:		192.168.1.1
Address:	192.168.1.1#53

Non-authoritative answer:
mail.abc.example	canonical name = qiye.aliyun.com.
Name:	qiye.aliyun.com
Address: 203.0.113.5
> exit
)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
};

TEST(PastedNslookup, ReadsOutputOfMacAndLinux) {
  expect_rows(kUnix);
}

TEST(PastedNslookup, TruncationOnMacAndLinuxNeverGivesAnAbsence) {
  expect_cuts(kUnix);
}

}  // namespace
}  // namespace alimail::pasted_test
