// The JSON dialects: real bodies of resolvers from 2025 and 2026 (names shortened), and unusual bodies.
#include "dns/doh_json.h"

#include <gtest/gtest.h>

#include "wire_builder.h"

namespace alimail {
namespace {

using dns_test::lines_of;
using Lines = std::vector<std::string>;

struct Row {
  const char* says;
  std::string body;
  Lines answer;
  std::uint16_t rcode = 0;
  Lines authority = {};
  std::vector<ExtendedError> errors = {};
};

const std::vector<Row> kRealBodies{
    {"Google, A",
     R"({"Status":0,"TC":false,"RD":true,"RA":true,"AD":false,"CD":false,"Question":[{"name":"crawl-66-249-66-1.googlebot.com.","type":1}],"Answer":[{"name":"crawl-66-249-66-1.googlebot.com.","type":1,"TTL":21600,"data":"66.249.66.1"}],"Comment":"Response from 216.239.34.10."})",
     {"crawl-66-249-66-1.googlebot.com 21600 A 66.249.66.1"}},
    {"Google, TXT without quotes",
     R"({"Status":0,"Question":[{"name":"o-o.myaddr.l.google.com.","type":16}],"Answer":[{"name":"o-o.myaddr.l.google.com.","type":16,"TTL":60,"data":"edns0-client-subnet 203.0.113.0/24"}]})",
     {"o-o.myaddr.l.google.com 60 TXT edns0-client-subnet 203.0.113.0/24"}},
    {"Google, DNSSEC broken",
     R"({"Status":2,"TC":false,"Question":[{"name":"dnssec-failed.org.","type":1}],"Comment":"DNSSEC validation failure. Check http://dnsviz.net/d/dnssec-failed.org/dnssec/","extended_dns_errors":[{"info_code":9,"extra_text":"No DNSKEY matches DS RRs of dnssec-failed.org"}]})",
     {},
     2,
     {},
     {{9, "No DNSKEY matches DS RRs of dnssec-failed.org"}}},
    {"Google, lame name servers",
     R"({"Status":2,"Question":[{"name":"abc.com.","type":1}],"Comment":"Name servers refused query (lame delegation?) [108.162.193.73].","extended_dns_errors":[{"info_code":23,"extra_text":"[108.162.193.73] rcode=REFUSED for abc.com/a"},{"info_code":22,"extra_text":"At delegation abc.com"}]})",
     {},
     2,
     {},
     {{23, "[108.162.193.73] rcode=REFUSED for abc.com/a"}, {22, "At delegation abc.com"}}},
    {"Cloudflare, an address behind a CNAME, owner names without the final dot",
     R"({"Status":0,"TC":false,"RD":true,"RA":true,"AD":true,"CD":false,"Question":[{"name":"www.unde-pescuim.ro","type":1}],"Answer":[{"name":"www.unde-pescuim.ro","type":5,"TTL":300,"data":"ef9f.vercel-dns-017.com."},{"name":"ef9f.vercel-dns-017.com","type":1,"TTL":300,"data":"216.198.79.65"}]})",
     {"www.unde-pescuim.ro 300 CNAME ef9f.vercel-dns-017.com", "ef9f.vercel-dns-017.com 300 A 216.198.79.65"}},
    {"Cloudflare, TXT in quotes and an extended error among the comments",
     R"({"Status":0,"Question":[{"name":"_atproto.dholms.at","type":16}],"Answer":[{"name":"_atproto.dholms.at","type":16,"TTL":3600,"data":"\"did=did:plc:yk4\""}],"Comment":["EDE(10): RRSIGs Missing for DNSKEY at., id = 1253"]})",
     {"_atproto.dholms.at 3600 TXT did=did:plc:yk4"},
     0,
     {},
     {{10, "RRSIGs Missing for DNSKEY at., id = 1253"}}},
    {"Cloudflare, no such record: no Answer at all",
     R"({"Status":0,"Question":[{"name":"unde-pescuim.ro","type":28}],"Authority":[{"name":"unde-pescuim.ro","type":6,"TTL":1800,"data":"beau.ns.cloudflare.com. dns.cloudflare.com. 2413057894 10000 2400 604800 1800"}]})",
     {},
     0,
     {"unde-pescuim.ro 1800 SOA beau.ns.cloudflare.com dns.cloudflare.com 2413057894 10000 2400 604800 1800"}},
    {"AliDNS, Question as an object, TTL before type",
     R"({"Status":0,"Question":{"name":"ip.3322.net.","type":1},"Answer":[{"name":"ip.3322.net.","TTL":1387,"type":1,"data":"118.184.169.32"}]})",
     {"ip.3322.net 1387 A 118.184.169.32"}},
    {"AliDNS, TXT in quotes",
     R"({"Status":0,"Question":{"name":"_acme-challenge.example.com.","type":16},"Answer":[{"name":"_acme-challenge.example.com.","TTL":600,"type":16,"data":"\"digest-value\""}]})",
     {"_acme-challenge.example.com 600 TXT digest-value"}},
    {"DNSPod, A",
     R"({"Status":0,"TC":false,"RD":true,"RA":true,"AD":false,"CD":false,"Question":[{"name":"qq.com.","type":1}],"Answer":[{"name":"qq.com.","type":1,"TTL":525,"data":"123.150.76.218"}]})",
     {"qq.com 525 A 123.150.76.218"}},
    {"AdGuard, no such name: Answer is null, Status comes last",
     R"({"Question":[{"name":"1.2.0.192.in-addr.arpa.","type":12}],"Answer":null,"Extra":null,"TC":false,"RD":true,"Status":3})",
     {},
     3},
    {"AdGuard, TXT as miekg/dns prints it, with a class",
     R"({"Question":[{"name":"abc.com.","type":16}],"Answer":[{"name":"abc.com.","type":16,"class":1,"TTL":60,"data":"\"v=DKIM1; p=MII\" \"BIj\""}],"Status":0})",
     {"abc.com 60 TXT v=DKIM1; p=MIIBIj"}},
    {"NextDNS, the OPT record as text",
     R"j({"Status":2,"Question":[{"name":"abc.com.","type":1}],"Additional":[{"name":".","type":41,"TTL":0,"data":"\n;; OPT PSEUDOSECTION:\n; EDNS: version 0; flags:; udp: 1232\n; EDE: 9 (DNSKEY Missing): (no SEP matching the DS (1))\n; EDE: 22 (No Reachable Authority)"}]})j",
     {},
     2,
     {},
     {{9, "no SEP matching the DS (1)"}, {22, ""}}},
};

