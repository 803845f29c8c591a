// A check: a table of what it may say, and a function from evidence to findings and open queries.
//
// Rule: a check reads values and returns values. It does not parse text (records/ and dns/ do that), does not include
// other checks, and says only what is in its table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/containers.h"
#include "checks/kit/views.h"
#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "model/ask.h"
#include "model/finding.h"
#include "provider/provider.h"
#include "records/record_error.h"

namespace alimail {

// The result of a check: what it found, and what it still needs to know.
struct CheckResult {
  Vector<Finding> findings;
  Vector<Query> queries;
  Vector<Probe> probes;
  bool decisive = false;  // the subject belongs to another service, so no further check has to ask anything
};

struct Check {
  std::string_view family;
  std::span<const Says> says;
  CheckResult (*run)(const Views& views);
};

// Never defined. A call during compilation means that the key is missing in the table.
void the_key_is_not_in_the_table_of_this_check();

// The table at the top of a check: everything that it may say. kSays["mx.missing"] is a row. A key that is not in the
// table does not compile.
template <std::size_t N>
class Table {
 public:
  consteval Table(About about, const Says (&rows)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
      rows_[i] = rows[i];
      rows_[i].about = about;
    }
  }

  consteval const Says& operator[](std::string_view key) const {
    for (const Says& row : rows_) {
      if (row.key == key) return row;
    }
    the_key_is_not_in_the_table_of_this_check();
    return rows_[0];
  }

  // Not explicit, because a Check is constructed from its table.
  constexpr operator std::span<const Says>() const {
    return rows_;
  }

 private:
  Says rows_[N]{};
};

// table<About::Mx>({{"mx.missing", Severity::Error, "RFC 5321"}, ...}): all rows are about the same record.
template <About about = About::Other, std::size_t N>
consteval Table<N> table(const Says (&rows)[N]) {
  return Table<N>(about, rows);
}

inline constexpr std::size_t kMaxListed = 32;  // values of a list in a finding; "..." then says that there are more

// Adds the arguments of a finding one by one. Braced lists such as {{"domain", domain}} would copy every text twice,
// and each use would add that code to the wasm.
class Saying {
 public:
  explicit Saying(Finding& finding) : finding_(finding) {}

  Saying& with(std::string_view name, std::string_view text);
  Saying& with(std::string_view name, const Vector<String>& texts);
  Saying& with(std::string_view name, std::int64_t number);
  Saying& with(std::string_view name, Vector<Args> records);
  Saying& with(std::string_view name, const Vector<Unanswered>& failing);

  // The answers that the finding is about, for the wait. The person does not see them.
  Saying& of(const Question& question, std::string_view resolver = "");

 private:
  Finding& finding_;
};

// The finding of a row, without arguments.
Finding finding_of(const Says& says);

// Valid until the next finding is added: say(result, kSays["mx.missing"]).with("domain", domain).
Saying say(CheckResult& result, const Says& says);

void ask(CheckResult& result, std::string_view name, RecordType type, Reach reach, Purpose why);

// One TXT record of a kind at one name, as DKIM, DMARC, MTA-STS, TLS-RPT and BIMI use it.
struct TextPlace {
  std::string_view label;  // before the domain
  Reach reach;
  Purpose why;
  bool (*wanted)(std::string_view text);  // false for other text that a wildcard returns
  const Says& several;
  const Says& unknown;
};

struct TextRecord {
  String host;
  Knowledge knowledge = Knowledge::Unasked;  // of the wanted kind
  Vector<String> texts;                      // a valid result has exactly one
};

// The shown part of the record, and its first mistake.
void with_error(Saying said, std::string_view text, const RecordError& error);

// Asks for the record. Reports a failed lookup and several records.
TextRecord text_record(CheckResult& result, const Evidence& evidence, const TextPlace& place);

}  // namespace alimail
