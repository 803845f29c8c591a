#include "records/macro_string.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

MacroPiece piece_of(std::string_view text) {
  return take_macro_piece(text).value_or(MacroPiece{});
}

TEST(MacroString, IsTakenApartPieceByPiece) {
  std::string_view text = "a%{d2r-}%%.";
  EXPECT_EQ(take_macro_piece(text)->literal, "a");
  const MacroPiece macro = *take_macro_piece(text);
  EXPECT_EQ(macro.letter, 'd');
  EXPECT_EQ(macro.keep, 2U);
  EXPECT_TRUE(macro.reversed && macro.expands && !macro.escapes);
  EXPECT_EQ(macro.delimiters, "-");
  EXPECT_EQ(take_macro_piece(text)->literal, "%");
  EXPECT_EQ(text, ".");
  EXPECT_TRUE(piece_of("%{S}").escapes);
  EXPECT_EQ(piece_of("%_").literal, " ");
  EXPECT_EQ(piece_of("%-").literal, "%20");
}

TEST(MacroString, LeavesTheTextWhereNoPieceIs) {
  for (const char* broken : {"", "%", "%x", "%{", "%{d", "%{q}", "%{d0}", "%{dx}", "\x01", "\xC3\xA9"}) {
    std::string_view text = broken;
    EXPECT_FALSE(take_macro_piece(text).has_value()) << broken;
    EXPECT_EQ(text, broken);
  }
}

TEST(MacroString, HasAFlawWithItsPlace) {
  EXPECT_FALSE(flaw_of_macro_string("see %{c} at %{t}").has_value());
  EXPECT_EQ(flaw_of_macro_string("see %x")->reason, "bad-macro");
  EXPECT_EQ(flaw_of_macro_string("see %x")->position, 4U);
  EXPECT_EQ(flaw_of_macro_string("a\xC3\xA9")->reason, "bad-character");
  EXPECT_FALSE(flaw_of_domain_spec("%{i}._spf.abc.example").has_value());
  EXPECT_FALSE(flaw_of_domain_spec("%{d}").has_value());
  EXPECT_EQ(flaw_of_domain_spec("%{c}.abc.example")->reason, "macro-letter");
  EXPECT_EQ(flaw_of_domain_spec("abc")->reason, "bad-domain");
  EXPECT_EQ(flaw_of_domain_spec("abc.123")->reason, "bad-domain");
}

}  // namespace
}  // namespace alimail
