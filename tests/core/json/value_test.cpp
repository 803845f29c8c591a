// JSON text as values.
#include "json/value.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

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

// What nlohmann reads from the same text. `text` is "" for other kinds.
bool is_same(const Json& json, const nlohmann::json& tree) {
  switch (json.kind) {
    case Json::Kind::Null: return tree.is_null();
    case Json::Kind::Boolean: return tree.is_boolean() && tree.get<bool>() == json.boolean;
    case Json::Kind::Number: return tree.is_number_integer() && tree.get<std::int64_t>() == json.number;
    case Json::Kind::Fraction: return tree.is_number_float() || (tree.is_number_unsigned() && json.number == 0);
    case Json::Kind::Text: return tree.is_string() && tree.get_ref<const std::string&>() == json.text;
    case Json::Kind::Array:
      if (!tree.is_array() || tree.size() != json.items.size()) return false;
      for (std::size_t i = 0; i < json.items.size(); ++i) {
        if (!is_same(json.items[i], tree[i])) return false;
      }
      return true;
    case Json::Kind::Object: break;
  }
  if (!tree.is_object()) return false;
  for (const std::string& name : json.names) {
    if (!tree.contains(name) || !is_same(*member(json, name), tree[name])) return false;
  }
  return true;
}

void expect_same(const std::string& text) {
  const nlohmann::json tree = nlohmann::json::parse(text, nullptr, false);
  const Result<Json> json = parse_json(text, 16);
  ASSERT_EQ(json.ok(), !tree.is_discarded()) << text;
  if (json.ok()) {
    EXPECT_TRUE(is_same(json.value(), tree)) << text;
  }
}

constexpr const char* kTexts[] = {
    R"({"a":[1,-2,0,-0,3.5,1e3,-1E-3,0.1e+2],"b":{"c":null,"d":true,"e":false},"a":"again"})",
    R"([ "\"\\\/\b\f\n\r\t", "\u0041\u00e9\u4F60\ud83d\ude00", "\u0000" ])",
    R"(["\ud83d", 1])",
    R"(["\ude00\ud83d"])",
    R"(["\ud83dx\ude00"])",
    "[\"\xE4\xBD\xA0 \xF0\x9F\x98\x80 \xC3\xA9 \xED\x9F\xBF\", \"\xED\xA0\x80\"]",
    "\xEF\xBB\xBF {\t\"a\"\r:\n[ ] , \"\" : { } } ",
    "[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809,18446744073709551616]",
    "[1.7976931348623157e308]",
    "[1.7976931348623159e308]",
};

// Every text, every beginning of it, and every text with one byte replaced.
TEST(JsonText, GivesTheSameValuesAsNlohmann) {
  constexpr std::string_view kBytes = "\"\\,:[]{}0-+.eE tu\x01\x80\xC3\xED\xF4\xFF";
  for (const char* each : kTexts) {
    const std::string text = each;
    expect_same(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
      expect_same(text.substr(0, at));
      for (const char byte : kBytes) expect_same(text.substr(0, at) + byte + text.substr(at + 1));
    }
  }
}

TEST(JsonText, EndsAtItsEnd) {
  EXPECT_FALSE(parse_json(std::string_view("[]\0", 3), 8).ok());
  EXPECT_FALSE(parse_json(std::string_view("[\0]", 3), 8).ok());
  EXPECT_FALSE(parse_json("[1]]", 8).ok());
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
