// The way as a drawing: every station once, and a mark where it breaks.
#include "advice/path.h"

#include <gtest/gtest.h>

#include "checks/said.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

std::string drawn(World world) {
  std::string text;
  for (const Hop& hop :
       path_of(world.evidence(), login_route(world.evidence(), catalogue().provider, existence_of(world.evidence())))) {
    const bool named = hop.id == "alias" || hop.id == "target";
    text += (text.empty() ? "" : ", ") + std::string(hop.id);
    if (named) text += ' ' + hop.name;
    text += ' ' + std::string(key_of(hop.state));
  }
  return text;
}

// The login host leads over these names; the last one has an address if `resolves`.
World over(const std::vector<std::string>& links, bool resolves) {
  std::vector<ResourceRecord> records;
  std::string from = kHost;
  for (const std::string& link : links) {
    records.push_back(cname(from, link));
    from = link;
  }
  World world;
  world.has("r", kHost, RecordType::Cname, {records.front()});
  if (!resolves) return world.nothing_at("r", kHost, RecordType::A, records);
  records.push_back(address(from, "192.0.2.1"));
  return world.has("r", kHost, RecordType::A, records);
}

const std::string kStart = "browser good, resolver good, login-host good, ";

TEST(Path, IsDirectIfTheRecordIs) {
  EXPECT_EQ(drawn(World()), "browser good, resolver unasked, login-host unasked, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"qiye.aliyun.com"}, true)), kStart + "target qiye.aliyun.com good, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"qiye.aliyun.com"}, true).probe("https://mail.abc.example/", ProbeOutcome::Reached)),
            kStart + "target qiye.aliyun.com good, alibaba-mail good");
  EXPECT_EQ(drawn(over({"qiye.aliyun.com", "cdn.aliyun.com"}, true)),
            kStart + "target qiye.aliyun.com good, alibaba-mail unasked")
      << "what lies behind it is the provider's own affair";
  EXPECT_EQ(
      drawn(World().has("r", kHost, RecordType::A, {address(kHost, "192.0.2.1")}).lacks("r", kHost, RecordType::Cname)),
      kStart + "alibaba-mail unasked");
}

TEST(Path, ShowsTheAliasesOnTheWay) {
  EXPECT_EQ(drawn(over({"webmail.abc.example", "qiye.aliyun.com"}, true)),
            kStart + "alias webmail.abc.example good, target qiye.aliyun.com good, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"cdn.host.example", "edge.host.example"}, true)),
            kStart + "alias cdn.host.example good, target edge.host.example unknown, alibaba-mail unasked");
}

TEST(Path, ShortensALongChainAndKeepsItsEnd) {
  EXPECT_EQ(drawn(over({"a1", "a2", "a3", "a4", "a5", "a6", "qiye.aliyun.com"}, true)),
            kStart +
                "alias a1 good, alias a2 good, alias a3 good, alias a4 good, alias a5 good, alias a6 good, "
                "target qiye.aliyun.com good, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "qiye.aliyun.com"}, true)),
            kStart +
                "alias a1 good, alias a2 good, alias a3 good, alias a4 good, alias a5 good, alias a6 good, "
                "alias a9 good, target qiye.aliyun.com good, alibaba-mail unasked");
}

TEST(Path, MarksTheHopThatFails) {
  World missing;
  missing.nothing_at("r", kHost, RecordType::Cname).nothing_at("r", kHost, RecordType::A);
  EXPECT_EQ(drawn(missing), "browser good, resolver good, login-host bad, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"gone.host.example"}, false)), kStart + "target gone.host.example bad, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"web.abc.example", "gone.host.example"}, false)),
            kStart + "alias web.abc.example good, target gone.host.example bad, alibaba-mail unasked");
  EXPECT_EQ(drawn(over({"qiye.aliyun.com"}, false)), kStart + "target qiye.aliyun.com bad, alibaba-mail unasked");
}

TEST(Path, MarksTheAliasThatLeadsBack) {
  World loop = told(
      {Said("r", kHost, RecordType::A, Outcome::Servfail)
           .records({cname(kHost, "a.example"), cname("a.example", "b.example"), cname("b.example", "a.example")})});
  EXPECT_EQ(drawn(loop), kStart + "alias a.example good, alias b.example bad, alibaba-mail unasked");
  World itself = told({Said("r", kHost, RecordType::A, Outcome::Servfail).records({cname(kHost, kHost)})});
  EXPECT_EQ(drawn(itself), "browser good, resolver good, login-host bad, alibaba-mail unasked");
}

TEST(Path, DoesNotMarkUnknownHops) {
  for (const Outcome failure : kFailures) {
    World silent;
    for (const RecordType type : {RecordType::Cname, RecordType::A, RecordType::Aaaa}) {
      silent.fails("r", kHost, type, failure);
    }
    const std::string resolver = failure == Outcome::Servfail ? "good" : "unknown";
    EXPECT_EQ(drawn(silent), "browser good, resolver " + resolver + ", login-host unknown, alibaba-mail unasked");
  }
}

}  // namespace
}  // namespace alimail::testing
