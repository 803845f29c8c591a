// Reads a sentence a line, and prints how each is read before anything is joined: {"pieces": [bucket, ...], "phrases": [key of a
// finding, ...], "likeness": [[kind, percent], ...]}. tests/sentences/train.py takes the pieces, the test of sentences the rest.
#include <iostream>
#include <string>

#include "door/door.h"
#include "json/value.h"
#include "words/complaint.h"

using namespace alimail;

int main() {
  const Catalogue& catalogue = alimail::catalogue();
  const Spelling& spelling = catalogue.lexicon().phrases.spelling;
  for (std::string line; std::getline(std::cin, line);) {
    const std::string_view read = std::string_view(line).substr(0, kMaxLikenessBytes);
    JsonWriter json;
    json.object().name("pieces").array();
    for (const WordPiece& piece : pieces_of(fold(read, FoldFor::Text, spelling).text))
      json.value(std::int64_t{piece.bucket});
    json.end().name("phrases").array();
    for (const Finding& finding : read_complaint(line, catalogue.lexicon().phrases)) json.value(finding.key);
    json.end().name("likeness").array();
    for (const Share& share : what_it_reads_like(line, catalogue.lexicon().likeness, spelling).shares) {
      json.array().value(share.kind).value(share.percent).end();
    }
    json.end().end();
    std::cout << json.text() << '\n';
  }
}
