#include "door/door.h"

#include <algorithm>

#include "advance.h"
#include "base/lifetime.h"
#include "door/catalogue_json.h"
#include "door/shapes.h"

namespace alimail {

std::string_view version() {
  return ALIMAIL_VERSION;
}

namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    const AllocateFor program(Lifetime::Program);
    return lexicon_from_text(lexicon_text());
  }();
  return kLexicon;
}

}  // namespace

const Catalogue& catalogue() {
  static const Catalogue kCatalogue = [] {
    const AllocateFor program(Lifetime::Program);
    Catalogue read = catalogue_from_files(embedded_files());
    read.lexicon = &lexicon;
    return read;
  }();
  return kCatalogue;
}

String advance_text(std::string_view case_text) {
  Run run;
  return proceed_text(case_text, 0, run);
}

String proceed_text(std::string_view case_text, std::size_t kept, Run& run) {
  if (kept == 0) {
    run = {};
    end_lifetime(Lifetime::Run);
  }
  Vector<Answer>& answers = run.remembered.answers;
  answers.resize(std::min(kept, answers.size()));
  if (answers.size() < run.remembered.marked)
    run.remembered.marked = 0;  // one that is gone may have contradicted others
  run.purposes.resize(answers.size());
  String field;
  const Result<Case> input = case_from_json(case_text, field, answers.size(), run.room);
  const bool lacks_lexicon = input.ok() && !input.value().complaint.empty() && lexicon_text().empty();
  if (!input.ok() || lacks_lexicon) {
    run = {};
    return error_to_json(input.ok() ? "no-lexicon" : input.error().code, field);
  }
  Turn turn = advance(input.value(), catalogue(), run.remembered);
  String text = turn_to_json(turn, run.purposes);
  give_back(turn, run.remembered);
  return text;
}

}  // namespace alimail
