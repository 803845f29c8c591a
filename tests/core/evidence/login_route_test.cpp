#include "evidence/login_route.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

LoginRoute route(World world) {
  return login_route(world.evidence(), catalogue().provider, existence_of(world.evidence()));
}

World alias(const std::string& target) {
  return World()
      .has("a", kHost, RecordType::Cname, {cname(kHost, target)})
      .has("a", kHost, RecordType::A, {cname(kHost, target), address(target, "192.0.2.1")});
}

TEST(LoginRoute, IsWhereTheAliasLeads) {
  EXPECT_EQ(route(World()).kind, RouteKind::Pending);
  EXPECT_EQ(route(alias("qiye.aliyun.com")).kind, RouteKind::Alibaba);
  EXPECT_EQ(route(alias("web.host.example")).kind, RouteKind::Elsewhere);
  EXPECT_EQ(route(alias("web.host.example")).target, "web.host.example");
  EXPECT_EQ(route(missing_everywhere()).kind, RouteKind::Missing);
  World no_host;
  no_host.evidence().subject.login_host.clear();
  EXPECT_EQ(route(no_host).kind, RouteKind::NoHost);
}

TEST(LoginRoute, IsAnAddressALoopOrLeadsNowhere) {
  EXPECT_EQ(
      route(World().lacks("a", kHost, RecordType::Cname).has("a", kHost, RecordType::A, {address(kHost, "192.0.2.1")}))
          .kind,
      RouteKind::AddressRecord);
  EXPECT_EQ(route(World()
                      .has("a", kHost, RecordType::Cname, {cname(kHost, kHost)})
                      .fails("a", kHost, RecordType::A, Outcome::Servfail))
                .kind,
            RouteKind::Loop);
  EXPECT_EQ(route(World()
                      .has("a", kHost, RecordType::Cname, {cname(kHost, "gone.example")})
                      .nothing_at("a", kHost, RecordType::A, {cname(kHost, "gone.example")}))
                .kind,
            RouteKind::Dangling);
}

TEST(LoginRoute, NamesEachWayToFailOnceByResolver) {
  World world = World()
                    .fails("b", kHost, RecordType::Cname, Outcome::Timeout)
                    .fails("a", kHost, RecordType::Cname, Outcome::Servfail)
                    .fails("b", kHost, RecordType::A, Outcome::Timeout)
                    .fails("b", kHost, RecordType::Aaaa, Outcome::Timeout);
  const LoginRoute unknown = route(world);
  EXPECT_EQ(unknown.kind, RouteKind::Unknown);
  EXPECT_EQ(unknown.failing, (std::vector<Unanswered>{{"a", Outcome::Servfail}, {"b", Outcome::Timeout}}));
}

}  // namespace
}  // namespace alimail::testing
