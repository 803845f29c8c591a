// The wasm has texts and lists of its own (core/base/containers.h). Here they do what those of the standard library do, in
// thousands of random steps, and the memory that they get ends right behind them, so that AddressSanitizer sees every step
// too far.
#include "base/arena.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "base/arena_string.h"
#include "base/arena_vector.h"

namespace {

struct Free {
  void operator()(void* memory) const {
    std::free(memory);
  }
};

std::vector<std::unique_ptr<void, Free>> pieces;  // what one test got

}  // namespace

namespace alimail {

// Every piece on its own, unlike in wasm (wasm/arena.cpp).
void* arena_grow(void* old, std::size_t kept, std::size_t /*had*/, std::size_t bytes) {
  pieces.emplace_back(std::malloc(bytes));
  if (kept > 0) std::memcpy(pieces.back().get(), old, kept);
  return pieces.back().get();
}

namespace {

class Arena : public testing::Test {
 protected:
  void TearDown() override {
    pieces.clear();
  }

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  std::string some_text(std::size_t most = 40) {
    std::string text;
    for (std::size_t left = below(most + 1); left > 0; --left) text += static_cast<char>('a' + below(3));
    return text;
  }

 private:
  std::mt19937 random_{20261123};
};

using ArenaStrings = Arena;
using ArenaVectors = Arena;

void expect_same(const ArenaString& own, const std::string& text) {
  ASSERT_EQ(std::string_view(own), text);
  ASSERT_LE(own.size(), own.capacity());
}

TEST_F(ArenaStrings, ChangeAsThoseOfTheStandardLibrary) {
  for (int run = 0; run < 200; ++run) {
    std::string text;
    ArenaString own;
    for (int step = 0; step < 60; ++step) {
      const std::string more = some_text();
      const std::size_t at = below(text.size() + 1);
      const std::size_t count = below(text.size() + 3);
      const char byte = static_cast<char>('a' + below(3));
      switch (below(17)) {
        case 0: text += more, own += more; break;
        case 1: text += byte, own += byte; break;
        case 2: text.push_back(byte), own.push_back(byte); break;
        case 3: text.append(more, more.size() / 2), own.append(more, more.size() / 2); break;
        case 4: text.append(count, byte), own.append(count, byte); break;
        case 5: text.insert(at, more), own.insert(at, more); break;
        case 6: text.replace(at, count, more), own.replace(at, count, more); break;
        case 7: text.erase(at, count), own.erase(at, count); break;
        case 8: text.resize(count), own.resize(count); break;
        case 9: text.reserve(count), own.reserve(count); break;
        case 10: text = more, own = ArenaString(more); break;
        case 11: text.assign(more), own.assign(more); break;
        case 12: {  // a part of itself
          text.append(std::string(text, at));
          own.append(std::string_view(own).substr(at));
          break;
        }
        case 13: {
          text.replace(at, count, std::string(text, 0, at));
          own.replace(at, count, std::string_view(own).substr(0, at));
          break;
        }
        case 14: {
          const auto is_byte = [&](char each) { return each == byte; };
          EXPECT_EQ(std::erase_if(text, is_byte), erase_if(own, is_byte));
          break;
        }
        case 15: {
          std::string other = std::move(text);
          text = other + more;
          ArenaString own_other = std::move(own);
          EXPECT_TRUE(own.empty());  // NOLINT(bugprone-use-after-move): what is promised
          own = own_other + more.c_str();
          expect_same(own_other, other);
          break;
        }
        default:
          if (!text.empty()) text.pop_back(), own.pop_back();
      }
      expect_same(own, text);
    }
  }
}

TEST_F(ArenaStrings, TellAsThoseOfTheStandardLibrary) {
  for (int run = 0; run < 3000; ++run) {
    const std::string text = some_text(12);
    const std::string other = some_text(3);
    const ArenaString own(text);
    const ArenaString own_other(other);
    const std::size_t from = below(14);
    EXPECT_EQ(own.empty(), text.empty());
    EXPECT_EQ(own.find(other, from), text.find(other, from));
    EXPECT_EQ(own.find('b', from), text.find('b', from));
    EXPECT_EQ(own.rfind(own_other, from), text.rfind(other, from));
    EXPECT_EQ(own.find_first_of(own_other, from), text.find_first_of(other, from));
    EXPECT_EQ(own.find_first_not_of("ab", from), text.find_first_not_of("ab", from));
    EXPECT_EQ(own.find_last_of("b"), text.find_last_of('b'));
    EXPECT_EQ(own.find_last_not_of('b', from), text.find_last_not_of('b', from));
    EXPECT_EQ(own.starts_with(other), text.starts_with(other));
    EXPECT_EQ(own.starts_with('a'), text.starts_with('a'));
    EXPECT_EQ(own.ends_with(own_other), text.ends_with(other));
    EXPECT_EQ(own.ends_with('a'), text.ends_with('a'));
    EXPECT_EQ(own == own_other, text == other);
    EXPECT_EQ(own == other.c_str(), text == other);
    EXPECT_EQ(std::string_view(other) == own, text == other);
    EXPECT_EQ(own < own_other, text < other);
    EXPECT_EQ(own >= std::string_view(other), text >= other);
    EXPECT_EQ(std::equal(own.rbegin(), own.rend(), text.rbegin(), text.rend()), true);
    if (from <= text.size()) expect_same(own.substr(from, 4), text.substr(from, 4));
    expect_same(own + own_other, text + other);
    const std::string parts[] = {"x", text, "y", "z", other};
    expect_same("x" + own + 'y' + "z" + own_other, std::accumulate(std::begin(parts), std::end(parts), std::string()));
    expect_same('x' + own, 'x' + text);
    expect_same(ArenaString(text.begin(), text.end()), text);
    expect_same(ArenaString(from, 'x'), std::string(from, 'x'));
  }
}

TEST_F(ArenaStrings, WriteNumbers) {
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-7}, INT64_MIN, INT64_MAX}) {
    expect_same(to_string(number), std::to_string(number));
  }
  expect_same(to_string(UINT64_MAX), std::to_string(UINT64_MAX));
  expect_same(to_string(std::uint16_t{65535}), "65535");
  expect_same(to_string(std::int16_t{-32768}), "-32768");
}

