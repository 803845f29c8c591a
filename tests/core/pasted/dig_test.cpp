// dig: full output, +short, +trace, several commands in a row, and its errors.
#include "pasted/rows.h"

namespace alimail::pasted_test {
namespace {

constexpr Row kDig[] = {
    {R"(
; <<>> DiG 9.18.28 <<>> mail.abc.example
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 65494
;; QUESTION SECTION:
;mail.abc.example.		IN	A

;; ANSWER SECTION:
mail.abc.example.	271	IN	CNAME	qiye.aliyun.com.
qiye.aliyun.com.	60	IN	A	203.0.113.5

;; Query time: 8 msec
;; SERVER: 127.0.0.53#53(127.0.0.53) (UDP)
;; WHEN: Thu Nov 26 05:26:13 UTC 2026
;; MSG SIZE  rcvd: 85
)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
    {R"(;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1

;; QUESTION SECTION:
;mail.abc.example.		IN	CNAME

;; AUTHORITY SECTION:
abc.example.	600	IN	SOA	dns9.hichina.com. hostmaster.hichina.com. 2026112301 3600 1200 86400 360

;; SERVER: 192.168.1.1#53(192.168.1.1)
;; WHEN: Mon Nov 23 15:59:59 CST 2026
)",
     "local mail.abc.example CNAME nxdomain"},
    {R"(wang@mac ~ % dig abc.example MX
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 2
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1
;; QUESTION SECTION:
;abc.example.			IN	MX
;; AUTHORITY SECTION:
abc.example.	600	IN	SOA	dns9.hichina.com. hostmaster.hichina.com. 2026112301 3600 1200 86400 360
;; SERVER: 192.168.1.1#53(192.168.1.1)
)",
     "local abc.example MX nodata"},
    {R"(;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 3
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
; EDE: 22 (No Reachable Authority): (at delegation abc.example.)
;; QUESTION SECTION:
;mail.abc.example.		IN	A

;; Query time: 8 msec
)",
     "local mail.abc.example A servfail"},
    {R"(;; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 3
;; QUESTION SECTION:
;mail.abc.example.		IN	A

;; SERVER: 192.168.1.1#53(192.168.1.1)
)",
     "local mail.abc.example A refused"},
    {R"($ dig @223.5.5.5 mail.abc.example CNAME +short
qiye.aliyun.com.
)",
     "local:223.5.5.5 mail.abc.example CNAME records qiye.aliyun.com"},
    {R"($ dig +short mail.abc.example
qiye.aliyun.com.
203.0.113.5
203.0.113.6
$)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5 203.0.113.6"},
    {R"($ dig +short MX abc.example
5 mx1.qiye.aliyun.com.
10 mx2.qiye.aliyun.com.
$ dig +short TXT abc.example
"v=spf1 include:spf.qiye.aliyun.com -all"
$ dig +short NS abc.example
dns9.hichina.com.
dns10.hichina.com.
)",
     "local abc.example MX records 5 mx1.qiye.aliyun.com 10 mx2.qiye.aliyun.com | "
     "local abc.example TXT records v=spf1 include:spf.qiye.aliyun.com -all | "
     "local abc.example NS records dns9.hichina.com dns10.hichina.com"},
    {R"($ dig +noall +answer mail.abc.example
mail.abc.example.	600	IN	CNAME	qiye.aliyun.com.
qiye.aliyun.com.	60	IN	A	203.0.113.5
)",
     "local mail.abc.example A records qiye.aliyun.com 203.0.113.5"},
    {R"(; <<>> DiG 9.10.6 <<>> @8.8.8.8 mail.abc.example
; (1 server found)
;; global options: +cmd
;; connection timed out; no servers could be reached
)",
     "local:8.8.8.8 mail.abc.example A timeout"},
    {R"(; <<>> DiG 9.18.1 <<>> mail.abc.example
;; global options: +cmd
;; communications error to 192.168.1.1#53: timed out
;; communications error to 192.168.1.1#53: timed out
;; no servers could be reached
)",
     "local mail.abc.example A timeout"},
    {R"(; <<>> DiG 9.18.28 <<>> +trace mail.abc.example
;; global options: +cmd
.			518400	IN	NS	a.root-servers.net.
;; Received 239 bytes from 192.168.1.1#53(192.168.1.1) in 8 ms

abc.example.		86400	IN	NS	dns9.hichina.com.
;; Received 85 bytes from 192.0.2.30#53(a.gtld-servers.net) in 31 ms

mail.abc.example.	600	IN	CNAME	qiye.aliyun.com.
;; Received 85 bytes from 140.205.81.21#53(dns9.hichina.com) in 31 ms
)",
     "local:140.205.81.21 mail.abc.example CNAME records qiye.aliyun.com"},
    {R"(mail.abc.example.	600	IN	CNAME	qiye.aliyun.com.
;; Received 85 bytes from 140.205.81.21#53(dns9.hichina.com) in 31 ms
)",
     "local:140.205.81.21 mail.abc.example CNAME records qiye.aliyun.com"},
    {R"(; <<>> DiG 9.18.28 <<>> mail.abc.example imap.abc.example @192.168.1.1
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 5
;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0
;; QUESTION SECTION:
;mail.abc.example.		IN	A
;; ANSWER SECTION:
mail.abc.example.	5	IN	A	192.168.1.1
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 6
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0
;; QUESTION SECTION:
;imap.abc.example.		IN	A
;; MSG SIZE  rcvd: 40
)",
     "local:192.168.1.1 mail.abc.example A records 192.168.1.1 | local:192.168.1.1 imap.abc.example A nxdomain"},
};

TEST(PastedDig, IsReadInAllItsForms) {
  expect_rows(kDig);
}

TEST(PastedDig, TruncationNeverGivesAnAbsence) {
  expect_cuts(kDig);
}

TEST(PastedDig, GivesUnambiguousTimes) {
  EXPECT_EQ(read(kDig[0].text).answers.at(0).answer.at, 1795670773);
  EXPECT_EQ(read(kDig[0].text).answers.at(0).answer.records.at(0).ttl, 271U);
  EXPECT_EQ(read(kDig[0].text).answers.at(0).server, "127.0.0.53");
  EXPECT_EQ(read(kDig[1].text).answers.at(0).answer.at, 0) << "CST is China's time, and that of Chicago";
  const std::string east = replaced(kDig[0].text, "05:26:13 UTC", "13:26:13 +08");
  EXPECT_EQ(read(east).answers.at(0).answer.at, 1795670773);
}

TEST(PastedDig, KeepsTheSoaOfAnAbsenceAndTheExtendedError) {
  const PastedOutput absent = read(kDig[1].text);
  ASSERT_EQ(absent.answers.at(0).answer.authority.size(), 1U);
  const PastedOutput failed = read(kDig[3].text);
  ASSERT_EQ(failed.answers.at(0).answer.errors.size(), 1U);
  EXPECT_EQ(failed.answers.at(0).answer.errors.at(0).code, 22);
}

}  // namespace
}  // namespace alimail::pasted_test
