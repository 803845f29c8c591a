#include "pasted/command.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(PastedCommand, IsReadBehindAnyPrompt) {
  for (const char* line :
       {"nslookup -type=mx abc.com 8.8.8.8", "C:\\Users\\z>nslookup -type=mx abc.com 8.8.8.8",
        "z@pc:~$ nslookup -q=mx abc.com 8.8.8.8", "PS C:\\> nslookup.exe -querytype=mx abc.com 8.8.8.8"}) {
    PastedCommand command;
    ASSERT_TRUE(read_command(line, command)) << line;
    EXPECT_EQ(command.tool, Tool::Nslookup);
    EXPECT_EQ(command.asked, (Question{"abc.com", RecordType::Mx}));
    EXPECT_EQ(command.server, "8.8.8.8");
  }
}

TEST(PastedCommand, KnowsTheOptionsOfDig) {
  PastedCommand command;
  ASSERT_TRUE(read_command("dig @223.5.5.5 abc.com TXT +short", command));
  EXPECT_EQ(command.server, "223.5.5.5");
  EXPECT_EQ(command.asked.type, RecordType::Txt);
  EXPECT_TRUE(command.bare);
  ASSERT_TRUE(read_command("$ dig +trace abc.com", command));
  EXPECT_TRUE(command.trace);
  EXPECT_FALSE(command.bare);
}

TEST(PastedCommand, IsNoProse) {
  for (const char* line : {"", "nslookup says no", "I ran dig and it failed", "the host is down", "pinging abc.com"}) {
    PastedCommand command;
    EXPECT_FALSE(read_command(line, command)) << line;
  }
}

}  // namespace
}  // namespace alimail