struct Row {  // what grows inside what grows
  ArenaString name;
  ArenaVector<ArenaString> texts;
  bool operator==(const Row&) const = default;
};

Row row(const std::string& name) {
  return {ArenaString(name), {ArenaString(name + "1"), ArenaString(name + "2")}};
}

void expect_same(const ArenaVector<Row>& own, const std::vector<std::string>& list) {
  ASSERT_LE(own.size(), own.capacity());
  ASSERT_TRUE(std::equal(own.begin(), own.end(), list.begin(), list.end(),
                         [](const Row& each, const std::string& name) { return each == row(name); }));
}

TEST_F(ArenaVectors, ChangeAsThoseOfTheStandardLibrary) {
  for (int run = 0; run < 200; ++run) {
    std::vector<std::string> list;
    ArenaVector<Row> own;
    for (int step = 0; step < 60; ++step) {
      const std::string one = some_text();
      const std::vector<std::string> more = {one, some_text(), "c"};
      const ArenaVector<Row> own_more = {row(more[0]), row(more[1]), row(more[2])};
      const auto at = static_cast<std::ptrdiff_t>(below(list.size() + 1));
      const auto end = at + static_cast<std::ptrdiff_t>(below(list.size() - static_cast<std::size_t>(at) + 1));
      switch (below(14)) {
        case 0:
        case 1:
        case 2: list.push_back(one), own.push_back(row(one)); break;
        case 3: list.emplace_back(one), own.emplace_back(row(one)); break;
        case 4: list.insert(list.begin() + at, one), own.insert(own.begin() + at, row(one)); break;
        case 5: {
          list.insert(list.begin() + at, more.begin(), more.end());
          const Row* first = own.insert(own.begin() + at, own_more.begin(), own_more.end());
          EXPECT_EQ(first - own.begin(), at);
          break;
        }
        case 6: {
          list.insert(list.begin() + at, more.begin(), more.end());
          ArenaVector<Row> moved = own_more;
          own.insert(own.begin() + at, std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end()));
          EXPECT_TRUE(moved.front().name.empty());
          break;
        }
        case 7: {
          list.erase(list.begin() + at, list.begin() + end);
          EXPECT_EQ(own.erase(own.begin() + at, own.begin() + end) - own.begin(), at);
          break;
        }
        case 8: {
          const auto is_short = [](const auto& name) { return name.size() < 9; };
          EXPECT_EQ(std::erase_if(list, is_short), erase_if(own, [&](const Row& each) { return is_short(each.name); }));
          break;
        }
        case 9: list.resize(list.size() + 2, one), own.resize(own.size() + 2, row(one)); break;
        case 10: list = more, own = own_more; break;
        case 11: {  // an item of itself, while it grows
          if (list.empty()) break;
          list.push_back(std::string(list.front()));
          own.push_back(own.front());
          break;
        }
        case 12: {
          std::vector<std::string> other = std::move(list);
          list = other;
          ArenaVector<Row> own_other = std::move(own);
          EXPECT_TRUE(own.empty());  // NOLINT(bugprone-use-after-move): what is promised
          own = own_other;
          EXPECT_EQ(own, own_other);
          own.swap(own_other);
          break;
        }
        default:
          if (!list.empty()) list.pop_back(), own.pop_back();
      }
      expect_same(own, list);
    }
  }
}

TEST_F(ArenaVectors, HoldNewItemsThatAreZero) {
  ArenaVector<int> numbers(3);
  EXPECT_EQ(numbers, (ArenaVector<int>{0, 0, 0}));
  numbers.clear();
  numbers.resize(2);
  EXPECT_EQ(numbers, ArenaVector<int>(2, 0));
  EXPECT_NE(numbers, (ArenaVector<int>{0, 1}));
  EXPECT_EQ(*numbers.rbegin(), numbers.back());
  const std::vector<int> others = {4, 5};
  numbers.assign(others.begin(), others.end());
  EXPECT_EQ(numbers, (ArenaVector<int>{4, 5}));
}

TEST_F(ArenaVectors, CopyWhatTheyHold) {
  ArenaVector<ArenaString> texts = {"a", "b"};
  const ArenaVector<ArenaString> copy = texts;
  texts[0] += "x";
  const ArenaVector<ArenaString>& same = texts;
  texts = same;
  EXPECT_EQ(texts, (ArenaVector<ArenaString>{"ax", "b"}));
  EXPECT_EQ(copy, (ArenaVector<ArenaString>{"a", "b"}));
}

}  // namespace
}  // namespace alimail
