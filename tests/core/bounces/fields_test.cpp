#include "bounces/fields.h"

#include <gtest/gtest.h>

#include <string>

namespace alimail {
namespace {

std::string server(const Server& found) {
  return found.name + "/" + found.ip;
}

TEST(BounceFields, FindTheFirstAddressNearby) {
  EXPECT_EQ(mailbox_after("to: <a.b@abc.example>: no", 0), "a.b@abc.example");
  EXPECT_EQ(mailbox_after("a@abc.example b@abc.example", 13), "b@abc.example");
  EXPECT_EQ(mailbox_after("@abc.example a@abc", 0), "");
  EXPECT_EQ(mailbox_after(std::string(401, ' ') + "a@abc.example", 0), "") << "too far away";
  EXPECT_EQ(mailbox_after(std::string(390, 'a') + "@abc.example", 0), "") << "too long";
}

TEST(BounceFields, FindTheServerBehindOrBefore) {
  EXPECT_EQ(server(server_after("host mx.abc.example[192.0.2.1] said", 4)), "mx.abc.example/192.0.2.1");
  EXPECT_EQ(server(server_after("dns; mx.abc.example", 0)), "mx.abc.example/");
  EXPECT_EQ(server(server_after("[192.0.2.1]", 0)), "/192.0.2.1");
  EXPECT_EQ(server(server_after("mx.abc.example (IPv6:2001:db8::1)", 0)), "mx.abc.example/2001:db8::1");
  EXPECT_EQ(server(server_after("nothing", 0)), "/");
  const std::string_view before = "mx.abc.example[192.0.2.1] said";
  EXPECT_EQ(server(server_before(before, 25)), "mx.abc.example/192.0.2.1");
}

TEST(BounceFields, AreOneLine) {
  EXPECT_EQ(line_after("Status:  5.1.1\nnext", 6), "5.1.1");
  EXPECT_EQ(one_line(" a\n\tb  c "), "a b c");
  EXPECT_EQ(line_after("x", 9), "");
}

}  // namespace
}  // namespace alimail
