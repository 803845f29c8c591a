#include "advice/publish.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/world.h"
#include "dns/record_type.h"
#include "evidence/login_route.h"

namespace alimail::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Published published(World& world, const std::vector<std::string>& troubles, bool authentication = false) {
  std::vector<Finding> findings;
  for (const std::string& key : troubles) findings.push_back(finding_by_key(key));
  const Provider& provider = catalogue().provider;
  const Evidence& evidence = world.evidence();
  return records_to_publish(views_of(evidence, provider), findings, authentication);
}

// "add abc.example MX 5 mx1…": one line for each record.
std::vector<std::string> lines(const Published& published) {
  std::vector<std::string> lines;
  for (const RecordToPublish& record : published.records) {
    const std::string verb = record.change == Change::Add      ? "add "
                             : record.change == Change::Remove ? "remove "
                                                               : "replace ";
    const std::string priority = record.priority ? std::to_string(*record.priority) + " " : "";
    lines.push_back(verb + record.host + " " + type_name(record.type) + " " + priority + record.value);
  }
  return lines;
}

World with_mx(std::vector<ResourceRecord> records) {
  World world;
  world.in_question();
  if (records.empty()) {
    world.lacks("r", kDomain, RecordType::Mx);
  } else {
    world.has("r", kDomain, RecordType::Mx, std::move(records));
  }
  return world;
}

World without_login(World world) {
  return world.nothing_at("r", kHost, RecordType::Cname).nothing_at("r", kHost, RecordType::A);
}

World in_singapore() {
  return without_login(with_mx({mx(kDomain, 5, "mx1.sg.aliyun.com"), mx(kDomain, 10, "mx2.sg.aliyun.com")}));
}

TEST(RecordsToPublish, HaveTheLoginRecordOfTheSiteThatTheMxName) {
  World world = in_singapore();
  const Published out = published(world, {"login.missing"});
  EXPECT_THAT(lines(out), ElementsAre("add mail.abc.example CNAME mail.sg.aliyun.com"));
  EXPECT_TRUE(out.records.front().source.starts_with("https://")) << out.records.front().source;
}

TEST(RecordsToPublish, AreNotGuessedIfTheSiteIsUnknown) {
  World nothing = without_login(World().in_question());
  EXPECT_THAT(lines(published(nothing, {"login.missing"})), IsEmpty());
  EXPECT_EQ(published(nothing, {"login.missing"}).question, "edition");

  World two_sites =
      without_login(with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com"), mx(kDomain, 5, "mx1.sg.aliyun.com")}));
  EXPECT_THAT(lines(published(two_sites, {"login.missing"})), IsEmpty()) << "which one is right cannot be seen";
  EXPECT_EQ(published(two_sites, {"login.missing"}).question, "edition");
}

TEST(RecordsToPublish, HaveNoTargetThatDoesNotResolveNow) {
  World world = in_singapore();
  world.nothing_at("r", "mail.sg.aliyun.com", RecordType::A);
  const Published out = published(world, {"login.missing"});
  EXPECT_THAT(lines(out), IsEmpty());
  EXPECT_EQ(out.question, "") << "the site is known; its host is not";
}

TEST(RecordsToPublish, ReplaceAnAliasThatLeadsElsewhere) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  world.has("r", kHost, RecordType::Cname, {cname(kHost, "old.host.example")});
  world.has("r", kHost, RecordType::A, {cname(kHost, "old.host.example"), address("old.host.example", "192.0.2.1")});
  const Published out = published(world, {"login.elsewhere"});
  ASSERT_THAT(lines(out), ElementsAre("replace mail.abc.example CNAME qiye.aliyun.com"));
  EXPECT_THAT(out.records.front().current, ElementsAre("old.host.example"));
}

TEST(RecordsToPublish, OmitTheLoginHostIfNobodyMentionsIt) {
  World world = in_singapore();
  world.evidence().login_in_question = false;
  EXPECT_THAT(lines(published(world, {"login.not-published"})), IsEmpty());
}

