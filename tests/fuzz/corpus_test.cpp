// The committed corpus of every fuzz target as plain tests, without clang. A file in corpus/<target>/ is an input that
// once failed, or one that walks code which no other file of its folder walks.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "fuzz/target.h"

namespace alimail::fuzz {

void fault(std::string_view what) {
  ADD_FAILURE() << what;
}

// For the name of the test in ctest.
void PrintTo(const Target& target, std::ostream* out) {
  *out << target.name;
}

namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = ALIMAIL_FUZZ_CORPUS;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class FuzzCorpus : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzCorpus, HasNoFaults) {
  const Target& target = GetParam();
  std::size_t files = 0;
  target.run("");
  for (const auto& entry : fs::directory_iterator(kCorpus / target.name)) {
    SCOPED_TRACE(entry.path().string());
    // A copy of exactly its size, so that AddressSanitizer sees a read of one byte too many.
    const std::string bytes = bytes_of(entry.path());
    const std::vector<char> copy(bytes.begin(), bytes.end());
    target.run({copy.data(), copy.size()});
    ++files;
  }
  EXPECT_GT(files, 0U);
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzCorpus, ::testing::ValuesIn(kTargets),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(FuzzCorpora, HaveNoFolderWithoutATarget) {
  for (const auto& entry : fs::directory_iterator(kCorpus)) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(std::any_of(std::begin(kTargets), std::end(kTargets), [&](const Target& target) {
      return target.name == name;
    })) << name;
  }
}

}  // namespace
}  // namespace alimail::fuzz
