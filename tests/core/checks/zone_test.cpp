// The current state of the zone, seen through a name that no cache knows. Rows: silent, then findings.
#include <gtest/gtest.h>

#include "checks/said.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

const std::string kFresh = "n0nce.abc.example";
const std::string kFreshToo = "n0nce-2.abc.example";

World with_nonce(std::vector<Said> answers) {
  World world = told(answers);
  world.evidence().nonce = "n0nce";
  return world;
}

Said cached(const char* resolver, std::uint32_t serial) {
  return Said(resolver, kDomain, RecordType::Soa, Outcome::Records).records({soa_of(kDomain, serial)});
}

Said fresh(std::uint32_t serial, const std::string& name = kFresh) {
  return Said("r", name, RecordType::A, Outcome::Nxdomain).authority({soa_of(kDomain, serial)});
}

Said absent(const char* resolver, std::uint32_t serial) {
  return Said(resolver, kHost, RecordType::Cname, Outcome::Nxdomain).authority({soa_of(kDomain, serial)});
}

// The same serial in the cache and in the zone, for a zone with this primary server.
Said at_host(const char* server, const std::string& name) {
  const ResourceRecord soa = {kDomain, RecordType::Soa, 600, StartOfAuthority{server, "h.example", 7, 2, 3, 4, 600}};
  if (name == kDomain) return Said("r", kDomain, RecordType::Soa, Outcome::Records).records({soa});
  return Said("r", name, RecordType::A, Outcome::Nxdomain).authority({soa});
}

Said wildcard(std::vector<ResourceRecord> records) {
  return Said("r", kFresh, RecordType::A, Outcome::Records).records(std::move(records));
}

std::vector<Row> silent_rows() {
  return {
      {"nothing was asked yet", with_nonce({}), {}},
      {"the page gave no label", told({cached("r", 1), fresh(2)}), {}},
      {"only the caches answered", with_nonce({cached("r", 1)}), {}},
      {"only the fresh names were answered", with_nonce({fresh(2)}), {}},
      {"the dialect leaves the SOA out",
       with_nonce({cached("r", 1), Said("r", kFresh, RecordType::A, Outcome::Nxdomain)}),
       {}},
      {"the denial was made up from cached ones", with_nonce({cached("r", 7), fresh(7).error(29)}), {}},
      {"the denial is a stale one", with_nonce({cached("r", 7), fresh(7).error(19)}), {}},
      {"the domain does not exist: that SOA is of the registry",
       with_nonce({Said("r", kDomain, RecordType::Soa, Outcome::Nxdomain).authority({soa_of("example", 1)}),
                   Said("r", kFresh, RecordType::A, Outcome::Nxdomain).authority({soa_of("example", 2)})}),
       {}},
      {"the SOA is of another zone",
       with_nonce({cached("r", 1),
                   Said("r", kFresh, RecordType::A, Outcome::Nxdomain).authority({soa_of("other.example", 2)})}),
       {}},
      {"the fresh serial is older: the zone's servers are not of one mind", with_nonce({cached("r", 3), fresh(2)}), {}},
      {"some caches are older and some newer", with_nonce({cached("r", 1), cached("s", 3), fresh(2)}), {}},
      {"two serials in no order", with_nonce({cached("r", 0), fresh(0x80000000U)}), {}},
      {"a forged answer is no wildcard",
       with_nonce({wildcard({address(kFresh, "192.0.2.1")}).error(17).detail("filtered")}),
       {}},
      {"an absence without its SOA: how old that is nobody knows",
       with_nonce({cached("r", 7), Said("r", kHost, RecordType::Cname, Outcome::Nxdomain), fresh(7)}),
       {}},
      {"an absence that is newer than the fresh answer", with_nonce({cached("r", 7), absent("r", 8), fresh(7)}), {}},
      {"Alibaba Cloud DNS does not count its serial up with every edit",
       with_nonce({at_host("dns1.hichina.com", kDomain), at_host("dns1.hichina.com", kFresh)}),
       {}},
      {"a host that never counts", with_nonce({cached("r", 1), fresh(1)}), {}},
      {"an answer to another name", with_nonce({cached("r", 1), fresh(2, "other.abc.example")}), {}},
  };
}