TEST(RecordsToPublish, CompleteASetOfMx) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  EXPECT_THAT(lines(published(world, {"mx.partial"})),
              ElementsAre("add abc.example MX 10 mx2.qiye.aliyun.com", "add abc.example MX 15 mx3.qiye.aliyun.com"));
}

TEST(RecordsToPublish, RemoveTheMxOfTheFormerProvider) {
  World world = with_mx({mx(kDomain, 5, "mxn.mxhichina.com"), mx(kDomain, 10, "mxw.mxhichina.com"),
                         mx(kDomain, 20, "aspmx.l.google.com")});
  EXPECT_THAT(lines(published(world, {"mx.mixed"})), IsEmpty()) << "it may be a mail filter";
  EXPECT_EQ(published(world, {"mx.mixed"}).question, "other-mx");
  world.evidence().replies = {{"other-mx", "filter"}};
  EXPECT_THAT(lines(published(world, {"mx.mixed"})), IsEmpty());
  world.evidence().replies = {{"other-mx", "alibaba-only"}};
  EXPECT_THAT(lines(published(world, {"mx.mixed"})), ElementsAre("remove abc.example MX 20 aspmx.l.google.com"));
}

TEST(RecordsToPublish, ReplaceTwoSetsWithThatOfTheSiteInTheReply) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com"), mx(kDomain, 5, "mx1.sg.aliyun.com")});
  EXPECT_EQ(published(world, {"mx.two-sites"}).question, "edition");
  world.evidence().replies = {{"edition", "singapore"}};
  EXPECT_THAT(lines(published(world, {"mx.two-sites"})),
              ElementsAre("add abc.example MX 10 mx2.sg.aliyun.com", "remove abc.example MX 5 mx1.qiye.aliyun.com"));
}

TEST(RecordsToPublish, HaveTheWholeSetIfThereIsNoMxAndTheReplyNamesTheSite) {
  World world = with_mx({});
  EXPECT_EQ(published(world, {"mx.missing"}).question, "edition");
  world.evidence().replies = {{"edition", "china"}};
  EXPECT_EQ(published(world, {"mx.missing"}).records.size(), 3U);
}

TEST(RecordsToPublish, DoNotCompleteAnUndocumentedSet) {
  World world = with_mx({mx(kDomain, 5, "mx1.hk.aliyun.com"), mx(kDomain, 20, "aspmx.l.google.com")});
  EXPECT_THAT(lines(published(world, {"mx.mixed"})), IsEmpty());
}

TEST(RecordsToPublish, LeaveAnotherProvidersMailAlone) {
  World world = with_mx({mx(kDomain, 1, "aspmx.l.google.com")});
  const Published out = published(world, {"mx.foreign"});
  EXPECT_THAT(lines(out), IsEmpty());
  EXPECT_EQ(out.question, "");
}

TEST(RecordsToPublish, AddDmarcOnlyIfAuthenticationIsMentioned) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  EXPECT_THAT(lines(published(world, {"dmarc.missing"})), IsEmpty());
  EXPECT_THAT(lines(published(world, {"dmarc.missing"}, true)),
              ElementsAre("add _dmarc.abc.example TXT v=DMARC1; p=none"));
}

ResourceRecord text(std::string value) {
  return {kDomain, RecordType::Txt, 600, CharacterStrings{{std::move(value)}}};
}

