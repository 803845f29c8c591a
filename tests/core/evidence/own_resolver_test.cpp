#include "evidence/own_resolver.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

PastedAnswer pasted(Outcome outcome, std::vector<ResourceRecord> records = {}, std::string server = "") {
  PastedAnswer pasted;
  pasted.answer.question = {kHost, RecordType::A};
  pasted.answer.outcome = outcome;
  pasted.answer.records = std::move(records);
  pasted.chosen = !server.empty();
  pasted.server = std::move(server);
  return pasted;
}

TEST(OwnResolver, IsTheOneThatWasNotChosenOrIsInTheOwnNetwork) {
  EXPECT_TRUE(is_own_resolver(pasted(Outcome::Nodata)));
  EXPECT_TRUE(is_own_resolver(pasted(Outcome::Nodata, {}, "192.168.1.1")));
  EXPECT_TRUE(is_own_resolver(pasted(Outcome::Nodata, {}, "100.100.2.136"))) << "of a provider's network";
  EXPECT_FALSE(is_own_resolver(pasted(Outcome::Nodata, {}, "223.5.5.5")));
}

TEST(OwnResolver, IsComparedWithThePublicOnes) {
  World world = alias_everywhere();
  const auto verdict = [&](const PastedAnswer& each) { return local_verdict(world.evidence(), each); };
  const auto direct = [](const std::string& text) { return pasted(Outcome::Records, {address(kHost, text)}); };
  EXPECT_EQ(verdict(direct("192.0.2.1")), LocalVerdict::Agrees);
  EXPECT_EQ(verdict(direct("203.0.113.9")), LocalVerdict::Stale);
  EXPECT_EQ(verdict(direct("192.168.1.1")), LocalVerdict::Hijacked);
  EXPECT_EQ(verdict(pasted(Outcome::Nxdomain)), LocalVerdict::Missing);
  EXPECT_EQ(verdict(pasted(Outcome::Timeout)), LocalVerdict::NoAnswer);
  World silent;
  EXPECT_EQ(local_verdict(silent.evidence(), direct("192.0.2.1")), LocalVerdict::Pending);
}

TEST(OwnResolver, IsAskedOnTheWayOfTheLoginHost) {
  World world = alias_everywhere();
  EXPECT_TRUE(is_of_login(world.evidence(), {kHost, RecordType::A}));
  EXPECT_TRUE(is_of_login(world.evidence(), {"qiye.aliyun.com", RecordType::A}));
  EXPECT_FALSE(is_of_login(world.evidence(), {kHost, RecordType::Txt}));
  EXPECT_FALSE(is_of_login(world.evidence(), {kDomain, RecordType::A}));
}

}  // namespace
}  // namespace alimail::testing
