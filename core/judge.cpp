#include "judge.h"

#include <algorithm>

#include "instructions.h"

namespace alimail {
namespace {

// Behind its equals. For a dozen values; std::stable_sort costs 2 kB of wasm at every use.
template <typename T, typename Less>
void insert_sorted(std::vector<T>& list, T value, Less less) {
  list.insert(std::upper_bound(list.begin(), list.end(), value, less), std::move(value));
}

const Finding* find(const std::vector<Finding>& findings, std::string_view key) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

// The findings of the first clause that holds; empty where none does.
std::vector<Finding> first_that_holds(const Clauses& clauses, const std::vector<Finding>& findings) {
  for (const Clause& clause : clauses) {
    std::vector<Finding> met;
    for (const std::string& key : clause) {
      const Finding* finding = find(findings, key);
      if (finding == nullptr) break;
      met.push_back(*finding);
    }
    if (!clause.empty() && met.size() == clause.size()) return met;
  }
  return {};
}

bool of_family(const Finding& finding, std::string_view family) {
  return finding.key.size() > family.size() && finding.key.starts_with(family) && finding.key[family.size()] == '.';
}

// Why nobody said anything about a family: there was no subject to ask about, or what another family says made it
// useless to ask (a page is not opened whose name leads nowhere).
std::vector<Finding> why_silent(const CauseRule& cause, const Bench& bench) {
  std::vector<Finding> because;
  for (const Finding& finding : bench.findings) {
    const bool of_need = std::any_of(cause.needs.begin(), cause.needs.end(),
                                     [&](const std::string& family) { return of_family(finding, family); });
    if (of_need || of_family(finding, "subject")) because.push_back(finding);
  }
  return because;
}

// What keeps a cause from being judged. A whole family without a word is unknown too, once nothing more is being asked.
bool lacks_needs(const CauseRule& cause, const Bench& bench, std::vector<Finding>& because) {
  bool lacking = false;
  for (const std::string& family : cause.needs) {
    bool said_something = false;
    for (const Finding& finding : bench.findings) {
      if (!of_family(finding, family)) continue;
      if (finding.severity == Severity::Unknown) {
        because.push_back(finding);
      } else {
        said_something = true;
      }
    }
    if (!said_something && (bench.complete || !because.empty())) lacking = true;
  }
  if (lacking && because.empty()) because = why_silent(cause, bench);
  return lacking;
}

CauseVerdict verdict_of(const CauseRule& cause, const Bench& bench, const Problems& problems,
                        const Provider& provider) {
  CauseState judged = state_of(cause, bench);
  CauseVerdict verdict;
  verdict.id = cause.id;
  verdict.from = cause.from;
  verdict.source = source_url(provider, cause.source);
  verdict.state = judged.state;
  verdict.owner = cause.owner;
  verdict.action = cause.action;
  verdict.because = std::move(judged.because);
  verdict.steps = instructions(cause.steps, problems.steps, bench.values, provider);
  verdict.verify = instructions(cause.verify, problems.verifications, bench.values, provider);
  return verdict;
}

ProblemVerdict verdict_of(const Problem& problem, const Bench& bench, const Problems& problems,
                          const Provider& provider) {
  ProblemVerdict verdict;
  verdict.id = problem.id;
  verdict.from = problem.from;
  verdict.severity = problem.severity;
  verdict.described_by = problem.described_by;
  verdict.note = problem.note;
  for (const CauseRule& cause : problem.causes) {
    insert_sorted(verdict.causes, verdict_of(cause, bench, problems, provider),
                  [](const CauseVerdict& a, const CauseVerdict& b) { return a.state < b.state; });
  }
  verdict.state = verdict.causes.empty() ? State::CannotTell : verdict.causes.front().state;
  return verdict;
}

// Without a word from the person, only a trouble that the evidence establishes is worth a problem.
bool established(const ProblemVerdict& verdict) {
  return std::any_of(verdict.causes.begin(), verdict.causes.end(), [](const CauseVerdict& cause) {
    if (cause.state != State::Confirmed) return false;
    return std::any_of(cause.because.begin(), cause.because.end(), [](const Finding& finding) {
      return finding.severity == Severity::Error || finding.severity == Severity::Warning;
    });
  });
}

int severity_rank(std::string_view severity) {
  if (severity == "high") return 0;
  return severity == "medium" ? 1 : 2;
}

struct Ranked {
  ProblemVerdict verdict;
  bool decided = false;
  bool asked_for = false;
  std::size_t symptoms = 0;

  [[nodiscard]] bool before(const Ranked& other) const {
    if (decided != other.decided) return decided;
    if (asked_for != other.asked_for) return asked_for;
    if (verdict.state != other.verdict.state) return verdict.state < other.verdict.state;
    if (symptoms != other.symptoms) return symptoms > other.symptoms;
    return severity_rank(verdict.severity) < severity_rank(other.verdict.severity);
  }
};

std::size_t count_symptoms(const Problem& problem, const Bench& bench) {
  return static_cast<std::size_t>(
      std::count_if(problem.symptoms.begin(), problem.symptoms.end(),
                    [&](const std::string& key) { return find(bench.findings, key) != nullptr; }));
}

}  // namespace

bool has_symptom(const Problem& problem, const Bench& bench) {
  return problem.id == bench.start || count_symptoms(problem, bench) > 0;
}

CauseState state_of(const CauseRule& cause, const Bench& bench) {
  if (auto met = first_that_holds(cause.confirmed, bench.findings); !met.empty()) {
    return {State::Confirmed, std::move(met)};
  }
  if (auto met = first_that_holds(cause.ruled_out, bench.findings); !met.empty()) {
    return {State::RuledOut, std::move(met)};
  }
  if (auto met = first_that_holds(cause.likely, bench.findings); !met.empty()) return {State::Likely, std::move(met)};
  std::vector<Finding> unknown;
  if (lacks_needs(cause, bench, unknown)) return {State::CannotTell, std::move(unknown)};
  return {State::Possible, {}};
}

std::vector<ProblemVerdict> judge(const Bench& bench, const Problems& problems, const Provider& provider) {
  std::vector<Ranked> ranked;
  for (const Problem& problem : problems.list) {
    Ranked entry;
    entry.verdict = verdict_of(problem, bench, problems, provider);
    entry.symptoms = count_symptoms(problem, bench);
    entry.asked_for = has_symptom(problem, bench);
    entry.decided = problem.decides && entry.verdict.state == State::Confirmed;
    if (!entry.asked_for && !entry.decided && !established(entry.verdict)) continue;
    insert_sorted(ranked, std::move(entry), [](const Ranked& a, const Ranked& b) { return a.before(b); });
  }
  std::vector<ProblemVerdict> verdicts;
  for (Ranked& entry : ranked) verdicts.push_back(std::move(entry.verdict));
  return verdicts;
}

}  // namespace alimail
