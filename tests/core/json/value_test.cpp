// JSON text as values.
#include "json/value.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "json/list.h"

namespace alimail {
namespace {

TEST(JsonText, IsReadAsNlohmannReadsIt) {
  for (const char* text : {"null", "true", "-7", "\"\\u4f60 \\n\"", "[1,[],{}]", R"({"a":1,"b":{"c":["d"]}})"}) {
    EXPECT_TRUE(parse_json(text, 8).ok()) << text;
  }
  for (const char* text : {"", "{", "[1,]", "{\"a\"}", "nul", "\"\x80\"", "1 2", "{\"a\":1,}"}) {
    EXPECT_EQ(parse_json(text, 8).error().code, "not-json") << text;
  }
  EXPECT_EQ(parse_json("[[[]]]", 3).ok(), true);
  EXPECT_EQ(parse_json("[[[[]]]]", 3).error().code, "too-deep");
}

TEST(JsonText, KeepsIntegersAndRecognizesFractions) {
  const auto kind = [](const char* text) { return parse_json(text, 1).value().kind; };
  EXPECT_EQ(parse_json("9223372036854775807", 1).value().number, INT64_MAX);
  EXPECT_EQ(kind("9223372036854775808"), Json::Kind::Fraction);
  EXPECT_EQ(kind("1.5"), Json::Kind::Fraction);
  EXPECT_EQ(member(parse_json(R"({"a":1,"a":2})", 1).value(), "a")->number, 2) << "the last one counts";
}

TEST(JsonValue, GivesNothingWhereAMemberIsMissingOrOfAnotherKind) {
  const Json json = parse_json(R"({"text":"a","list":["b",1,"c"],"yes":true})", 4).value();
  EXPECT_EQ(text_or_empty(json, "text"), "a");
  EXPECT_EQ(text_or_empty(json, "none"), "");
  EXPECT_EQ(member(json, "none"), nullptr);
  EXPECT_EQ(number_or_zero(json, "text"), 0);
  EXPECT_TRUE(flag(json, "yes"));
  EXPECT_FALSE(flag(json, "text"));
  EXPECT_EQ(texts(json, "list"), (std::vector<std::string>{"b", "c"})) << "what is not a text is left out";
  EXPECT_TRUE(array_or_empty(json, "text").empty());
}

TEST(JsonValue, IsReadAsAListOfTexts) {
  const Json json = parse_json(R"(["a","b"])", 4).value();
  std::string joined;
  for (const std::string_view text : ListOf<std::string_view>(json)) joined += text;
  EXPECT_EQ(joined, "ab");
  EXPECT_EQ(ListOf<std::string_view>(json).size(), 2U);
}

}  // namespace
}  // namespace alimail
