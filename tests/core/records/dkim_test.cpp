// DKIM keys as text: their length, and mistakes that make them unusable.
#include "records/dkim.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

const std::string kRsa512 =
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMKcLEDawaWBc0+xH/no5ejT/qhOv9N6LcpRJdSmSmdbmZb25x5jD3aR9dRARFlHpwc1"
    "hPPqQot7mYHq9pMhkq8CAwEAAQ==";
const std::string kRsa1024Alone =
    "MIGJAoGBALoOs3LcwgV1pz0AyjKQeOfsOjNxuUhmZYgeoBqGmOXAX/b8v/0GPzKG2csviASsJcg7qRLYae/RtKZaulwU7In30QZa"
    "JSOfPgi8UdE4uYRMEM5s36fCuo2OLTfHQFG6pB40gSiZMTfo1IcAmRNQgXbvHKlc1AqnzFKzjmKy3n+hAgMBAAE=";
const std::string kRsa2048 =
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwwuslPE+Ys2Qvp9RzSxf/gXRh38NTiOfbfCMzl49Bb1OkGHUikh+olEW"
    "B2z3ELiFnRh4INB/m7SnoNDGm3qvJiZuc/72mAHv+eR8Gj38C1XDtFrv5oBjCrOFTRuDweMcXIp4qnfotbNN6IhUGpbCO78g4BzI"
    "4jIsiVT6vjS+uILrznLeQCRBYRQlouuuxvRU4r+m/HRKidHRtAg7pdl1fsk0MX2UUarGWzLPnlAEFlpI4hOUCFtKzskBQex6NePY"
    "DEyUKohF+l9TkwOLtaEbVSZouBCNspBjmvGQuxoaTM5UowNSO/FcoK3FiRc7vpmp49OOcUZwada0SN+9AzxaewIDAQAB";
const std::string kEllipticCurve =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE66fuVxtjAHJVnBXVCzZYygBkkpJ7HAXfnl050Tt8hZZkES7Tbj9xzVBBVPTwxdvX"
    "yuxJkNMCGyA2IT9pAJr4yw==";
const std::string kEd25519 = "IcRC2yPWZDzYUuqURc0WiS8qbQ0M+1M/LRT66Qjn+l4=";

struct Row {
  std::string text;
  std::size_t bits;
  std::vector<RecordError> errors;
};

std::string folded(std::string key) {
  for (std::size_t at = 60; at < key.size(); at += 61) key.insert(at, " ");
  return key;
}

