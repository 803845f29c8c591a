// What a complaint reads like: the pieces of its words, a classifier made by hand, and the trained one.
#include "words/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "door/catalogue_json.h"
#include "reader.h"

namespace alimail::words_test {
namespace {

std::vector<std::string> pieces(const std::string& folded) {
  std::vector<WordPiece> found = pieces_of(folded);
  std::sort(found.begin(), found.end(), [](const WordPiece& a, const WordPiece& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<std::string> texts;
  for (const WordPiece& piece : found) texts.push_back(folded.substr(piece.begin, piece.end - piece.begin));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Likeness, TakesWordsPairsAndLettersOfLongWords) {
  EXPECT_EQ(pieces("my mx"), (Texts{"my", "my mx", "mx"}));
  EXPECT_EQ(pieces("quota"), (Texts{"quot", "quota", "uota"}));
  EXPECT_EQ(pieces("a,b"), (Texts{"a", "b"})) << "a pair does not cross the end of a clause";
}

TEST(Likeness, TakesOneToThreeCharactersOfAScriptWithoutSpaces) {
  EXPECT_EQ(pieces("收不到信"), (Texts{"收", "收不", "收不到", "不", "不到", "不到信", "到", "到信", "信"}));
  EXPECT_EQ(pieces("收mx信"), (Texts{"收", "mx", "信"}));
}

TEST(Likeness, TakesEachPieceOnceAndAnyBytes) {
  EXPECT_EQ(pieces("mx mx mx"), (Texts{"mx", "mx mx"}));
  EXPECT_TRUE(pieces("").empty());
  EXPECT_FALSE(pieces("\xFF\xFE\x80").empty());
}

// "mx" speaks for the one kind, "pop" for the other.
Likeness make_by_hand() {
  Likeness likeness;
  likeness.kinds = {"which-mx", "servers"};
  likeness.bias = {0, 0};
  likeness.unit = 65536;
  likeness.columns.resize(kBuckets);
  likeness.columns[pieces_of("mx").front().bucket] = 1;
  likeness.columns[pieces_of("pop").front().bucket] = 2;
  likeness.weights = {4, -4, -4, 4};
  return likeness;
}

// Shares view the kinds, so the classifier outlives them.
const Likeness& made_by_hand() {
  static const Likeness likeness = make_by_hand();
  return likeness;
}

TEST(Likeness, AddsUpAndSaysWhichWordsTellMost) {
  const Likely likely = what_it_reads_like("My MX?", made_by_hand(), {});
  ASSERT_EQ(likely.shares.size(), 2U);
  EXPECT_EQ(likely.shares[0].kind, "which-mx");
  EXPECT_EQ(likely.shares[0].percent, 99) << "eight doublings apart";
  EXPECT_EQ(likely.matched, Texts{"MX"}) << "as written";
}

TEST(Likeness, IsUndecidedWhereWordsContradict) {
  const Likely likely = what_it_reads_like("mx pop", made_by_hand(), {});
  EXPECT_EQ(likely.shares[0].percent, 50);
  EXPECT_EQ(likely.shares[1].percent, 50);
}

TEST(Likeness, SaysNothingWithoutAKnownPiece) {
  EXPECT_TRUE(what_it_reads_like("hello", made_by_hand(), {}).shares.empty());
  EXPECT_TRUE(what_it_reads_like("", made_by_hand(), {}).shares.empty());
  EXPECT_TRUE(what_it_reads_like("mx", {}, {}).shares.empty()) << "no classifier";
}

TEST(Likeness, OfBrokenDataHasNoKindsOrStopsAtTheEnd) {
  EXPECT_TRUE(likeness_from({}).kinds.empty());
  const Json broken =
      parse_json(
          R"({"unit": 1, "kinds": ["a", "b"], "bias": [0, 0], "pieces": "A9999", "gaps": "AZZ", "weights": "aaaa"})", 4)
          .value();
  EXPECT_EQ(likeness_from(broken).weights.size(), 2U);
}

const Likeness& trained() {
  return catalogue().lexicon().likeness;
}

Likely read(std::string_view text) {
  return what_it_reads_like(text, trained(), matcher().spelling);
}

TEST(Likeness, Trained) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"which MX values do I need, and with which priority", "which-mx"},
      {"域名解析改了多久生效", "dns-propagation-time"},
      {"忘記密碼怎麼重設", "password-reset"},
      {"迷惑メールに入ってしまいます、SPFは設定済みです", "weak-authentication"},
      {"imap server and port for outlook", "servers-and-ports"},
      {"手机收不到邮件", "mail-not-arriving"},
  };
  for (const auto& [text, kind] : rows) {
    const Likely likely = read(text);
    ASSERT_FALSE(likely.shares.empty()) << text;
    // The next training may turn two kinds that are close; how often the first is right, the scores say.
    const auto best = std::span(likely.shares).first(3);
    // clang++ 14 does not let a lambda capture `kind`.
    const auto is_kind = [wanted = kind](const Share& share) { return share.kind == wanted; };
    EXPECT_TRUE(std::any_of(best.begin(), best.end(), is_kind)) << text;
    EXPECT_FALSE(likely.matched.empty()) << text;
    for (const std::string& slice : likely.matched) EXPECT_NE(text.find(slice), std::string_view::npos) << slice;
  }
}

TEST(Likeness, SharesFallAndMakeAtMostAHundred) {
  for (const std::string& text :
       {std::string("mail"), std::string(70000, 'a'), std::string(70000, '\xE5'), std::string("忘记密码")}) {
    const std::vector<Share> shares = read(text).shares;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      sum += shares[i].percent;
      if (i > 0) {
        EXPECT_LE(shares[i].percent, shares[i - 1].percent);
      }
    }
    EXPECT_LE(sum, 100);
  }
}

}  // namespace
}  // namespace alimail::words_test
