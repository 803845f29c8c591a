// Which site a domain is on, by its records and by what the person said.
#include "evidence/site.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

Edition edition(World world) {
  return views_of(world.evidence(), catalogue().provider).edition;
}

std::string id(const Family* family) {
  return family != nullptr ? text_or_empty(*family, "id") : "";
}

World with_mx(const std::vector<std::string>& exchanges) {
  std::vector<ResourceRecord> records;
  for (const std::string& exchange : exchanges) records.push_back(mx(kDomain, 5, exchange));
  return World().has("r", kDomain, RecordType::Mx, std::move(records));
}

World with_login(World world, const std::string& target) {
  return std::move(world.has("r", kHost, RecordType::Cname, {cname(kHost, target)}));
}

World replied(World world, const std::string& family) {
  world.evidence().replies.push_back({"edition", family});
  return world;
}

TEST(Edition, IsThatOfTheMailExchanges) {
  EXPECT_EQ(id(edition(with_mx({"mx1.qiye.aliyun.com", "mx2.qiye.aliyun.com"})).chosen), "china");
  EXPECT_EQ(id(edition(with_mx({"mxn.mxhichina.com"})).chosen), "china-hichina");
  EXPECT_EQ(id(edition(with_mx({"mx1.sg.aliyun.com"})).chosen), "singapore");
  EXPECT_EQ(id(edition(with_mx({"mx1.hk.aliyun.com"})).chosen), "hong-kong");
  EXPECT_EQ(id(edition(with_mx({"mx1.de.alibabacloud.com"})).chosen), "germany");
  EXPECT_EQ(id(edition(with_mx({"mx1.us.alibabacloud.com"})).chosen), "united-states");
  EXPECT_EQ(id(edition(with_mx({"mx1.sg.aliyun.com", "aspmx.l.google.com"})).chosen), "singapore");
}

TEST(Edition, IsOpenWhereNothingSaysIt) {
  EXPECT_EQ(edition(World()).chosen, nullptr);
  EXPECT_EQ(edition(with_mx({"aspmx.l.google.com"})).chosen, nullptr);
  EXPECT_EQ(edition(with_mx({"mx.aliyun.com"})).chosen, nullptr);
  EXPECT_EQ(edition(with_mx({"mx1.sg.aliyun.com", "mx1.qiye.aliyun.com"})).chosen, nullptr) << "two sites";
  EXPECT_EQ(edition(with_mx({})).chosen_by, "");
  EXPECT_EQ(edition(World().fails("r", kDomain, RecordType::Mx, Outcome::Timeout)).chosen, nullptr);
}

TEST(Edition, TakesTheTwoChinaSetsForOneSite) {
  const Edition found = edition(with_mx({"mx1.qiye.aliyun.com", "mxn.mxhichina.com"}));
  EXPECT_EQ(id(found.mx), "china");
  EXPECT_TRUE(found.both_china_sets);
}

TEST(Edition, IsChosenByMailExchangesBeforeThePersonBeforeTheLoginHost) {
  const World all = replied(with_login(with_mx({"mx1.sg.aliyun.com"}), "qiye.aliyun.com"), "germany");
  EXPECT_EQ(edition(all).chosen_by, "mx");
  EXPECT_EQ(id(edition(all).login), "china");
  const Edition said = edition(replied(with_login(World(), "qiye.aliyun.com"), "germany"));
  EXPECT_EQ(said.chosen_by, "reply");
  EXPECT_EQ(id(said.chosen), "germany");
  const Edition login = edition(replied(with_login(World(), "mail.sg.aliyun.com"), "unknown"));
  EXPECT_EQ(login.chosen_by, "login");
  EXPECT_EQ(id(login.chosen), "singapore");
}

World with_spf(World world, const std::string& text, const std::string& resolver = "r") {
  return std::move(
      world.has(resolver, kDomain, RecordType::Txt, {{kDomain, RecordType::Txt, 600, CharacterStrings{{text}}}}));
}

TEST(Edition, IsThatOfTheSpfRecordWhereNothingElseSaysIt) {
  const auto spf = [](const std::string& text) { return edition(with_spf(World(), text)); };
  EXPECT_EQ(id(spf("v=spf1 include:spf.qiye.aliyun.com -all").spf), "china");
  EXPECT_EQ(id(spf("v=spf1 include:spf.mxhichina.com -all").spf), "china-hichina");
  EXPECT_EQ(id(spf("v=spf1 ip4:192.0.2.1 include:SPF.SG.aliyun.com -all").spf), "singapore");
  EXPECT_EQ(id(spf("v=spf1 redirect=spf.de.alibabacloud.com").spf), "germany");
  EXPECT_EQ(spf("v=spf1 include:spf.us.alibabacloud.com -all").chosen_by, "spf");
  EXPECT_EQ(spf("v=spf1 include:spf1.dm.aliyun.com -all").spf, nullptr);
  EXPECT_EQ(spf("v=spf1 include:_spf.google.com -all").spf, nullptr);
  EXPECT_EQ(spf("include:spf.sg.aliyun.com is what we use").spf, nullptr);
  EXPECT_EQ(spf("v=spf1 include:spf.sg.aliyun.com include:spf.qiye.aliyun.com -all").spf, nullptr) << "two sites";
  const World changing = with_spf(with_spf(World(), "v=spf1 include:spf.sg.aliyun.com -all"),
                                  "v=spf1 include:spf.qiye.aliyun.com -all", "s");
  EXPECT_EQ(id(edition(changing).spf), "singapore");
  EXPECT_EQ(
      edition(with_spf(with_login(World(), "qiye.aliyun.com"), "v=spf1 include:spf.sg.aliyun.com ~all")).chosen_by,
      "login");
}

TEST(Edition, OfTwoSitesAmongTheMailExchangesIsLeftToThePerson) {
  const World two = with_login(with_mx({"mx1.sg.aliyun.com", "mx1.qiye.aliyun.com"}), "qiye.aliyun.com");
  EXPECT_EQ(edition(two).chosen, nullptr);
  EXPECT_EQ(edition(replied(two, "singapore")).chosen_by, "reply");
}

TEST(Edition, IsReadFromOneResolversSetAndNotFromOldAndNewTogether) {
  World world;
  world.has("old", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  world.has("new", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.sg.aliyun.com")});
  world.has("new2", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.sg.aliyun.com")});
  EXPECT_EQ(id(edition(world).chosen), "singapore");
}

TEST(Edition, HearsTheHostsForMailPrograms) {
  World world;
  world.has("r", "imap." + kDomain, RecordType::A, {cname("imap." + kDomain, "imap.sg.aliyun.com")});
  EXPECT_EQ(id(edition(world).client), "singapore");
  EXPECT_EQ(edition(world).chosen, nullptr) << "an old name in a mail program proves no site";
}

}  // namespace
}  // namespace alimail::testing
