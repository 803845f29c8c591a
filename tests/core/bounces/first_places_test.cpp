// Searching many short texts in one pass, compared with a separate search for each.
#include "bounces/first_places.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace alimail {
namespace {

TEST(FirstPlaces, EqualTheResultsOfSeparateSearches) {
  const std::vector<std::string_view> wanted = {"ab", "ba", "aab", "\na", "abab", "bb\n", "\n\n", "b", "ab"};
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 30, '\0');
    for (char& c : text) c = "ab\n"[random() % 3];
    const std::vector<std::size_t> places = first_places(text, wanted);
    for (std::size_t j = 0; j < wanted.size(); ++j) {
      const std::size_t expected = wanted[j].size() < 2 ? std::string::npos : text.find(wanted[j]);
      EXPECT_EQ(places[j], expected) << text << " / " << wanted[j];
    }
  }
}

}  // namespace
}  // namespace alimail
