// The DKIM key at the selector of Alibaba Mail. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

const std::string kKeyName = "default._domainkey.abc.example";
const std::string kRsa1024 =
    "p=MIGJAoGBALoOs3LcwgV1pz0AyjKQeOfsOjNxuUhmZYgeoBqGmOXAX/b8v/0GPzKG2csviASsJcg7qRLYae/RtKZaulwU7In30QZaJSOfPgi8UdE4"
    "uYRMEM5s36fCuo2OLTfHQFG6pB40gSiZMTfo1IcAmRNQgXbvHKlc1AqnzFKzjmKy3n+hAgMBAAE=";
const std::string kRsa512 =
    "p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMKcLEDawaWBc0+xH/no5ejT/qhOv9N6LcpRJdSmSmdbmZb25x5jD3aR9dRARFlHpwc1hPPqQot7mYHq"
    "9pMhkq8CAwEAAQ==";
const std::string kEd25519 = "v=DKIM1; k=ed25519; p=IcRC2yPWZDzYUuqURc0WiS8qbQ0M+1M/LRT66Qjn+l4=";

World key(const std::string& text) {
  return World().has("a", kKeyName, RecordType::Txt, {txt(kKeyName, text)});
}

TEST(Dkim, IsSilentBeforeTheFirstAnswer) {
  EXPECT_EQ(says(kDkimCheck, World()), Keys());
}

TEST(Dkim, AcceptsAUsableKey) {
  EXPECT_EQ(says(kDkimCheck, key(kEd25519)), Keys({"dkim.present"}));
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1; " + kRsa1024)), Keys({"dkim.present", "dkim.key-short"}));
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1; t=y; " + kRsa1024)),
            Keys({"dkim.present", "dkim.key-short", "dkim.testing"}));
}

TEST(Dkim, IgnoresWildcardAnswers) {
  const ResourceRecord wildcard = txt(kKeyName, "v=spf1 include:spf.qiye.aliyun.com -all");
  const World both = World().has("a", kKeyName, RecordType::Txt, {wildcard, txt(kKeyName, kEd25519)});
  EXPECT_EQ(says(kDkimCheck, both), Keys({"dkim.present"}));
  const World alone = World().has("a", kKeyName, RecordType::Txt, {wildcard});
  EXPECT_EQ(says(kDkimCheck, alone), Keys({"dkim.absent-at-default"}));
}

TEST(Dkim, ReportsAMissingKeyOnlyAsAbsentAtTheSelector) {
  EXPECT_EQ(says(kDkimCheck, World().lacks("a", kKeyName, RecordType::Txt)), Keys({"dkim.absent-at-default"}));
  EXPECT_EQ(says(kDkimCheck, World().nothing_at("a", kKeyName, RecordType::Txt)), Keys({"dkim.absent-at-default"}));
}

TEST(Dkim, LeavesADomainThatDoesNotExistToTheDomainCheck) {
  const World world = World().nothing_at("a", kDomain, RecordType::Soa).nothing_at("a", kKeyName, RecordType::Txt);
  EXPECT_EQ(says(kDkimCheck, world), Keys());
}

TEST(Dkim, ReportsWhatMakesAKeyUnusable) {
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1; p=")), Keys({"dkim.revoked"}));
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1; " + kRsa512)), Keys({"dkim.key-too-short"}));
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1; k=rsa; p=MIGJAoGBALoOs3Lc")), Keys({"dkim.malformed"}));
  EXPECT_EQ(says(kDkimCheck, key("v=DKIM1")), Keys({"dkim.malformed"}));
  const World two = World().has("a", kKeyName, RecordType::Txt, {txt(kKeyName, kEd25519), txt(kKeyName, kRsa1024)});
  EXPECT_EQ(says(kDkimCheck, two), Keys({"dkim.multiple-records"}));
}

TEST(Dkim, NeverReportsAFailedLookupAsAnAbsence) {
  for (const Outcome outcome : {Outcome::Servfail, Outcome::Timeout, Outcome::Refused, Outcome::Truncated}) {
    EXPECT_EQ(says(kDkimCheck, World().fails("a", kKeyName, RecordType::Txt, outcome)), Keys({"dkim.unknown"}));
  }
  const World one = key(kEd25519).fails("b", kKeyName, RecordType::Txt, Outcome::Servfail);
  EXPECT_EQ(says(kDkimCheck, one), Keys({"dkim.present"}));
}

}  // namespace
}  // namespace alimail::testing
