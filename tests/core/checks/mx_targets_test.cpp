// The hosts that the MX records name. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

struct Exchange {
  std::uint16_t preference;
  std::string name;
};

World with(std::vector<Exchange> exchanges, const std::string& resolver = "r", World world = World()) {
  std::vector<ResourceRecord> records;
  for (Exchange& each : exchanges) records.push_back(mx(kDomain, each.preference, std::move(each.name)));
  return std::move(world.has(resolver, kDomain, RecordType::Mx, std::move(records)));
}

const std::string kMail = "mx.abc.example";

World target() {
  return with({{10, kMail}});
}

World refused(RecordType type, Outcome outcome) {
  World world = target();
  if (type == RecordType::Aaaa) world.lacks("r", kMail, RecordType::A);
  return std::move(world.fails("r", kMail, type, outcome));
}

const Row kRows[] = {
    // silent
    {"not asked yet", World(), {}},
    {"the target has not been asked for", target(), {}},
    {"an address", target().has("r", kMail, RecordType::A, {address(kMail, "192.0.2.1")}), {"mx.targets-resolve"}},
    {"an IPv6 address only",
     target().lacks("r", kMail, RecordType::A).has("r", kMail, RecordType::Aaaa, {address(kMail, "2001:db8::1")}),
     {"mx.targets-resolve"}},
    {"the IPv6 address has not been asked for", target().lacks("r", kMail, RecordType::A), {}},
    {"null MX", with({{0, ""}}), {}},
    {"Alibaba's own name is an alias of its own",
     with({{5, "mx1.sg.aliyun.com"}})
         .has("r", "mx1.sg.aliyun.com", RecordType::A,
              {cname("mx1.sg.aliyun.com", "mx.gds.example"), address("mx.gds.example", "192.0.2.1")}),
     {"mx.targets-resolve"}},
    {"one resolver lacks it, another has it",
     target().nothing_at("r", kMail, RecordType::A).has("s", kMail, RecordType::A, {address(kMail, "192.0.2.1")}),
     {"mx.targets-resolve"}},
    {"Alibaba's own name, for which a resolver has a wrong address",
     with({{5, "mx1.sg.aliyun.com"}})
         .has("r", "mx1.sg.aliyun.com", RecordType::A, {address("mx1.sg.aliyun.com", "0.0.0.0")}),
     {"mx.targets-resolve"}},
    // trouble
    {"an address of a private network",
     target().has("r", kMail, RecordType::A, {address(kMail, "192.168.0.9")}),
     {"mx.target-unroutable"}},
    {"an IPv6 address of this machine",
     target().lacks("r", kMail, RecordType::A).has("r", kMail, RecordType::Aaaa, {address(kMail, "::1")}),
     {"mx.target-unroutable"}},
    {"a name of the local network, for which nobody is asked",
     with({{10, "mail.abc.local"}}),
     {"mx.target-unresolvable"}},
    {"an alias",
     target().has("r", kMail, RecordType::A, {cname(kMail, "a.example"), address("a.example", "192.0.2.1")}),
     {"mx.target-alias"}},
    {"an alias of a name that is not there",
     target().nothing_at("r", kMail, RecordType::A, {cname(kMail, "a.example")}),
     {"mx.target-alias", "mx.target-unresolvable"}},
    {"an alias of itself",
     target()
         .fails("r", kMail, RecordType::A, Outcome::Malformed)
         .has("s", kMail, RecordType::A, {cname(kMail, kMail)}),
     {"mx.target-unresolvable"}},
    {"an IPv4 address", with({{10, "192.0.2.25"}}), {"mx.target-address"}},
    {"an IPv6 address as a name", with({{10, "2001:db8::25"}}), {"mx.target-address"}},
    {"no such name", target().nothing_at("r", kMail, RecordType::A), {"mx.target-unresolvable"}},
    {"no address of either kind",
     target().lacks("r", kMail, RecordType::A).lacks("r", kMail, RecordType::Aaaa),
     {"mx.target-unresolvable"}},
    // cannot tell
    {"the lookup failed", refused(RecordType::A, Outcome::Timeout), {"mx.target-unknown"}},
    {"the IPv6 lookup failed", refused(RecordType::Aaaa, Outcome::Servfail), {"mx.target-unknown"}},
    {"a resolver filters it", refused(RecordType::A, Outcome::Blocked), {"mx.target-unknown"}},
};

TEST(MxTargetsCheck, ReportsWhetherEachTargetIsAHostWithAnAddress) {
  expect_says(kMxTargetsCheck, kRows);
}

TEST(MxTargetsCheck, AsksForAnIpv6AddressOnlyIfThereIsNoOther) {
  const auto asked = [](World world) {
    return kMxTargetsCheck.run(views_of(world.evidence(), catalogue().provider)).queries;
  };
  ASSERT_EQ(asked(target()).size(), 1U);
  EXPECT_EQ(asked(target())[0].question, (Question{kMail, RecordType::A}));
  EXPECT_EQ(asked(target())[0].reach, Reach::First);
  EXPECT_EQ(asked(target().lacks("r", kMail, RecordType::A)).size(), 2U);
  EXPECT_EQ(asked(target().nothing_at("r", kMail, RecordType::A)).size(), 1U) << "NXDOMAIN holds for every type";
  EXPECT_EQ(asked(with({{10, "192.0.2.25"}, {20, ""}})).size(), 0U);
  EXPECT_EQ(asked(with({{10, kMail}, {20, kMail}})).size(), 1U) << "once, however often it is named";
}

}  // namespace
}  // namespace alimail::testing
