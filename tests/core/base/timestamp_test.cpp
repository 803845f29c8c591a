#include "base/timestamp.h"

#include <gtest/gtest.h>

namespace alimail {
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

}  // namespace
}  // namespace alimail
