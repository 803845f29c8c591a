// The domain itself as a CNAME. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

const std::vector<ResourceRecord> kAlias = {cname(kDomain, "abc.cdn.example")};

const Row kRows[] = {
    // silent
    {"not asked yet", World(), {}},
    {"no alias", World().lacks("r", kDomain, RecordType::Cname), {"apex.no-alias"}},
    {"no such domain", World().nothing_at("r", kDomain, RecordType::Cname), {}},
    {"an address at the domain, as a provider puts it there in the place of an alias",
     World().lacks("r", kDomain, RecordType::Cname).has("r", kDomain, RecordType::A, {address(kDomain, "192.0.2.1")}),
     {"apex.no-alias"}},
    {"an alias somewhere else", World().has("r", kDomain, RecordType::Mx, {cname("www." + kDomain, "x.example")}), {}},
    {"the MX is there and nothing speaks of an alias",
     World()
         .has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")})
         .lacks("r", kDomain, RecordType::Cname),
     {"apex.no-alias"}},
    // trouble
    {"an alias", World().has("r", kDomain, RecordType::Cname, kAlias), {"apex.alias"}},
    {"the MX query met it", World().lacks("r", kDomain, RecordType::Mx, kAlias), {"apex.alias"}},
    {"the TXT query met it", World().nothing_at("r", kDomain, RecordType::Txt, kAlias), {"apex.alias"}},
    {"the SOA query met it", World().lacks("r", kDomain, RecordType::Soa, kAlias), {"apex.alias"}},
    {"only one of two resolvers met it",
     World().lacks("r", kDomain, RecordType::Cname).lacks("s", kDomain, RecordType::Mx, kAlias),
     {"apex.alias"}},
    {"the query for it failed, another met it",
     World().fails("r", kDomain, RecordType::Cname, Outcome::Timeout).lacks("r", kDomain, RecordType::Mx, kAlias),
     {"apex.alias"}},
    {"an alias of itself", World().has("r", kDomain, RecordType::Cname, {cname(kDomain, kDomain)}), {"apex.alias"}},
    // cannot tell
    {"the lookup failed", World().fails("r", kDomain, RecordType::Cname, Outcome::Timeout), {"apex.unknown"}},
    {"the lookup failed, and an MX answer proves nothing",
     World()
         .fails("r", kDomain, RecordType::Cname, Outcome::Servfail)
         .has("r", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")}),
     {"apex.unknown"}},
};

TEST(ApexCheck, ReportsWhetherTheDomainItselfIsAnAlias) {
  expect_says(kApexCheck, kRows);
}

TEST(ApexCheck, NamesTheTarget) {
  World world = World().has("r", kDomain, RecordType::Cname, kAlias);
  EXPECT_EQ(kApexCheck.run(views_of(world.evidence(), catalogue().provider)).findings[0].args,
            (Args{{"domain", kDomain}, {"target", "abc.cdn.example"}}));
}

TEST(ApexCheck, AsksOneResolverOneQuestion) {
  const std::vector<Query> queries = kApexCheck.run(views_of(World().evidence(), catalogue().provider)).queries;
  ASSERT_EQ(queries.size(), 1U);
  EXPECT_EQ(queries[0].question, (Question{kDomain, RecordType::Cname}));
  EXPECT_EQ(queries[0].reach, Reach::First);
}

}  // namespace
}  // namespace alimail::testing
