// check_host(): its results, and the questions that it asks before it has one.
#include "sender_policy/check_host.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dns/address_text.h"

namespace alimail {
namespace {

struct Known {
  Question question;
  PolicyAnswer answer;
};

class Zone {
 public:
  Zone& txt(const std::string& name, const std::string& text) {
    return add(name, RecordType::Txt, CharacterStrings{{text}});
  }
  Zone& a(const std::string& name, const std::string& address) {
    return add(name, RecordType::A, Address{address});
  }
  Zone& mx(const std::string& name, const std::string& exchange) {
    return add(name, RecordType::Mx, MailExchange{10, exchange});
  }
  Zone& cname(const std::string& name, RecordType asked, const std::string& target) {
    return add(name, asked, HostName{target}, RecordType::Cname);
  }
  Zone& ptr(const std::string& name, const std::string& host) {
    return add(name, RecordType::Ptr, HostName{host});
  }
  Zone& state(const std::string& name, RecordType type, LookupState state) {
    known_.push_back({{name, type}, {state, {}}});
    return *this;
  }

  [[nodiscard]] PolicyVerdict check(const std::string& address = "203.0.113.5", bool explain = false) const {
    PolicySender sender;
    const Result<std::string> ip4 = parse_ipv4(address);
    sender.address = ip4 ? ip4.value() : parse_ipv6(address).value();
    sender.mailbox = "postmaster@abc.example";
    sender.helo = "abc.example";
    sender.explain = explain;
    return check_host({ask, this}, sender, "abc.example");
  }

 private:
  Zone& add(const std::string& name, RecordType asked, Rdata data) {
    return add(name, asked, std::move(data), asked);
  }

  Zone& add(const std::string& name, RecordType asked, Rdata data, RecordType type) {
    const Question question = {name, asked};
    const ResourceRecord record = {name, type, 600, std::move(data)};
    for (Known& each : known_) {
      if (each.question != question) continue;
      each.answer.records.push_back(record);
      return *this;
    }
    known_.push_back({question, {LookupState::Records, {record}}});
    return *this;
  }

  static PolicyAnswer ask(const void* context, const Question& question) {
    for (const Known& each : static_cast<const Zone*>(context)->known_) {
      if (each.question == question) return each.answer;
    }
    return {};
  }

