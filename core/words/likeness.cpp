#include "words/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/order.h"

namespace alimail {
namespace {

constexpr std::size_t kRun = 4;
constexpr std::size_t kCharacters = 3;
constexpr std::size_t kLeastKnown = 5;  // one piece of five, or the text is of a kind that nobody was trained on
constexpr std::size_t kMaxTelling = 6;  // words that are shown

struct Collector {
  std::string_view text;
  Vector<WordPiece> pieces;

  // FNV-1a over bytes of the text. `seed` tells the kinds of pieces apart.
  void add(std::uint32_t seed, std::size_t begin, std::size_t end) {
    std::uint32_t hash = 2166136261U ^ seed;
    for (std::size_t i = begin; i < end; ++i) hash = (hash ^ static_cast<unsigned char>(text[i])) * 16777619U;
    hash ^= hash >> 15U;
    pieces.push_back({hash % kBuckets, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
};

bool is_wide(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
}

// Numbers of likeness.json are written in letters, a number in as many letters of the last kind as it holds that letter's
// value, and one more for the rest.
class Letters {
 public:
  explicit Letters(std::string_view text) : text_(text) {}

  // The next number, or nothing at the end.
  std::optional<std::size_t> next() {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr std::size_t kMore = kDigits.size() - 1;
    std::size_t number = 0;
    while (at_ < text_.size()) {
      const std::size_t value = kDigits.find(text_[at_++]);
      if (value == std::string_view::npos) return std::nullopt;
      number += value;
      if (value < kMore) return number;
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// a to g; capitals are negative.
std::int8_t weight_of(char letter) {
  constexpr std::array<std::int8_t, 8> kLevels = {2, 3, 4, 6, 8, 12, 16, 0};
  const bool negative = letter < 'a';
  const std::int8_t size = kLevels[static_cast<std::size_t>(letter - (negative ? 'A' : 'a')) & 7U];
  return negative ? static_cast<std::int8_t>(-size) : size;
}

// 2^(x/256) in 1/65536, for x from -4096 to 0: the powers of a sixteenth, interpolated, so that no library is asked.
std::int64_t power_of_two(std::int64_t x) {
  constexpr std::array<std::int64_t, 17> kSixteenths = {65536,  68438,  71468,  74632,  77936,  81386,
                                                        84990,  88752,  92682,  96785,  101070, 105545,
                                                        110218, 115098, 120194, 125515, 131072};
  if (x <= -4096) return 0;
  const std::int64_t above = x + 4096;
  const auto index = static_cast<std::size_t>(above % 256 / 16);
  const std::int64_t low = kSixteenths[index];
  return (low + (kSixteenths[index + 1] - low) * (above % 16) / 16) >> (16 - above / 256);
}

struct Sum {
  const Likeness& likeness;
  const Vector<WordPiece>& pieces;  // all have a column
  [[nodiscard]] std::size_t width() const {
    return likeness.weights.size() / likeness.kinds.size();
  }
  [[nodiscard]] int weight(std::size_t kind, const WordPiece& piece) const {
    return likeness.weights[kind * width() + likeness.columns[piece.bucket] - 1];
  }
  // In 1/256 of a doubling.
  [[nodiscard]] std::int64_t score(std::size_t kind) const {
    std::int64_t sum = 0;
    for (const WordPiece& piece : pieces) sum += weight(kind, piece);
    // The square root of a whole number is rounded alike everywhere (IEEE 754).
    const auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(pieces.size() << 16U)));
    return sum * likeness.unit / root + likeness.bias[kind];
  }
};

Vector<Share> shares_of(const Sum& sum, std::size_t& best) {
  Vector<std::int64_t> scores;
  for (std::size_t kind = 0; kind < sum.likeness.kinds.size(); ++kind) scores.push_back(sum.score(kind));
  best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  const std::int64_t top = scores[best];
  std::int64_t total = 0;
  for (const std::int64_t score : scores) total += power_of_two(score - top);
  Vector<Share> shares;
  // The best kind again and again: for two dozen kinds this is enough, and a sort adds to the wasm.
  while (shares.size() < scores.size()) {
    const auto next = std::max_element(scores.begin(), scores.end());
    const auto kind = static_cast<std::size_t>(next - scores.begin());
    shares.push_back({sum.likeness.kinds[kind], 100 * power_of_two(*next - top) / total});
    *next = INT64_MIN;
  }
  return shares;
}

// The whole word around a part of it; characters of a script without spaces have no such word.
std::pair<std::size_t, std::size_t> word_around(std::string_view text, const WordPiece& piece) {
  std::size_t begin = piece.begin;
  std::size_t end = piece.end;
  if (!is_alphanumeric(text[begin])) return {begin, end};
  while (begin > 0 && is_alphanumeric(text[begin - 1])) --begin;
  while (end < text.size() && is_alphanumeric(text[end])) ++end;
  return {begin, end};
}

// The words of the pieces that speak most for the kind, in the order of the text. Words that touch become one slice.
Vector<String> most_telling(const Sum& sum, std::size_t kind, std::string_view complaint, const Folded& folded) {
  constexpr std::array kLeast = {16, 12, 8, 6, 4, 3, 2};
  Vector<bool> marked(folded.text.size());
  std::size_t words = 0;
  for (const int least : kLeast) {
    for (const WordPiece& piece : sum.pieces) {
      if (words >= kMaxTelling || sum.weight(kind, piece) != least) continue;
      const auto [begin, end] = word_around(folded.text, piece);
      if (!marked[begin]) ++words;
      for (std::size_t i = begin; i < end; ++i) marked[i] = true;
    }
  }
  Vector<String> slices;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (!marked[i]) continue;
    const std::size_t begin = i;
    while (i + 1 < marked.size() &&
           (marked[i + 1] || (folded.text[i + 1] == ' ' && i + 2 < marked.size() && marked[i + 2])))
      ++i;
    const std::size_t from = folded.begin[begin];
    slices.emplace_back(complaint.substr(from, folded.end[i] - from));
  }
  return slices;
}

}  // namespace

Vector<WordPiece> pieces_of(std::string_view folded) {
  Collector collector{folded, {}};
  const std::string_view text = collector.text;
  std::size_t before = text.size();  // where the previous word of the clause begins
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    if (is_alphanumeric(text[i])) {
      while (i < text.size() && is_alphanumeric(text[i])) ++i;
      collector.add('w', begin, i);
      if (before < begin) collector.add('2', before, i);
      before = begin;
      if (i - begin >= kRun) {
        collector.add('<', begin, begin + kRun);
        for (std::size_t k = begin + 1; k + kRun <= i; ++k) collector.add('4', k, k + kRun);
      }
    } else if (is_wide(text[i])) {
      Vector<std::size_t> starts;
      for (; i < text.size() && is_wide(text[i]); ++i) {
        if (begins_character(text[i])) starts.push_back(i);
      }
      starts.push_back(i);
      for (std::size_t k = 0; k + 1 < starts.size(); ++k) {
        for (std::size_t n = 1; n <= kCharacters && k + n < starts.size(); ++n) {
          collector.add('c', starts[k], starts[k + n]);
        }
      }
      before = text.size();
    } else {
      if (text[i] != ' ') before = text.size();
      ++i;
    }
  }
  sort(collector.pieces, [](const WordPiece& a, const WordPiece& b) {
    return a.bucket != b.bucket ? a.bucket < b.bucket : a.begin < b.begin;
  });
  const auto same = [](const WordPiece& a, const WordPiece& b) { return a.bucket == b.bucket; };
  collector.pieces.erase(std::unique(collector.pieces.begin(), collector.pieces.end(), same), collector.pieces.end());
  return std::move(collector.pieces);
}

Likeness likeness_from(const Json& json) {
  Likeness likeness;
  likeness.unit = number_or_zero(json, "unit");
  for (const Json& bias : array_or_empty(json, "bias")) likeness.bias.push_back(bias.number);
  likeness.columns.resize(kBuckets);
  Letters pieces(text_or_empty(json, "pieces"));
  std::uint16_t count = 0;
  std::size_t bucket = 0;
  while (const std::optional<std::size_t> gap = pieces.next()) {
    bucket += *gap;
    if (bucket >= kBuckets) break;
    likeness.columns[bucket++] = ++count;
  }
  Vector<String> kinds = texts(json, "kinds");
  if (likeness.bias.size() != kinds.size()) return likeness;
  likeness.weights.resize(kinds.size() * count);
  Letters gaps(text_or_empty(json, "gaps"));
  std::size_t at = 0;
  for (const char letter : text_or_empty(json, "weights")) {
    at += gaps.next().value_or(likeness.weights.size());
    if (at >= likeness.weights.size()) break;
    likeness.weights[at++] = weight_of(letter);
  }
  likeness.kinds = std::move(kinds);
  return likeness;
}

Likely what_it_reads_like(std::string_view complaint, const Likeness& likeness, const Spelling& spelling) {
  if (likeness.kinds.empty()) return {};
  const std::string_view read = complaint.substr(0, kMaxLikenessBytes);
  const Folded folded = fold(read, FoldFor::Text, spelling);
  Vector<WordPiece> pieces = pieces_of(folded.text);
  const std::size_t all = pieces.size();
  erase_if(pieces, [&](const WordPiece& piece) { return likeness.columns[piece.bucket] == 0; });
  if (pieces.empty() || pieces.size() * kLeastKnown < all) return {};
  const Sum sum{likeness, pieces};
  Likely likely;
  std::size_t best = 0;
  likely.shares = shares_of(sum, best);
  likely.matched = most_telling(sum, best, read, folded);
  return likely;
}

}  // namespace alimail
