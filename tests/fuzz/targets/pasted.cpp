// Output of tools in what a person wrote.
#include "pasted/pasted.h"

#include "dns/name_codec.h"
#include "door/door.h"
#include "fuzz/target.h"

namespace alimail::fuzz {
namespace {

void check_answer(const PastedAnswer& each) {
  const Answer& answer = each.answer;
  expect(answer.resolver.starts_with(kLocalResolver), "an answer of another resolver");
  expect(answer.records.size() <= kMaxPastedRecords, "too many records");
  const Result<std::string> name = canonical_name(answer.question.name);
  expect(name.ok() && name.value() == answer.question.name, "the name of a question is not canonical");
  if (answer.outcome == Outcome::Records) expect(!answer.records.empty(), "records without a record");
}

}  // namespace

void pasted(std::string_view bytes) {
  const std::string text = grown(bytes, kMaxPastedBytes + 100);
  const PastedOutput output = read_pasted(text, catalogue().lexicon().pasted);
  expect(output.answers.size() <= kMaxPastedAnswers, "too many answers");
  for (const PastedAnswer& each : output.answers) check_answer(each);
  expect(output.rest.size() == text.size(), "the rest has another length");
  for (std::size_t i = 0; i < std::min(text.size(), output.rest.size()); ++i) {
    const bool same = output.rest[i] == text[i];
    if (!same) expect(output.rest[i] == ' ' && text[i] != '\n', "the rest has other text");
  }
}

}  // namespace alimail::fuzz
