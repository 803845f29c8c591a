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

// Wherever it is: plain texts are read eight bytes at a time.
TEST(JsonText, EscapesEveryByteThatNeedsIt) {
  for (std::size_t at = 0; at < 18; ++at) {
    for (int byte = 0; byte < 0x100; ++byte) {
      const std::string before(at, byte % 2 == 0 ? ' ' : '~');
      const std::string behind(17 - at, 'b');
      JsonWriter writer;
      const Tree read =
          Tree::parse(writer.array().value(before + static_cast<char>(byte) + behind).end().text(), nullptr, false);
      ASSERT_FALSE(read.is_discarded()) << byte;
      const std::string expected = byte < 0x80 ? std::string(1, static_cast<char>(byte)) : "\xEF\xBF\xBD";
      EXPECT_EQ(read[0].get<std::string>(), before + expected + behind) << byte;
    }
  }
}

}  // namespace
}  // namespace alimail