const std::vector<Row> kDialects{
    {"numbers as text, ttl in lower case",
     R"({"Status":"0","Answer":[{"name":"abc.com","type":"1","ttl":"60","data":"203.0.113.7"}]})",
     {"abc.com 60 A 203.0.113.7"}},
    {"types by name, one record without an array",
     R"({"Status":0,"Question":{"name":"abc.com","type":"a"},"Answer":{"name":"abc.com","type":"A","TTL":60,"data":"203.0.113.7"}})",
     {"abc.com 60 A 203.0.113.7"}},
    {"spellings of @multiformats/dns",
     R"({"status":0,"flag_tc":false,"questions":[{"name":"abc.com","type":1}],"answers":[{"name":"abc.com","type":1,"ttl":60,"data":"203.0.113.7"}]})",
     {"abc.com 60 A 203.0.113.7"}},
    {"an empty Answer", R"({"Status":0,"Answer":[]})", {}},
    {"no Question and no Answer", R"({"Status":3})", {}, 3},
    {"an empty name for the root",
     R"({"Status":0,"Question":[{"name":"","type":2}],"Answer":[{"name":"","type":2,"TTL":60,"data":"a.root-servers.net."}]})",
     {". 60 NS a.root-servers.net"}},
    {"no TTL, a TTL that is none, and one with its top bit set",
     R"({"Status":0,"Answer":[{"name":"a","type":1,"data":"1.2.3.4"},{"name":"b","type":1,"TTL":-5,"data":"1.2.3.4"},{"name":"c","type":1,"TTL":4294967295,"data":"1.2.3.4"}]})",
     {"a 0 A 1.2.3.4", "b 0 A 1.2.3.4", "c 0 A 1.2.3.4"}},
    {"a record of another class",
     R"({"Status":0,"Answer":[{"name":"a","type":16,"class":3,"TTL":0,"data":"x"},{"name":"b","type":16,"class":"IN","TTL":0,"data":"y"},{"name":"c","type":16,"class":"CH","TTL":0,"data":"z"}]})",
     {"b 0 TXT y"}},
    {"an authority record that cannot be read",
     R"({"Status":3,"Authority":[{"name":"abc.com","type":6,"data":"half a soa"},7]})",
     {},
     3},
    {"comments and errors of strange shapes",
     R"j({"Status":2,"Comment":[7,"EDE(","EDE(x)","EDE(9","EDE(3) stale","see EDE(15): not at the front"],"extended_dns_errors":[{"info_code":"6"},{"info_code":65536},{},4],"Additional":[{"type":41},{"type":1,"data":"; EDE: 15"},"x",{"type":41,"data":"; EDE: x\n; EDE:"}]})j",
     {},
     2,
     {},
     {{6, ""}, {3, "stale"}}},
    {"brackets inside a string", R"({"Status":0,"Comment":"[[[[[[[[[[[[[[[[[[[[\"[[[[{{{{{{{{{{"})", {}},
};

void expect_row(const Row& row) {
  SCOPED_TRACE(row.says);
  const Result<Message> message = decode_doh_json(row.body);
  ASSERT_TRUE(message.ok()) << message.error().code;
  EXPECT_EQ(lines_of(message.value().answer), row.answer);
  EXPECT_EQ(lines_of(message.value().authority), row.authority);
  EXPECT_EQ(message.value().errors, row.errors);
  EXPECT_EQ(message.value().rcode, row.rcode);
}

TEST(DohJson, RealBodiesAreRead) {
  for (const Row& row : kRealBodies) expect_row(row);
}

TEST(DohJson, AllDialectsGiveTheSameResult) {
  for (const Row& row : kDialects) expect_row(row);
}

TEST(DohJson, EveryTruncationOfEveryBodyIsRefused) {
  for (const std::vector<Row>* rows : {&kRealBodies, &kDialects}) {
    for (const Row& row : *rows) {
      SCOPED_TRACE(row.says);
      for (std::size_t size = 0; size < row.body.size(); ++size) {
        EXPECT_FALSE(decode_doh_json(std::string(row.body, 0, size)).ok()) << "cut to " << size;
      }
    }
  }
}

TEST(DohJson, AFlippedByteNeverCrashesOrInventsRecords) {
  for (const std::vector<Row>* rows : {&kRealBodies, &kDialects}) {
    for (const Row& row : *rows) {
      SCOPED_TRACE(row.says);
      for (std::size_t at = 0; at < row.body.size(); ++at) {
        for (const unsigned bits : {0x01U, 0x02U, 0x04U, 0x10U, 0x20U, 0x7FU, 0x80U}) {
          std::string flipped = row.body;
          flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ bits);
          const Result<Message> message = decode_doh_json(flipped);
          if (message) {
            EXPECT_LE(message.value().answer.size(), row.answer.size() + 2);
          }
        }
      }
    }
  }
}

TEST(DohJson, FlagsAndCommentsAreKept) {
  const Result<Message> message = decode_doh_json(R"({"Status":0,"TC":true,"AD":1,"Comment":["a","b"]})");
  ASSERT_TRUE(message.ok());
  EXPECT_TRUE(message.value().truncated);
  EXPECT_TRUE(message.value().authentic);
  EXPECT_EQ(message.value().comment, "a\nb");
  EXPECT_TRUE(decode_doh_json(R"({"Status":0,"TC":"true"})").value().truncated);
  EXPECT_FALSE(decode_doh_json(R"({"Status":0,"TC":"false","AD":[]})").value().truncated);
}

TEST(DohJson, MoreRecordsThanAreKeptCountAsTruncated) {
  std::string records = R"({"name":"a","type":1,"data":"1.2.3.4"})";
  for (std::size_t i = 0; i < 512; ++i) records += R"(,{"name":"a","type":1,"data":"1.2.3.4"})";
  const Result<Message> message = decode_doh_json(R"({"Status":0,"Answer":[)" + records + "]}");
  ASSERT_TRUE(message.ok());
  EXPECT_TRUE(message.value().truncated);
  EXPECT_EQ(message.value().answer.size(), 512U);
}

struct BadRow {
  std::string body;
  const char* error;
};

TEST(DohJson, OtherTextIsRefusedWithAReason) {
  const std::vector<BadRow> rows{
      {"", "not-json"},
      {"<html>", "not-json"},
      {"{\"Status\":0} x", "not-json"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","type":16,"data": ""v=spf1 -all""}]})",
       "not-json"},  // Cloudflare, 2018
      {"{\"Status\":0,\"Comment\":\"\xFF\"}", "not-json"},
      {"null", "not-an-answer"},
      {R"(["203.0.113.7"])", "not-an-answer"},  // AliDNS, short=1
      {"{}", "not-an-answer"},
      {R"({"error":"Invalid CD flag `2`."})", "not-an-answer"},
      {R"({"Status":null})", "not-an-answer"},
      {R"({"Status":"NOERROR"})", "not-an-answer"},
      {R"({"Status":0.5})", "not-an-answer"},
      {R"({"Status":-1})", "not-an-answer"},
      {R"({"Status":65536})", "not-an-answer"},
      {R"({"Status":0,"Question":"abc.com"})", "question"},
      {R"({"Status":0,"Question":[{"name":"a..b","type":1}]})", "question"},
      {R"({"Status":0,"Question":[{"name":"abc.com"}]})", "question"},
      {R"({"Status":0,"Answer":"203.0.113.7"})", "record"},
      {R"({"Status":0,"Answer":["203.0.113.7"]})", "record"},
      {R"({"Status":0,"Answer":[{"type":1,"data":"203.0.113.7"}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"a..b","type":1,"data":"203.0.113.7"}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","data":"203.0.113.7"}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","type":0,"data":"203.0.113.7"}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","type":65537,"data":"203.0.113.7"}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","type":1}]})", "record"},
      {R"({"Status":0,"Answer":[{"name":"abc.com","type":1,"data":7}]})", "record"},
      {std::string(100000, '['), "too-deep"},
      {R"({"Status":0,"Comment":)" + std::string(16, '[') + std::string(16, ']') + "}", "too-deep"},
      {std::string((1U << 20U) + 1, ' '), "too-long"},
  };
  for (const BadRow& row : rows) {
    SCOPED_TRACE(row.body.substr(0, 120));
    const Result<Message> message = decode_doh_json(row.body);
    ASSERT_FALSE(message.ok());
    EXPECT_EQ(message.error().code, row.error);
  }
}

}  // namespace
}  // namespace alimail
