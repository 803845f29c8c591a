#include "dns/record_type.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

TEST(TypeName, ConvertsEveryTypeToItsNameAndBack) {
  for (unsigned number = 1; number <= 0xFFFF; ++number) {
    const RecordType type{static_cast<std::uint16_t>(number)};
    ASSERT_EQ(type_from_name(type_name(type)), type) << number;
  }
  EXPECT_EQ(type_name(RecordType::Cname), "CNAME");
  EXPECT_EQ(type_name(RecordType{65280}), "TYPE65280");
}

TEST(TypeName, IgnoresCaseAndRefusesUnknownNames) {
  EXPECT_EQ(type_from_name("aaaa"), RecordType::Aaaa);
  EXPECT_EQ(type_from_name("Type257"), RecordType::Caa);
  for (const char* text : {"", "MXX", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "1", " A"}) {
    EXPECT_EQ(type_from_name(text), RecordType{0}) << text;
  }
}

}  // namespace
}  // namespace alimail