TEST(RecordsToPublish, MoveADmarcPolicyThatIsInTheWrongPlace) {
  const auto moved = [](const std::string& stray) {
    World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
    world.has("r", kDomain, RecordType::Txt, {text(stray)});
    return lines(published(world, {"dmarc.wrong-place", "dmarc.missing"}, true));
  };
  EXPECT_THAT(moved("v=DMARC1; p=reject"), ElementsAre("add _dmarc.abc.example TXT v=DMARC1; p=reject",
                                                       "remove abc.example TXT v=DMARC1; p=reject"));
  EXPECT_THAT(moved("v=DMARC1; p=maybe"), ElementsAre("add _dmarc.abc.example TXT v=DMARC1; p=none"))
      << "what is no policy is not kept";
  const std::string longer = "v=DMARC1; p=reject; rua=mailto:" + std::string(600, 'a') + "@abc.example";
  EXPECT_THAT(moved(longer), ElementsAre("add _dmarc.abc.example TXT " + longer, "remove abc.example TXT " + longer))
      << "whole, although a finding shows only its beginning";
}

TEST(RecordsToPublish, RemoveTheAliasOfTheDomainItself) {
  World world = with_mx({cname(kDomain, "web.host.example")});
  EXPECT_THAT(lines(published(world, {"apex.alias"})), ElementsAre("remove abc.example CNAME web.host.example"));
}

TEST(RecordsToPublish, HaveNoSpfRecordIfSomeTermsWereNotRead) {
  std::string record = "v=spf1";
  for (int i = 0; i < 300; ++i) record += " ip4:192.0.2.1";
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  world.has("r", kDomain, RecordType::Txt, {text(record + " ~all")});
  EXPECT_THAT(lines(published(world, {"spf.syntax"})), IsEmpty());
}

World sending(std::vector<std::string> policies) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  std::vector<ResourceRecord> records;
  for (std::string& policy : policies) records.push_back(text(std::move(policy)));
  if (records.empty()) return world.lacks("r", kDomain, RecordType::Txt);
  return world.has("r", kDomain, RecordType::Txt, std::move(records));
}

TEST(RecordsToPublish, HaveTheSpfRecordOfTheSiteIfThereIsNone) {
  World world = sending({});
  EXPECT_THAT(lines(published(world, {"spf.missing"})),
              ElementsAre("add abc.example TXT v=spf1 include:spf.qiye.aliyun.com -all"));
}

TEST(RecordsToPublish, MergeTwoSpfRecordsAndKeepTheOtherSenders) {
  World world = sending({"v=spf1 ip4:192.0.2.1 ~all", "v=spf1 include:spf.qiye.aliyun.com -all"});
  const Published out = published(world, {"spf.multiple-records"});
  ASSERT_THAT(lines(out), ElementsAre("replace abc.example TXT v=spf1 ip4:192.0.2.1 include:spf.qiye.aliyun.com ~all"));
  EXPECT_EQ(out.records.front().current.size(), 2U);
}

// These terms, ten lookups that stay, and two hosts: one is gone, one has an address.
std::string over_the_limit(std::string terms) {
  for (int i = 0; i < 10; ++i) terms += " exists:%{i}.list" + std::to_string(i) + ".example";
  return "v=spf1 a:gone.example a:x.example " + terms + " -all";
}

World with_hosts(World world) {
  return world.has("r", "x.example", RecordType::A, {address("x.example", "192.0.2.1")})
      .lacks("r", "x.example", RecordType::Aaaa)
      .nothing_at("r", "gone.example", RecordType::A);
}

TEST(RecordsToPublish, HaveAddressesIfTheSpfRecordNeedsTooManyLookups) {
  World world = with_mx({});
  const std::string record = over_the_limit("ip4:192.0.2.7");
  world.has("r", kDomain, RecordType::Txt, {text(record)});
  EXPECT_THAT(lines(published(world, {"spf.too-many-lookups"})), IsEmpty()) << "nobody told the addresses";
  world = with_hosts(world);
  const Published out = published(world, {"spf.too-many-lookups"});
  ASSERT_EQ(out.records.size(), 1U);
  const RecordToPublish& flat = out.records.front();
  EXPECT_TRUE(flat.value.starts_with("v=spf1 ip4:192.0.2.1 ip4:192.0.2.7 exists:")) << flat.value;
  EXPECT_EQ(flat.change, Change::Replace);
  EXPECT_THAT(flat.current, ElementsAre(record));
  EXPECT_THAT(flat.flattened, ElementsAre("a:x.example"));
  EXPECT_THAT(flat.left_out, ElementsAre("a:gone.example"));
  EXPECT_EQ(flat.from, "checker");
  EXPECT_EQ(out.question, "");
}

