// The site that a domain uses, according to its records and the person's reply.
#include "evidence/site.h"

#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

SiteInUse in_use(World world) {
  return views_of(world.evidence(), catalogue().provider).site;
}

std::string id(const Site* site) {
  return site != nullptr ? site->id() : "";
}

World with_mx(const std::vector<std::string>& exchanges) {
  std::vector<ResourceRecord> records;
  for (const std::string& exchange : exchanges) records.push_back(mx(kDomain, 5, exchange));
  return World().has("r", kDomain, RecordType::Mx, std::move(records));
}

World with_login(World world, const std::string& target) {
  return std::move(world.has("r", kHost, RecordType::Cname, {cname(kHost, target)}));
}

World replied(World world, const std::string& site) {
  world.evidence().replies.push_back({"edition", site});
  return world;
}

TEST(SiteInUse, FollowsTheMailExchanges) {
  EXPECT_EQ(id(in_use(with_mx({"mx1.qiye.aliyun.com", "mx2.qiye.aliyun.com"})).chosen), "china");
  EXPECT_EQ(id(in_use(with_mx({"mxn.mxhichina.com"})).chosen), "china-hichina");
  EXPECT_EQ(id(in_use(with_mx({"mx1.sg.aliyun.com"})).chosen), "singapore");
  EXPECT_EQ(id(in_use(with_mx({"mx1.hk.aliyun.com"})).chosen), "hong-kong");
  EXPECT_EQ(id(in_use(with_mx({"mx1.de.alibabacloud.com"})).chosen), "germany");
  EXPECT_EQ(id(in_use(with_mx({"mx1.us.alibabacloud.com"})).chosen), "united-states");
  EXPECT_EQ(id(in_use(with_mx({"mx1.sg.aliyun.com", "aspmx.l.google.com"})).chosen), "singapore");
}

TEST(SiteInUse, IsUnknownWithoutEvidence) {
  EXPECT_EQ(in_use(World()).chosen, nullptr);
  EXPECT_EQ(in_use(with_mx({"aspmx.l.google.com"})).chosen, nullptr);
  EXPECT_EQ(in_use(with_mx({"mx.aliyun.com"})).chosen, nullptr);
  EXPECT_EQ(in_use(with_mx({"mx1.sg.aliyun.com", "mx1.qiye.aliyun.com"})).chosen, nullptr) << "two sites";
  EXPECT_EQ(in_use(with_mx({})).chosen_by, "");
  EXPECT_EQ(in_use(World().fails("r", kDomain, RecordType::Mx, Outcome::Timeout)).chosen, nullptr);
}

TEST(SiteInUse, TreatsTheTwoChinaSetsAsOneSite) {
  const SiteInUse found = in_use(with_mx({"mx1.qiye.aliyun.com", "mxn.mxhichina.com"}));
  EXPECT_EQ(id(found.mx), "china");
  EXPECT_TRUE(found.both_china_sites);
}

TEST(SiteInUse, PrefersMailExchangesThenTheReplyThenTheLoginHost) {
  const World all = replied(with_login(with_mx({"mx1.sg.aliyun.com"}), "qiye.aliyun.com"), "germany");
  EXPECT_EQ(in_use(all).chosen_by, "mx");
  EXPECT_EQ(id(in_use(all).login), "china");
  const SiteInUse said = in_use(replied(with_login(World(), "qiye.aliyun.com"), "germany"));
  EXPECT_EQ(said.chosen_by, "reply");
  EXPECT_EQ(id(said.chosen), "germany");
  const SiteInUse login = in_use(replied(with_login(World(), "mail.sg.aliyun.com"), "unknown"));
  EXPECT_EQ(login.chosen_by, "login");
  EXPECT_EQ(id(login.chosen), "singapore");
}

World with_spf(World world, const std::string& text, const std::string& resolver = "r") {
  return std::move(
      world.has(resolver, kDomain, RecordType::Txt, {{kDomain, RecordType::Txt, 600, CharacterStrings{{text}}}}));
}

TEST(SiteInUse, FollowsTheSpfRecordAsALastResort) {
  const auto spf = [](const std::string& text) { return in_use(with_spf(World(), text)); };
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
  EXPECT_EQ(id(in_use(changing).spf), "singapore");
  EXPECT_EQ(in_use(with_spf(with_login(World(), "qiye.aliyun.com"), "v=spf1 include:spf.sg.aliyun.com ~all")).chosen_by,
            "login");
}

TEST(SiteInUse, FollowsTheReplyIfTheMailExchangesNameTwoSites) {
  const World two = with_login(with_mx({"mx1.sg.aliyun.com", "mx1.qiye.aliyun.com"}), "qiye.aliyun.com");
  EXPECT_EQ(in_use(two).chosen, nullptr);
  EXPECT_EQ(in_use(replied(two, "singapore")).chosen_by, "reply");
}

TEST(SiteInUse, UsesTheSetOfOneResolver) {
  World world;
  world.has("old", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  world.has("new", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.sg.aliyun.com")});
  world.has("new2", kDomain, RecordType::Mx, {mx(kDomain, 5, "mx1.sg.aliyun.com")});
  EXPECT_EQ(id(in_use(world).chosen), "singapore");
}

TEST(SiteInUse, ReadsTheHostsForMailApps) {
  World world;
  world.has("r", "imap." + kDomain, RecordType::A, {cname("imap." + kDomain, "imap.sg.aliyun.com")});
  EXPECT_EQ(id(in_use(world).client), "singapore");
  EXPECT_EQ(in_use(world).chosen, nullptr) << "an old name in a mail program proves no site";
}

}  // namespace
}  // namespace alimail::testing
