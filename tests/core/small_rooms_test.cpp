// Timestamps, instructions, alias chains, and what follows from a verdict.
#include <gtest/gtest.h>

#include "base/digits.h"
#include "base/timestamp.h"
#include "checks/world.h"
#include "judge/instructions.h"
#include "model/keys.h"

namespace alimail::testing {
namespace {

TEST(Timestamp, ConvertsBothWays) {
  struct Row {
    const char* text;
    std::int64_t seconds;
  };
  const Row rows[] = {
      {"1970-01-01T00:00:01Z", 1},          {"2000-02-29T12:00:00Z", 951825600},  {"2024-02-29T23:59:59Z", 1709251199},
      {"2026-11-23T08:30:15Z", 1795422615}, {"2038-01-19T03:14:08Z", 2147483648}, {"2100-03-01T00:00:00Z", 4107542400},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(parse_time(row.text), row.seconds) << row.text;
    EXPECT_EQ(format_time(row.seconds), row.text);
  }
  EXPECT_EQ(parse_time("2026-11-23T08:30:15.123Z"), 1795422615);
}

TEST(Timestamp, IsUnknownForAnythingElse) {
  for (const char* text : {"", "now", "2026-11-23", "2026-11-23T08:30:15", "2026-11-23T08:30:15+08:00",
                           "2026-13-23T08:30:15Z", "2026-00-23T08:30:15Z", "1969-12-31T23:59:59Z",
                           "20x6-11-23T08:30:15Z", "2026-11-23T25:30:15Z", "2026-11-23 08:30:15Z"}) {
    EXPECT_EQ(parse_time(text), 0) << text;
  }
  EXPECT_EQ(format_time(0), "");
  EXPECT_EQ(format_time(-5), "");
}

TEST(Digits, AreReadUpToTheMaximum) {
  EXPECT_EQ(parse_number("0", 9), 0U);
  EXPECT_EQ(parse_number("007", 255), 7U);
  EXPECT_EQ(parse_number("65535", 65535), 65535U);
  EXPECT_EQ(parse_number("fFfF", 65535, 16), 65535U);
  EXPECT_EQ(parse_number("18446744073709551615", UINT64_MAX), UINT64_MAX);
  for (const char* text : {"", " 1", "1 ", "-1", "+1", "0x1", "1a", "65536", "18446744073709551616"}) {
    EXPECT_FALSE(parse_number(text, 65535).has_value()) << text;
  }
  EXPECT_FALSE(parse_number("18446744073709551616", UINT64_MAX).has_value());
  EXPECT_FALSE(parse_number("g", 255, 16).has_value());
  std::string_view text = "12.5";
  EXPECT_EQ(take_number(text, 255), 12U);
  EXPECT_EQ(text, ".5");
}

TEST(Instructions, FillInCommandsAndLeaveOutWhatHasNoValue) {
  const Args values = {{"login_host", "mail.abc.example"}};
  EXPECT_EQ(fill_in("dig {login_host} CNAME", values), "dig mail.abc.example CNAME");
  EXPECT_EQ(fill_in("ipconfig /flushdns", values), "ipconfig /flushdns");
  EXPECT_EQ(fill_in("dig {domain} MX", values), "");
}

TEST(Instructions, AreShownOnlyWhereTheyApply) {
  const Json file =
      parse_json(R"({"causes": [{"steps": ["publish", "find-out", "no-such", "click", "forward"]}]})", 8).value();
  const Json shared =
      parse_json(R"({"steps": [{"id": "publish", "needs": "target"}, {"id": "find-out", "without": "target"},
              {"id": "click", "role": "postmaster"}, {"id": "forward", "role": "member"}]})",
                 8)
          .value();
  const Problems problems = problems_from({file}, shared);
  const auto ids = [&](const Args& values, std::string_view role) {
    std::vector<std::string> list;
    const Indexes& steps = problems.list[0].causes()[0].steps();
    for (const Instruction& each : instructions(steps, problems.steps, {values, role})) {
      list.emplace_back(each.id);
    }
    return list;
  };
  EXPECT_EQ(ids({{"target", "qiye.aliyun.com"}}, "postmaster"), (std::vector<std::string>{"publish", "click"}));
  EXPECT_EQ(ids({}, "member"), (std::vector<std::string>{"find-out", "forward"}));
  EXPECT_EQ(ids({}, ""), (std::vector<std::string>{"find-out", "click", "forward"})) << "nobody said who asks";
}

TEST(AliasChain, IsFollowedToItsEndOrItsLimit) {
  std::vector<ResourceRecord> records = {cname("a.example", "b.example"), cname("b.example", "c.example")};
  EXPECT_EQ(alias_chain(records, "a.example").targets, (std::vector<std::string>{"b.example", "c.example"}));
  EXPECT_TRUE(alias_chain(records, "z.example").targets.empty());
  records.push_back(cname("c.example", "a.example"));
  EXPECT_TRUE(alias_chain(records, "a.example").loops);

  std::vector<ResourceRecord> endless;
  for (int i = 0; i < 50; ++i) {
    endless.push_back(cname("n" + std::to_string(i) + ".example", "n" + std::to_string(i + 1) + ".example"));
  }
  const AliasChain chain = alias_chain(endless, "n0.example");
  EXPECT_EQ(chain.targets.size(), kMaxAliases);
  EXPECT_TRUE(chain.cut) << "longer than any resolver would follow";
}

TEST(Keys, OfEveryEnumConvertBothWays) {
  for (const char* key : {"change-record", "wait", "ask-administrator", "fix-on-your-device", "contact-support",
                          "not-alibaba-mail", "nothing-wrong", "need-more", "use-admin-console"}) {
    EXPECT_EQ(key_of(*action_from_key(key)), key);
  }
  EXPECT_FALSE(action_from_key("pray").has_value());
  EXPECT_FALSE(failure_from_key("tired").has_value());
  EXPECT_FALSE(probe_outcome_from_key("").has_value());
}

}  // namespace
}  // namespace alimail::testing
