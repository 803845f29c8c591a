// What a check is: a table of what it may say, and a function from evidence to findings and open queries.
//
// Law: a check sees values and gives values. It searches no strings (that is what records/ and dns/ are for), includes
// no other check, and says only what stands in its table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/kit/views.h"
#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "model/ask.h"
#include "model/finding.h"
#include "provider/provider.h"
#include "records/record_error.h"

namespace alimail {

// What a check gives back: what it knows, and what it still needs to know.
struct CheckResult {
  std::vector<Finding> findings;
  std::vector<Query> queries;
  std::vector<Probe> probes;
  bool decisive = false;  // the subject is somebody else's: no further check has anything to ask
};

struct Check {
  std::string_view family;
  std::span<const Says> says;
  CheckResult (*run)(const Views& views);
};

// Never defined: reaching it while compiling means that the key is missing in the table.
void the_key_is_not_in_the_table_of_this_check();

// The table with which a check opens: everything that it may say. kSays["mx.missing"] is a row; a key that is not in the
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

  // Not explicit: a Check is given its table as it is.
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

// What a check says is written into its result argument by argument: lists in braces, {{"domain", domain}}, copy every
// text twice, and the code for that stands at every place that says something.
class Saying {
 public:
  explicit Saying(Finding& finding) : finding_(finding) {}

  Saying& with(std::string_view name, std::string_view text);
  Saying& with(std::string_view name, const std::vector<std::string>& texts);
  Saying& with(std::string_view name, std::int64_t number);
  Saying& with(std::string_view name, std::vector<Args> records);
  Saying& with(std::string_view name, const std::vector<Unanswered>& failing);

  // Which answers it speaks of, for the wait; the person is not shown it.
  Saying& of(const Question& question, std::string_view resolver = "");

 private:
  Finding& finding_;
};

// What a row says, without arguments.
Finding finding_of(const Says& says);

// Good until the next one: say(result, kSays["mx.missing"]).with("domain", domain);
Saying say(CheckResult& result, const Says& says);

void ask(CheckResult& result, std::string_view name, RecordType type, Reach reach, Purpose why);

// One TXT record of a kind at one name: what DKIM, DMARC, MTA-STS, TLS-RPT and BIMI have in common.
struct TextPlace {
  std::string_view label;  // in front of the domain
  Reach reach;
  Purpose why;
  bool (*wanted)(std::string_view text);  // what else a wildcard puts there is no record
  const Says& several;
  const Says& unknown;
};

struct TextRecord {
  std::string host;
  Knowledge knowledge = Knowledge::Unasked;  // of the kind that is wanted
  std::vector<std::string> texts;            // one, where it counts
};

// The record, as much of it as is shown, and the first thing that is wrong with it.
void with_error(Saying said, std::string_view text, const RecordError& error);

// Asks, and says what could not be told and that there are several.
TextRecord text_record(CheckResult& result, const Evidence& evidence, const TextPlace& place);

}  // namespace alimail
