#include "evidence/fresh_zone.h"

#include <gtest/gtest.h>

#include "checks/said.h"

namespace alimail::testing {
namespace {

Said absence(const std::string& name, std::uint32_t serial) {
  return Said("r", name, RecordType::A, Outcome::Nxdomain).authority({soa_of(kDomain, serial)});
}

std::int64_t serial_seen(const std::vector<Said>& said) {
  World world = told(said).fresh();
  const std::optional<ZoneState> zone = fresh_zone(world.evidence());
  return zone ? std::int64_t{zone->serial} : -1;
}

TEST(FreshZone, IsTheNewestSoaOfAnAbsence) {
  EXPECT_EQ(serial_seen({}), -1);
  EXPECT_EQ(serial_seen({absence("fresh.abc.example", 7), absence("fresh-2.abc.example", 8)}), 8);
  EXPECT_EQ(serial_seen({absence("fresh.abc.example", 8), absence("fresh-2.abc.example", 7)}), 8);
  EXPECT_EQ(serial_seen({absence("other.abc.example", 9)}), -1) << "that name may be in a cache";
  EXPECT_EQ(serial_seen({absence("fresh.abc.example", 9).unchecked()}), -1);
  EXPECT_EQ(serial_seen({absence("fresh.abc.example", 9).records({cname("fresh.abc.example", "x.example")})}), -1)
      << "a wildcard's alias leads to what may be in a cache";
}

TEST(FreshZone, AsksNothingIfTheNonceIsNotALabel) {
  World world;
  EXPECT_TRUE(fresh_names(world.evidence()).empty());
  world.evidence().nonce = "a b";
  EXPECT_TRUE(fresh_names(world.evidence()).empty());
  world.fresh();
  EXPECT_EQ(fresh_names(world.evidence()), (Keys{"fresh.abc.example", "fresh-2.abc.example"}));
}

TEST(FreshZone, ComparesSerialsAcrossTheWraparound) {
  EXPECT_TRUE(is_newer_serial(2, 1));
  EXPECT_FALSE(is_newer_serial(1, 1));
  EXPECT_TRUE(is_newer_serial(1, 0xFFFFFFFFU));
  EXPECT_FALSE(is_newer_serial(0xFFFFFFFFU, 1));
}

}  // namespace
}  // namespace alimail::testing
