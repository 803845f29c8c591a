#include "pasted/block.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(PastedBlock, KeepsOnlyRecordsThatAreSome) {
  PastedBlock block;
  add_record(block, "abc.com", RecordType::A, 60, "192.0.2.1");
  add_record(block, "abc.com", RecordType::A, 60, "not an address");
  ASSERT_EQ(block.records.size(), 1U);
  EXPECT_EQ(block.records.front().ttl, 60U);
}

TEST(PastedBlock, SaysNothingWhereItSaysNothingWhole) {
  EXPECT_TRUE(answers_of({}).empty());
  PastedBlock asked;
  asked.command.tool = Tool::Nslookup;
  asked.command.asked = {"abc.com", RecordType::A};
  EXPECT_TRUE(answers_of(asked).empty()) << "the output was cut off";
}

}  // namespace
}  // namespace alimail