  std::vector<Known> known_;
};

Zone with_record(const std::string& record) {
  return Zone().txt("abc.example", record);
}

using Names = std::vector<std::string>;

Names needed_names(const PolicyVerdict& verdict) {
  Names names;
  for (const Question& each : verdict.needed) names.push_back(each.name);
  return names;
}

TEST(CheckHost, NamesTheDecidingTerm) {
  struct Row {
    const char* record;
    PolicyResult result;
    const char* term;
  };
  const Row rows[] = {
      {"v=spf1 ip4:203.0.113.5 -all", PolicyResult::Pass, "ip4:203.0.113.5"},
      {"v=spf1 ip4:203.0.113.0/24 -all", PolicyResult::Pass, "ip4:203.0.113.0/24"},
      {"v=spf1 ip4:203.0.113.7/30 -all", PolicyResult::Pass, "ip4:203.0.113.7/30"},
      {"v=spf1 ip4:203.0.113.0/30 -all", PolicyResult::Fail, "-all"},
      {"v=spf1 ip4:0.0.0.0/0 -all", PolicyResult::Pass, "ip4:0.0.0.0/0"},
      {"v=spf1 ip6:::/0 ~all", PolicyResult::SoftFail, "~all"},
      {"v=spf1 ?all", PolicyResult::Neutral, "?all"},
      {"v=spf1", PolicyResult::Neutral, ""},
      {"v=spf1 -ip4:203.0.113.5 +all", PolicyResult::Fail, "-ip4:203.0.113.5"},
  };
  for (const Row& row : rows) {
    const PolicyVerdict verdict = with_record(row.record).check();
    EXPECT_EQ(verdict.result, row.result) << row.record;
    EXPECT_EQ(verdict.term, row.term) << row.record;
    EXPECT_EQ(verdict.reason, "") << row.record;
    EXPECT_EQ(verdict.domain, "abc.example");
  }
}

TEST(CheckHost, TreatsAMappedAddressAsIp4) {
  EXPECT_EQ(with_record("v=spf1 ip4:203.0.113.5 -all").check("::ffff:203.0.113.5").result, PolicyResult::Pass);
  EXPECT_EQ(with_record("v=spf1 ip6:2001:db8::/32 -all").check("2001:db8::1").result, PolicyResult::Pass);
}

TEST(CheckHost, NamesTheErrorInThePolicy) {
  struct Row {
    Zone zone;
    PolicyResult result;
    const char* reason;
  };
  const Row rows[] = {
      {Zone().txt("abc.example", "google-site-verification=x"), PolicyResult::None, "no-record"},
      {Zone().state("abc.example", RecordType::Txt, LookupState::Nxdomain), PolicyResult::None, "no-record"},
      {Zone().state("abc.example", RecordType::Txt, LookupState::Failed), PolicyResult::TempError, "lookup-failed"},
      {with_record("v=spf1 -all").txt("abc.example", "v=spf1 -all"), PolicyResult::PermError, "several-records"},
      {with_record("v=spf1 foo -all"), PolicyResult::PermError, "syntax"},
      {with_record("v=spf1 include:abc.example -all"), PolicyResult::PermError, "too-many-lookups"},
      {with_record("v=spf1 redirect=abc.example"), PolicyResult::PermError, "too-many-lookups"},
      {with_record("v=spf1 include:a.example -all").state("a.example", RecordType::Txt, LookupState::Nodata),
       PolicyResult::PermError, "include-without-record"},
      {with_record("v=spf1 redirect=a.example").state("a.example", RecordType::Txt, LookupState::Nodata),
       PolicyResult::PermError, "redirect-without-record"},
      {with_record("v=spf1 a:a.example a:b.example a:c.example -all")
           .state("a.example", RecordType::A, LookupState::Nodata)
           .state("b.example", RecordType::A, LookupState::Nxdomain)
           .state("c.example", RecordType::A, LookupState::Nodata),
       PolicyResult::PermError, "too-many-void-lookups"},
      {with_record("v=spf1 a:a.example -all").state("a.example", RecordType::A, LookupState::Failed),
       PolicyResult::TempError, "lookup-failed"},
      {with_record("v=spf1 include:a.example -all").txt("a.example", "v=spf1 x"), PolicyResult::PermError, "syntax"},
  };
  for (const Row& row : rows) {
    const PolicyVerdict verdict = row.zone.check();
    EXPECT_EQ(verdict.result, row.result) << row.reason;
    EXPECT_EQ(verdict.reason, row.reason);
    const bool listed = std::find(kPolicyReasons.begin(), kPolicyReasons.end(), verdict.reason) != kPolicyReasons.end();
    EXPECT_TRUE(listed) << verdict.reason;
  }
}

TEST(CheckHost, AllowsTenExchangesAndNoMore) {
  Zone zone = with_record("v=spf1 mx -all");
  for (char c = 'a'; c < 'k'; ++c) {
    const std::string host = std::string(1, c) + ".example";
    zone.mx("abc.example", host).a(host, c == 'j' ? "203.0.113.5" : "203.0.113.6");
  }
  EXPECT_EQ(zone.check().result, PolicyResult::Pass);
  zone.mx("abc.example", "k.example");
  EXPECT_EQ(zone.check().reason, "too-many-exchanges");
}

TEST(CheckHost, IgnoresAFailedPtrLookup) {
  const Zone zone = with_record("v=spf1 ptr:abc.example -all")
                        .ptr("5.113.0.203.in-addr.arpa", "gone.abc.example")
                        .state("gone.abc.example", RecordType::A, LookupState::Failed);
  EXPECT_EQ(zone.check().result, PolicyResult::Fail);
  Zone found = zone;
  found.ptr("5.113.0.203.in-addr.arpa", "out.abc.example").a("out.abc.example", "203.0.113.5");
  EXPECT_EQ(found.check().result, PolicyResult::Pass);
  EXPECT_EQ(found.check().term, "ptr:abc.example");
}

TEST(CheckHost, SkipsAliasesOnTheWayToAnAnswer) {
  // RFC 2317 delegates the reverse names of a small network this way. The alias is not a name of the sender.
  const std::string reverse = "5.113.0.203.in-addr.arpa";
  const Zone zone = with_record("v=spf1 ptr -all")
                        .cname(reverse, RecordType::Ptr, "5.0-7.abc.example")
                        .ptr(reverse, "out.other.example")
                        .a("out.other.example", "203.0.113.5");
  EXPECT_EQ(zone.check().result, PolicyResult::Fail);
  const Zone alone = with_record("v=spf1 a:a.example -all").cname("a.example", RecordType::A, "b.example");
  EXPECT_EQ(alone.check().result, PolicyResult::Fail) << "an alias to nothing is no error";
}

TEST(CheckHost, AsksAllForeseeableQuestionsAtOnce) {
  EXPECT_EQ(needed_names(Zone().check()), (Names{"abc.example"}));
  Zone zone = with_record("v=spf1 include:a.example a:h.example mx exists:%{i}.e.example redirect=r.example");
  const PolicyVerdict first = zone.check();
  EXPECT_EQ(first.result, PolicyResult::Pending);
  EXPECT_EQ(needed_names(first), (Names{"a.example", "h.example", "abc.example", "r.example"}));
  zone.txt("a.example", "v=spf1 include:b.example a:h.example -all").mx("abc.example", "mx.example");
  EXPECT_EQ(needed_names(zone.check()), (Names{"b.example", "h.example", "mx.example", "r.example"}));
}

TEST(CheckHost, TellsTheAddressOfTheSenderOnlyIfNoTermBeforeMatches) {
  for (const std::string term : {"exists:%{i}.e.example", "exists:%{ir}.e.example", "a:%{i}.e.example", "ptr",
                                 "include:%{p}.e.example", "redirect=%{i}.e.example"}) {
    Zone zone = with_record("v=spf1 a:h.example " + term);
    EXPECT_EQ(needed_names(zone.check()), Names{"h.example"}) << term;
    zone.a("h.example", "192.0.2.9");
    const Names needed = needed_names(zone.check());
    ASSERT_EQ(needed.size(), 1U) << term;
    EXPECT_NE(needed.front().find("203"), std::string::npos) << term << " and no term before it matches";
  }
  Zone inside =
      with_record("v=spf1 a:h.example include:b.example -all").txt("b.example", "v=spf1 exists:%{i}.e.example");
  EXPECT_EQ(needed_names(inside.check()), Names{"h.example"}) << "an include is part of the same evaluation";
  EXPECT_EQ(with_record("v=spf1 ip4:203.0.113.0/24 exists:%{i}.e.example -all").check().result, PolicyResult::Pass);
}

TEST(CheckHost, DoesNotWaitForAnswersThatCannotChangeTheResult) {
  EXPECT_EQ(with_record("v=spf1 ip4:203.0.113.5 include:a.example -all").check().result, PolicyResult::Pass);
  EXPECT_EQ(with_record("v=spf1 -all include:a.example").check().result, PolicyResult::Fail);
  EXPECT_EQ(needed_names(with_record("v=spf1 include:a.example -all a:h.example").check()), (Names{"a.example"}));
}

TEST(CheckHost, GivesTheExplanationOfTheDomainThatRefused) {
  Zone zone = with_record("v=spf1 -all exp=why.abc.example");
  EXPECT_EQ(zone.check().result, PolicyResult::Fail) << "nobody asked for an explanation";
  EXPECT_EQ(needed_names(zone.check("203.0.113.5", true)), (Names{"why.abc.example"}));
  zone.txt("why.abc.example", "%{c} may not send for %{d}");
  EXPECT_EQ(zone.check("203.0.113.5", true).explanation, "203.0.113.5 may not send for abc.example");
  zone.txt("why.abc.example", "a second one");
  EXPECT_EQ(zone.check("203.0.113.5", true).explanation, "");
}

}  // namespace
}  // namespace alimail
