// For training (tests/sentences/train.py): reads a text a line, with \n written as a blank, and prints the buckets of its pieces.
#include <iostream>
#include <string>

#include "door/catalogue_json.h"
#include "words/complaint.h"
#include "words/fold.h"
#include "words/likeness.h"

int main() {
  const alimail::Matcher matcher = alimail::compile(alimail::phrases_from_files(alimail::embedded_files()));
  for (std::string line; std::getline(std::cin, line);) {
    const std::string folded = alimail::fold(std::string_view(line).substr(0, alimail::kMaxLikenessBytes), alimail::FoldFor::Text, matcher.spelling).text;
    for (const alimail::WordPiece& piece : alimail::pieces_of(folded)) {
      std::cout << piece.bucket << ' ';
    }
    std::cout << '\n';
  }
}
