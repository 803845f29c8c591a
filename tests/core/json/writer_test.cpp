// Values as JSON text, read back by nlohmann: a mistake that the core's reader and writer shared would not show otherwise.
#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>

#include "json/value.h"

namespace alimail {
namespace {

using Tree = nlohmann::json;

TEST(JsonText, IsReadableByAnyParser) {
  JsonWriter writer;
  std::string bytes = "\"\\/\n\x01\xFF\xE4\xBD\xA0\xED\xA0\x80\xF0\x9F\x98\x80\xC0\x80\xF5";
  writer.object()
      .put("k", bytes)
      .name("n")
      .value(std::int64_t{-5})
      .name("l")
      .values(std::vector<std::string>{"", "x"})
      .name("f")
      .value(true)
      .end();
  const Tree read = Tree::parse(writer.text(), nullptr, false);
  ASSERT_FALSE(read.is_discarded()) << writer.text();
  EXPECT_EQ(read["k"].get<std::string>(),
            Tree::parse(Tree(bytes).dump(-1, ' ', false, Tree::error_handler_t::replace)).get<std::string>());
  EXPECT_EQ(read["n"], -5);
  EXPECT_EQ(read["l"], (Tree{"", "x"}));
  EXPECT_EQ(read["f"], true);
}

TEST(JsonText, EscapesEveryByteThatNeedsIt) {
  for (int byte = 0; byte < 0x100; ++byte) {
    const std::string text = std::string("a") + static_cast<char>(byte) + "b";
    JsonWriter writer;
    const Tree read = Tree::parse(writer.array().value(text).end().text(), nullptr, false);
    ASSERT_FALSE(read.is_discarded()) << byte;
    const std::string expected = byte < 0x80 ? text
                                             : "a\xEF\xBF\xBD"
                                               "b";
    EXPECT_EQ(read[0].get<std::string>(), expected) << byte;
  }
}

}  // namespace
}  // namespace alimail
