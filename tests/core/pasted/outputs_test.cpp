// The outputs in tests/core/pasted/outputs, one file for each tool or family of tools. Their heads say how a row is written.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "pasted/rows.h"

namespace alimail::pasted_test {
namespace {

struct Sample {
  std::string where;     // file and title
  std::string expected;  // the lines behind "-> "
  std::string text;
};

std::vector<Sample> samples_of(const std::filesystem::path& path) {
  std::vector<Sample> samples;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      samples.push_back({path.stem().string() + ": " + line.substr(3), "", ""});
    } else if (!samples.empty() && line.starts_with("-> ") && samples.back().text.empty()) {
      samples.back().expected += line.substr(3) + '\n';
    } else if (!samples.empty()) {
      samples.back().text += line + '\n';
    }
  }
  return samples;
}

std::vector<Sample> all_samples() {
  std::vector<Sample> samples;
  for (const auto& entry : std::filesystem::directory_iterator(ALIMAIL_PASTED_OUTPUTS)) {
    for (Sample& sample : samples_of(entry.path())) samples.push_back(std::move(sample));
  }
  return samples;
}

std::string lines_of(const PastedOutput& output) {
  std::string lines;
  for (const PastedAnswer& pasted : output.answers) {
    std::string line = described(pasted);
    line.insert(line.find(' ') + 1, (pasted.server.empty() ? "-" : pasted.server) + ' ');
    lines += line + '\n';
  }
  for (const Tool tool : output.unread) lines += "unread " + std::string(name_of(tool)) + '\n';
  return lines;
}

// The way in which an output was pasted must not change its meaning.
TEST(PastedOutputs, LineEndsAndWordsAroundChangeNothing) {
  for (const Sample& sample : all_samples()) {
    EXPECT_EQ(lines_of(read(replaced(sample.text, "\n", "\r\n"))), sample.expected) << sample.where << ", with CRLF";
    const PastedOutput between = read("The page does not open:\n\n" + sample.text + "\nWhat can I do?\n");
    EXPECT_EQ(lines_of(between), sample.expected) << sample.where << ", between sentences";
    EXPECT_TRUE(between.rest.starts_with("The page does not open:\n"));
    EXPECT_TRUE(between.rest.ends_with("What can I do?\n"));
    const bool session = sample.text.find("\n> ") != std::string::npos;  // its prompt is the mark of a quotation
    if (!session) {
      EXPECT_EQ(lines_of(read("> " + replaced(sample.text, "\n", "\n> "))), sample.expected)
          << sample.where << ", quoted";
    }
  }
}

// A truncated output gives less. It never gives an absence that the whole one does not give.
TEST(PastedOutputs, TruncationNeverGivesAnAbsence) {
  for (const Sample& sample : all_samples()) {
    for (std::size_t size = 0; size < sample.text.size(); size += 31) {
      for (const PastedAnswer& answer : read(sample.text.substr(0, size)).answers) {
        const bool known =
            sample.expected.find(described(answer).substr(answer.answer.resolver.size())) < std::string::npos;
        ASSERT_TRUE(!is_absent(answer) || known) << sample.where << ": " << described(answer) << " in\n"
                                                 << sample.text.substr(0, size);
      }
    }
  }
}

// Five thousand lines of which one output matters: it is read where it is in the part that is read at all. Whatever is
// behind that part is reported by words.cut.
TEST(PastedOutputs, OneOutputInALongLogIsFound) {
  constexpr std::string_view kLine = "Nov 26 05:26:13 web app[7]: worker of mail.abc.example is idle: 0 jobs\n";
  constexpr std::string_view kOutput = "$ dig +short mail.abc.example\nqiye.aliyun.com.\n";
  for (const int before : {0, 500, 4000}) {
    std::string text;
    for (int line = 0; line < 5000; ++line) text += line == before ? kOutput : kLine;
    const bool reached = static_cast<std::size_t>(before) * kLine.size() < kMaxPastedBytes;
    EXPECT_EQ(read(text).answers.size(), reached ? 1U : 0U) << before;
  }
}

TEST(PastedOutputs, EveryRowIsReadRight) {
  std::map<std::string, std::pair<int, int>> right;
  for (const Sample& sample : all_samples()) {
    auto& [good, all] = right[sample.where.substr(0, sample.where.find(':'))];
    ++all;
    const std::string got = lines_of(read(sample.text));
    good += got == sample.expected ? 1 : 0;
    EXPECT_EQ(got, sample.expected) << sample.where << '\n' << sample.text;
  }
  int rows = 0;
  int good = 0;
  for (const auto& [file, counts] : right) {
    std::cout << "  " << file << ": " << counts.first << " of " << counts.second << '\n';
    good += counts.first;
    rows += counts.second;
  }
  std::cout << "pasted outputs read right: " << good << " of " << rows << '\n';
  EXPECT_GE(rows, 200);
}

}  // namespace
}  // namespace alimail::pasted_test
