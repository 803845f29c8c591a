// The domain itself: whether it exists, and why no server answers for it. Rows: silent, trouble, cannot tell.
#include <gtest/gtest.h>

#include "checks/said.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

Said soa(const char* resolver, Outcome outcome) {
  Said said(resolver, kDomain, RecordType::Soa, outcome);
  if (outcome == Outcome::Records) said.records({soa_of(kDomain, 1)});
  return said;
}

Said second(const char* resolver, Outcome outcome) {
  return soa(resolver, outcome).unchecked();
}

// Both resolvers fail at the first lookup.
World failing(std::vector<Said> then) {
  return told(then, told({soa("r", Outcome::Servfail), soa("s", Outcome::Servfail)}));
}

std::vector<Row> silent_rows() {
  return {
      {"not asked yet", World(), {}},
      {"the zone answers", told({soa("r", Outcome::Records)}), {"domain.exists"}},
      {"the name lies inside a larger zone", told({soa("r", Outcome::Nodata)}), {"domain.exists"}},
      {"the SOA is not there yet, but a name below the domain is",
       told({Said("r", kHost, RecordType::A, Outcome::Nodata)}),
       {"domain.exists"}},
      {"a name below the domain does not exist",
       told({soa("r", Outcome::Records), Said("r", kHost, RecordType::A, Outcome::Nxdomain)}),
       {"domain.exists"}},
      {"one resolver has trouble of its own",
       told({soa("r", Outcome::Records), soa("s", Outcome::Servfail)}),
       {"domain.exists"}},
      {"two have, and name no reason",
       told({soa("r", Outcome::Records), soa("s", Outcome::Servfail), soa("t", Outcome::Servfail)}),
       {"domain.exists"}},
      {"one names DNSSEC, and fails without validation too",
       told({soa("r", Outcome::Records), soa("s", Outcome::Servfail).error(9), second("s", Outcome::Servfail)}),
       {"domain.exists"}},
      {"one names DNSSEC, and was not asked again yet",
       told({soa("r", Outcome::Records), soa("s", Outcome::Servfail).error(9)}),
       {"domain.exists"}},
      {"an unsupported algorithm is no failure of validation",
       told({soa("r", Outcome::Records), soa("s", Outcome::Servfail).error(1), second("s", Outcome::Records)}),
       {"domain.exists"}},
      {"a second look alone says nothing", told({second("r", Outcome::Records)}), {}},
      {"an answer about another name", told({Said("r", "other.example", RecordType::Soa, Outcome::Nxdomain)}), {}},
  };
}

std::vector<Row> trouble_rows() {
  return {
      {"nothing is there", told({soa("r", Outcome::Nxdomain)}), {"domain.nonexistent"}},
      {"nothing is there, as the answer about MX says",
       told({soa("r", Outcome::Timeout), Said("r", kDomain, RecordType::Mx, Outcome::Nxdomain)}),
       {"domain.nonexistent"}},
      {"one resolver knows it, another does not",
       told({soa("r", Outcome::Records), soa("s", Outcome::Nxdomain)}),
       {"domain.inconsistent"}},
      {"the same resolver knows the SOA, but no MX and no domain",
       told({soa("r", Outcome::Records), Said("r", kDomain, RecordType::Mx, Outcome::Nxdomain)}),
       {"domain.inconsistent"}},
      {"there is no such domain, but a name below it",
       told({soa("r", Outcome::Nxdomain), Said("r", kHost, RecordType::A, Outcome::Nodata)}),
       {"domain.inconsistent"}},
      {"everybody answers as soon as nobody validates",
       failing({second("r", Outcome::Records), second("s", Outcome::Records)}),
       {"domain.dnssec-broken"}},
      {"the zone is a larger one", failing({second("r", Outcome::Nodata)}), {"domain.dnssec-broken"}},
      {"one hears the CD bit and names DNSSEC, the other does not hear it",
       told({soa("r", Outcome::Servfail).error(7), soa("s", Outcome::Servfail), second("r", Outcome::Records),
             second("s", Outcome::Servfail)}),
       {"domain.dnssec-broken"}},
      {"a resolver that does not validate answers all the same",
       told({soa("alidns", Outcome::Records), soa("google", Outcome::Servfail).error(6),
             second("google", Outcome::Records)}),
       {"domain.dnssec-broken", "domain.exists"}},
      {"no answer without validation either",
       failing({second("r", Outcome::Servfail), second("s", Outcome::Servfail)}),
       {"domain.name-servers-silent"}},
      {"the servers cannot be reached",
       failing({second("r", Outcome::Servfail).error(22, "no servers could be reached"),
                second("s", Outcome::Servfail).error(23, "timed out")}),
       {"domain.name-servers-silent"}},
      {"the servers refuse this zone",
       failing({second("r", Outcome::Servfail).error(23, "[192.0.2.1] rcode=REFUSED for abc.example/soa"),
                second("s", Outcome::Servfail).error(22, "At delegation abc.example")}),
       {"domain.lame"}},
      {"the servers say that it is not theirs",
       failing({second("r", Outcome::Servfail).error(20), second("s", Outcome::Servfail)}),
       {"domain.lame"}},
  };
}