const Row kRows[] = {
    {"v=DKIM1; k=rsa; p=" + kRsa2048, 2048, {}},
    {"v=DKIM1;k=rsa;p=" + kRsa2048 + ";", 2048, {}},
    {"p=" + kRsa512, 512, {}},
    {"k=rsa; p=" + kRsa1024Alone, 1024, {}},
    {"v=DKIM1; p= " + folded(kRsa2048), 2048, {}},
    {"v=DKIM1; k=ed25519; p=" + kEd25519, 256, {}},
    {"v=DKIM1; h=sha1:sha256; s=email; t=y:s; n=a note; p=" + kRsa512, 512, {}},
    {"v=DKIM1; s=*; g=*; p=" + kRsa512, 512, {}},
    {"v=DKIM1; p=", 0, {}},
    {"v=DKIM1; k=rsa; p=;", 0, {}},
    {"v=DKIM1; p=" + kRsa512.substr(0, kRsa512.size() - 2), 512, {}},  // without padding
    {"v=DKIM1", 0, {{"missing-tag", {7, 0}}}},
    {"v=DKIM2; p=" + kRsa512, 512, {{"wrong-version", {0, 7}}}},
    {"k=rsa; v=DKIM1; p=" + kRsa512, 512, {{"wrong-version", {0, 5}}}},
    {"\"v=DKIM1; p=" + kRsa512 + "\"", 0, {{"bad-character", {0, 1}}, {"bad-tag-name", {0, 2}}, {"bad-key", {140, 1}}}},
    {"v=DKIM1; k=rsa; p=" + kRsa2048.substr(0, 200), 0, {{"key-cut", {18, 200}}}},
    {"v=DKIM1; k=rsa; p=" + kRsa2048.substr(0, 201), 0, {{"key-cut", {18, 201}}}},
    {"v=DKIM1; k=rsa; p=" + kRsa2048.substr(0, 202), 0, {{"key-cut", {18, 202}}}},
    {"v=DKIM1; k=rsa; p=" + kRsa2048.substr(40), 0, {{"bad-key", {18, kRsa2048.size() - 40}}}},
    {"v=DKIM1; k=rsa; p=" + kEd25519, 0, {{"bad-key", {18, 44}}}},
    {"v=DKIM1; p=" + kEllipticCurve, 0, {{"bad-key", {11, 124}}}},
    {"v=DKIM1; p=AB-_CDEF", 0, {{"bad-key", {13, 1}}}},
    {"v=DKIM1; p=********", 0, {{"bad-key", {11, 8}}}},
    {"v=DKIM1; k=ed25519; p=" + kRsa512, 0, {{"bad-key", {22, 128}}}},
    {"v=DKIM1; k=ed25519; p=IcRC", 0, {{"key-cut", {22, 4}}}},
    {"v=DKIM1; k=dsa; p=" + kRsa512, 0, {{"unknown-key-type", {11, 3}}}},
    {"v=DKIM1; h=sha1; p=" + kRsa512, 512, {{"weak-hash", {11, 4}}}},
    {"v=DKIM1; s=web; p=" + kRsa512, 512, {{"not-for-email", {11, 3}}}},
    {"v=DKIM1; k=rsa p=" + kRsa512, 0, {{"unknown-key-type", {11, 134}}, {"missing-tag", {145, 0}}}},
};

TEST(DkimKey, ReportsItsLengthAndItsMistakes) {
  for (const Row& row : kRows) {
    const DkimRecord record = parse_dkim(row.text);
    EXPECT_EQ(record.key_bits, row.bits) << row.text;
    EXPECT_EQ(record.errors, row.errors) << row.text;
  }
}

TEST(DkimKey, ReportsRevocationAndTestMode) {
  EXPECT_TRUE(parse_dkim("v=DKIM1; p=").revoked);
  EXPECT_TRUE(parse_dkim("v=DKIM1; p= ;").revoked);
  EXPECT_FALSE(parse_dkim("v=DKIM1; p=AAAA").revoked);
  EXPECT_FALSE(parse_dkim("v=DKIM1").revoked);
  EXPECT_TRUE(parse_dkim("v=DKIM1; t=s : y; p=AAAA").testing);
  EXPECT_FALSE(parse_dkim("v=DKIM1; t=s; p=AAAA").testing);
  EXPECT_FALSE(parse_dkim("v=DKIM1; k=ed25519; p=AAAA").rsa);
}

TEST(DkimKey, DiffersFromWildcardAnswers) {
  for (const std::string& text : {"v=DKIM1; p=" + kRsa512, "p=" + kRsa512, "k=rsa; p=" + kRsa512, kRsa1024Alone,
                                  kRsa2048, std::string("v=dkim1; p="), std::string("\"v=DKIM1; p=\"")}) {
    EXPECT_TRUE(is_meant_as_dkim(text)) << text;
  }
  for (const char* text : {"", "v=spf1 -all", "v=DMARC1; p=none", "google-site-verification=abc", "hello", "o=~"}) {
    EXPECT_FALSE(is_meant_as_dkim(text)) << text;
  }
}

TEST(DkimKey, IsReadAtEveryTruncation) {
  for (const Row& row : kRows) {
    for (std::size_t size = 0; size < row.text.size(); ++size) {
      const std::string cut(row.text, 0, size);
      static_cast<void>(is_meant_as_dkim(cut));
      for (const RecordError& error : parse_dkim(cut).errors) {
        EXPECT_LE(error.span.position + error.span.length, size) << row.text;
      }
    }
  }
}

}  // namespace
}  // namespace alimail