TEST(RecordsToPublish, HaveNoSpfRecordThatStaysOverTheLimit) {
  World world = with_hosts(sending({over_the_limit("")}));
  world.has("r", "spf.qiye.aliyun.com", RecordType::Txt,
            {{"spf.qiye.aliyun.com", RecordType::Txt, 600, CharacterStrings{{"v=spf1 -all"}}}});
  EXPECT_THAT(lines(published(world, {"spf.too-many-lookups"})), IsEmpty())
      << "the include of the site is the eleventh";
  World unknown = with_mx({});
  unknown.has("r", kDomain, RecordType::Txt, {text(over_the_limit("include:%{i}.b.example"))});
  const Published out = published(unknown, {"spf.too-many-lookups"});
  EXPECT_THAT(lines(out), IsEmpty());
  EXPECT_EQ(out.question, "") << "the site would not help";
}

TEST(RecordsToPublish, HaveNoSpfRecordIfTheTextsAreUnknown) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  world.fails("r", kDomain, RecordType::Txt, Outcome::Servfail);
  EXPECT_THAT(lines(published(world, {"spf.missing"})), IsEmpty());
}

TEST(RecordsToPublish, NameTheZoneThatHoldsTheDomain) {
  World world = with_mx({mx(kDomain, 5, "mx1.qiye.aliyun.com")});
  EXPECT_EQ(published(world, {"mx.partial"}).records.front().zone, kDomain) << "nobody has shown it";
  world.lacks("r", kDomain, RecordType::Soa);
  world.evidence().answers.back().authority = {{"example", RecordType::Soa, 600, StartOfAuthority{}}};
  EXPECT_EQ(published(world, {"mx.partial"}).records.front().zone, "example");
  world.evidence().answers.back().authority = {{"aliyun.com", RecordType::Soa, 600, StartOfAuthority{}}};
  EXPECT_EQ(published(world, {"mx.partial"}).records.front().zone, kDomain)
      << "where an alias leads is no zone of theirs";
}

// Whether the record about this is put off, if the first cause has that reason.
bool is_later(About record, const std::vector<std::string>& found, std::size_t reason,
              Action action = Action::ChangeRecord) {
  std::vector<Finding> findings;
  for (const std::string& key : found) findings.push_back(finding_by_key(key));
  ProblemVerdict problem;
  CauseVerdict& cause = problem.causes.emplace_back();
  cause.state = State::Confirmed;
  cause.action = action;
  cause.because = {reason};
  std::vector<RecordToPublish> records(1);
  records[0].about = record;
  put_off(records, {problem}, findings);
  return records[0].later;
}

TEST(RecordsToPublish, ArePutOffIfTheyFixNeitherTheCauseNorAnError) {
  const std::vector<std::string> found = {"login.missing", "mx.missing", "spf.missing", "dmarc.missing"};
  EXPECT_FALSE(is_later(About::Login, found, 0)) << "it is the cause";
  EXPECT_FALSE(is_later(About::Mx, found, 0)) << "an error";
  EXPECT_TRUE(is_later(About::Spf, found, 0));
  EXPECT_TRUE(is_later(About::Dmarc, found, 0));
  EXPECT_FALSE(is_later(About::Dmarc, found, 3));
  EXPECT_FALSE(is_later(About::Spf, {"sender.refused"}, 0)) << "SPF decides about the sender";
  EXPECT_TRUE(is_later(About::Dmarc, {"probe.failed", "dmarc.missing"}, 0, Action::FixOnYourDevice));
}

}  // namespace
}  // namespace alimail::testing