std::vector<Row> unknown_rows() {
  return {
      {"every resolver gets SERVFAIL, and none was asked again", failing({}), {"domain.servfail"}},
      {"the second look finds nobody",
       failing({second("r", Outcome::Timeout), second("s", Outcome::HttpError)}),
       {"domain.servfail"}},
      {"only one of the second looks came back", failing({second("r", Outcome::Servfail)}), {"domain.servfail"}},
      {"somebody answers now who did not fail before", failing({second("t", Outcome::Records)}), {"domain.servfail"}},
      {"one answers now, the other does not, and no reason is named",
       failing({second("r", Outcome::Records), second("s", Outcome::Servfail)}),
       {"domain.servfail"}},
      {"the old failures are only repeated",
       failing({second("r", Outcome::Servfail).error(13), second("s", Outcome::Servfail).error(13)}),
       {"domain.servfail"}},
      {"the CD bit was not heard",
       failing({second("r", Outcome::Servfail).error(9), second("s", Outcome::Servfail).error(9)}),
       {"domain.servfail"}},
      {"only the SOA fails; the same resolvers answer about other names",
       failing({second("r", Outcome::Servfail), second("s", Outcome::Servfail),
                Said("r", kHost, RecordType::A, Outcome::Nxdomain),
                Said("s", kDomain, RecordType::Mx, Outcome::Nodata)}),
       {"domain.unknown"}},
      {"the SOA fails for DNSSEC at a resolver that answers about another name",
       told({soa("r", Outcome::Servfail).error(9), second("r", Outcome::Records),
             Said("r", kHost, RecordType::A, Outcome::Nodata)}),
       {"domain.unknown"}},
      {"one SERVFAIL alone may be that resolver's own", told({soa("r", Outcome::Servfail)}), {"domain.unknown"}},
  };
}

TEST(DomainCheck, DistinguishesAnAbsentDomainFromASilentOne) {
  expect_says(kDomainCheck, silent_rows());
  expect_says(kDomainCheck, trouble_rows());
  expect_says(kDomainCheck, unknown_rows());
}

TEST(DomainCheck, NeverReportsAFailureAsAnAbsence) {
  for (const Outcome failure : kFailures) {
    EXPECT_EQ(says(kDomainCheck, told({soa("r", failure)})), Keys{"domain.unknown"}) << key_of(failure);
    EXPECT_EQ(says(kDomainCheck, told({soa("r", Outcome::Records), soa("s", failure)})), Keys{"domain.exists"})
        << key_of(failure);
  }
}

std::vector<Query> asked_by(World world) {
  return kDomainCheck.run(views_of(world.evidence(), catalogue().provider)).queries;
}

