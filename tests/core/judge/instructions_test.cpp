#include "judge/instructions.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

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

TEST(Instructions, AreShownWithoutAnyOfSeveralValues) {
  const Problems problems = problems_from(
      {}, parse_json(R"({"steps": [{"id": "about-ten-minutes", "without": "wait_until settle"}]})", 8).value());
  const auto shown = [&](const Args& values) { return applies(problems.steps[0], {values, ""}); };
  EXPECT_TRUE(shown({{"domain", "abc.example"}}));
  EXPECT_FALSE(shown({{"settle", std::int64_t{600}}})) << "a number is a value, too";
  EXPECT_FALSE(shown({{"wait_until", "2026-11-23T08:10:00Z"}}));
  EXPECT_TRUE(shown({{"wait", "2026-11-23T08:10:00Z"}})) << "only whole names count";
}

}  // namespace
}  // namespace alimail