std::vector<Row> telling_rows() {
  return {
      {"nothing new since the caches filled", with_nonce({cached("r", 7), fresh(7)}), {"zone.same-serial"}},
      {"two caches, both up to date", with_nonce({cached("r", 7), cached("s", 7), fresh(7)}), {"zone.same-serial"}},
      {"NODATA brings an SOA as well",
       with_nonce({cached("r", 7), Said("r", kFresh, RecordType::A, Outcome::Nodata).authority({soa_of(kDomain, 7)})}),
       {"zone.same-serial"}},
      {"the mail domain lies inside a larger zone",
       with_nonce({Said("r", kDomain, RecordType::Soa, Outcome::Nodata).authority({soa_of("example", 7)}),
                   Said("r", kFresh, RecordType::A, Outcome::Nxdomain).authority({soa_of("example", 7)})}),
       {"zone.same-serial"}},
      {"a host that is not known to stand still",
       with_nonce({at_host("ns1.example", kDomain), at_host("ns1.example", kFresh)}),
       {"zone.same-serial"}},
      {"an absence of this moment", with_nonce({cached("r", 7), absent("r", 7), fresh(7)}), {"zone.same-serial"}},
      {"the absence of another zone's name does not count",
       with_nonce({cached("r", 7), Said("r", "imap.qiye.aliyun.com", RecordType::A, Outcome::Nodata), fresh(7)}),
       {"zone.same-serial"}},
      {"an absence is older than the zone, though the SOA itself is not",
       with_nonce({cached("r", 8), absent("r", 7), fresh(8)}),
       {"zone.newer-than-cache"}},
      {"the zone was edited", with_nonce({cached("r", 7), fresh(8)}), {"zone.newer-than-cache"}},
      {"one name server lags: the newer of two answers counts",
       with_nonce({cached("r", 7), fresh(7), fresh(8, kFreshToo)}),
       {"zone.newer-than-cache"}},
      {"a serial that has run over its end",
       with_nonce({cached("r", 0xFFFFFFFFU), fresh(1)}),
       {"zone.newer-than-cache"}},
      {"one cache is behind", with_nonce({cached("r", 7), cached("s", 8), fresh(8)}), {"zone.newer-than-cache"}},
      {"a wildcard address", with_nonce({wildcard({address(kFresh, "192.0.2.1")})}), {"zone.wildcard"}},
      {"a wildcard alias to nowhere",
       with_nonce({Said("r", kFresh, RecordType::A, Outcome::Nxdomain)
                       .records({cname(kFresh, "gone.abc.example")})
                       .authority({soa_of(kDomain, 9)}),
                   cached("r", 7)}),
       {"zone.wildcard"}},
  };
}

TEST(ZoneCheck, ComparesTheCurrentSerialWithTheCaches) {
  expect_says(kZoneCheck, silent_rows());
  expect_says(kZoneCheck, telling_rows());
}

TEST(ZoneCheck, ConcludesNothingFromAFailure) {
  for (const Outcome failure : kFailures) {
    EXPECT_EQ(says(kZoneCheck, with_nonce({cached("r", 1), Said("r", kFresh, RecordType::A, failure)})), Keys{})
        << key_of(failure);
    EXPECT_EQ(says(kZoneCheck, with_nonce({Said("r", kDomain, RecordType::Soa, failure), fresh(2)})), Keys{})
        << key_of(failure);
  }
}

TEST(ZoneCheck, NamesTheOutdatedCachesAndTheSerial) {
  World world = with_nonce({cached("r", 7), cached("s", 8), fresh(8)});
  const Finding finding = kZoneCheck.run(views_of(world.evidence(), catalogue().provider)).findings.front();
  EXPECT_EQ(finding.args, (Args{{"domain", kDomain}, {"serial", "8"}, {"resolvers", std::vector<std::string>{"r"}}}));
}

TEST(ZoneCheck, AsksForTwoNamesAndOnlyIfTheyAreValid) {
  const auto asked = [](const std::string& nonce) {
    World world;
    world.evidence().nonce = nonce;
    std::vector<std::string> names;
    for (const Query& query : kZoneCheck.run(views_of(world.evidence(), catalogue().provider)).queries) {
      EXPECT_EQ(query.reach, Reach::First);
      names.push_back(query.question.name);
    }
    return names;
  };
  EXPECT_EQ(asked("n0nce"), (std::vector<std::string>{kFresh, kFreshToo}));
  EXPECT_EQ(asked(""), std::vector<std::string>{});
  EXPECT_EQ(asked("a.b"), std::vector<std::string>{});
  EXPECT_EQ(asked("a b"), std::vector<std::string>{});
  EXPECT_EQ(asked("*"), std::vector<std::string>{});
  EXPECT_EQ(asked(std::string(62, 'a')), std::vector<std::string>{std::string(62, 'a') + ".abc.example"});
}

}  // namespace
}  // namespace alimail::testing