TEST(DomainCheck, MakesASecondLookupOnlyIfTheFirstFailed) {
  for (const Row& row : silent_rows()) {
    World world = row.world;
    const std::vector<Answer>& answers = world.evidence().answers;
    const bool asked = std::any_of(answers.begin(), answers.end(), [](const Answer& a) { return a.checking_disabled; });
    const bool doubtful = std::string(row.story).starts_with("one names DNSSEC");
    EXPECT_EQ(asked_by(row.world).size(), asked || doubtful ? 3U : 2U) << row.story;
  }
  const std::vector<Query> queries = asked_by(failing({}));
  ASSERT_EQ(queries.size(), 3U);
  EXPECT_EQ(queries[2].question, (Question{kDomain, RecordType::Soa}));
  EXPECT_TRUE(queries[2].checking_disabled);
  EXPECT_EQ(queries[2].reach, Reach::Every);
}

TEST(DomainCheck, ReportsTheReasonsOfTheResolvers) {
  World world = told({soa("r", Outcome::Servfail).error(9, "no DNSKEY"), soa("s", Outcome::Servfail),
                      second("r", Outcome::Records), second("s", Outcome::Records)});
  const CheckResult result = kDomainCheck.run(views_of(world.evidence(), catalogue().provider));
  const std::vector<Args> errors = records_in(result.findings.front(), "errors");
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0], (Args{{"resolver", "r"}, {"code", std::int64_t{9}}, {"text", "no DNSKEY"}}));
  EXPECT_EQ(errors[1], (Args{{"resolver", "s"}, {"outcome", "servfail"}}));
}

TEST(DomainCheck, TruncatesLongReasons) {
  std::vector<Said> answers;
  for (int i = 0; i < 40; ++i) {
    answers.push_back(Said("r" + std::to_string(i), kDomain, RecordType::Soa, Outcome::Servfail)
                          .error(22, std::string(4000, 'x'))
                          .unchecked());
  }
  World world = failing(answers);
  const CheckResult result = kDomainCheck.run(views_of(world.evidence(), catalogue().provider));
  const std::vector<Args> errors = records_in(result.findings.front(), "errors");
  EXPECT_EQ(errors.size(), 8U);
  std::size_t texts = 0;
  for (const Args& error : errors) {
    if (error.back().name != "text") continue;  // of the first lookup, which gave no reason
    ++texts;
    EXPECT_EQ(std::get<std::string>(error.back().value), std::string(160, 'x'));
  }
  EXPECT_GT(texts, 0U);
}

Said servers(std::vector<std::string> names) {
  std::vector<ResourceRecord> records;
  for (std::string& name : names) records.push_back({kDomain, RecordType::Ns, 600, HostName{std::move(name)}});
  return Said("r", kDomain, RecordType::Ns, Outcome::Records).records(std::move(records));
}

TEST(DomainCheck, NamesWhoRunsTheNameServers) {
  struct Known {
    std::vector<std::string> servers;
    const char* provider;
  };
  const Known rows[] = {
      {{"dns1.hichina.com", "dns2.hichina.com"}, "alibaba-cloud"},
      {{"f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"}, "tencent-cloud"},
      {{"ns1.example", "ns2.example"}, "other"},
      {{"dns1.hichina.com", "f1g1ns1.dnspod.net"}, "other"},
  };
  for (const Known& known : rows) {
    World world = told({servers(known.servers)});
    const CheckResult result = kDomainCheck.run(views_of(world.evidence(), catalogue().provider));
    ASSERT_EQ(keys_of(result.findings), (Keys{"domain.exists", "domain.dns-host"}));
    EXPECT_EQ(result.findings.back().args[0], (Arg{"provider", known.provider}));
    EXPECT_EQ(result.findings.back().args[1], (Arg{"servers", known.servers}));
  }
  EXPECT_EQ(says(kDomainCheck, told({Said("r", kDomain, RecordType::Ns, Outcome::Nodata)})), Keys{"domain.exists"});
  for (const Outcome failure : kFailures) {
    EXPECT_EQ(says(kDomainCheck, told({Said("r", kDomain, RecordType::Ns, failure)})), Keys{}) << key_of(failure);
  }
}

}  // namespace
}  // namespace alimail::testing
