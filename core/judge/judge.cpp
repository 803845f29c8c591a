#include "judge/judge.h"

#include <algorithm>

#include "judge/instructions.h"
#include "judge/replies.h"
#include "model/keys.h"

namespace alimail {
namespace {

// The findings of the first clause that holds; empty where none does.
Reasons first_that_holds(const std::vector<Json>& clauses, const std::vector<Finding>& findings) {
  for (const Json& clause : clauses) {
    Reasons met;
    for (const Json& key : clause.items) {
      const Finding* finding = find_finding(findings, key.text);
      if (finding == nullptr) break;
      met.push_back(place_of(*finding, findings));
    }
    if (!clause.items.empty() && met.size() == clause.items.size()) return met;
  }
  return {};
}

bool of_family(const Finding& finding, std::string_view family) {
  return finding.key.size() > family.size() && finding.key.starts_with(family) && finding.key[family.size()] == '.';
}

// Why nobody said anything about a family: there was no subject to ask about, or what another family says made it
// useless to ask (a page is not opened whose name leads nowhere).
Reasons why_silent(const CauseRule& cause, const Bench& bench) {
  Reasons because;
  for (const Finding& finding : bench.findings) {
    const std::vector<Json>& needs = array_or_empty(cause, "needs");
    const bool of_need =
        std::any_of(needs.begin(), needs.end(), [&](const Json& family) { return of_family(finding, family.text); });
    if (of_need || of_family(finding, "subject")) because.push_back(place_of(finding, bench.findings));
  }
  return because;
}

// What keeps a cause from being judged. A whole family without a word is unknown too, once nothing more is being asked.
bool lacks_needs(const CauseRule& cause, const Bench& bench, Reasons& because) {
  bool lacking = false;
  for (const Json& family : array_or_empty(cause, "needs")) {
    bool said_something = false;
    for (const Finding& finding : bench.findings) {
      if (!of_family(finding, family.text)) continue;
      if (finding.severity == Severity::Unknown) {
        because.push_back(place_of(finding, bench.findings));
      } else {
        said_something = true;
      }
    }
    if (!said_something && (bench.complete || !because.empty())) lacking = true;
  }
  if (lacking && because.empty()) because = why_silent(cause, bench);
  return lacking;
}

// The keys of what was found that any of these clauses reads, each once.
void collect(std::vector<std::string>& keys, const std::vector<Json>& clauses, const std::vector<Finding>& findings) {
  for (const Json& clause : clauses) {
    for (const Json& key : clause.items) {
      const bool known = std::find(keys.begin(), keys.end(), key.text) != keys.end();
      if (!known && find_finding(findings, key.text) != nullptr) keys.push_back(key.text);
    }
  }
}

CauseVerdict verdict_of(const CauseRule& cause, CauseState& judged, const Bench& bench, const Problems& problems,
                        const Provider& provider) {
  const std::string_view role = role_of(bench.findings);
  const auto listed = [&](std::string_view ids, std::string_view rules) {
    return instructions(array_or_empty(cause, ids), array_or_empty(problems.shared, rules), {bench.values, role},
                        provider);
  };
  CauseVerdict verdict;
  verdict.id = text_or_empty(cause, "id");
  verdict.from = text_or_empty(cause, "from");
  verdict.source = source_url(provider, text_or_empty(cause, "source"));
  verdict.state = judged.state;
  verdict.owner = text_or_empty(cause, "owner");
  verdict.action = action_of(cause, role);
  verdict.because = std::move(judged.because);
  collect(verdict.supports, array_or_empty(cause, "confirmed"), bench.findings);
  collect(verdict.supports, array_or_empty(cause, "likely"), bench.findings);
  collect(verdict.opposes, array_or_empty(cause, "ruled_out"), bench.findings);
  verdict.tried = judged.tried;
  verdict.steps = listed("steps", "steps");
  verdict.verify = listed("verify", "verifications");
  return verdict;
}

// A problem with the states of its causes, before anything is written out for a person.
struct Judged {
  const Problem* problem = nullptr;
  std::vector<CauseState> causes;
  State state = State::CannotTell;  // of the cause of which most is known
  bool decided = false;
  bool spoken_of = false;
  bool asked_for = false;  // spoken of, and not ruled out: then what the evidence shows comes first
  std::size_t symptoms = 0;
  bool taken = false;  // has its place in the order
};

ProblemVerdict verdict_of(Judged& judged, const Bench& bench, const Problems& problems, const Provider& provider) {
  const Problem& problem = *judged.problem;
  ProblemVerdict verdict;
  verdict.id = text_or_empty(problem, "id");
  verdict.from = text_or_empty(problem, "from");
  verdict.severity = text_or_empty(problem, "severity");
  verdict.described_by = texts(problem, "described_by");
  verdict.note = text_or_empty(problem, "note");
  verdict.state = judged.state;
  const std::vector<CauseRule>& causes = array_or_empty(problem, "causes");
  constexpr State kOrder[] = {State::Confirmed, State::Likely,   State::Possible,   State::Confirmed,
                              State::Likely,    State::Possible, State::CannotTell, State::RuledOut};
  for (std::size_t place = 0; place < std::size(kOrder); ++place) {
    const bool untried = place < 3;
    for (std::size_t i = 0; i < causes.size(); ++i) {
      CauseState& cause = judged.causes[i];
      if (cause.state != kOrder[place] || (is_open(cause.state) && is_next(cause) != untried)) continue;
      verdict.causes.push_back(verdict_of(causes[i], cause, bench, problems, provider));
    }
  }
  return verdict;
}

// Without a word from the person, only a trouble that the evidence shows, or makes likely, is worth a problem.
bool established(const Judged& judged, const std::vector<Finding>& findings) {
  return std::any_of(judged.causes.begin(), judged.causes.end(), [&](const CauseState& cause) {
    if (cause.state != State::Confirmed && cause.state != State::Likely) return false;
    return std::any_of(cause.because.begin(), cause.because.end(), [&](std::size_t reason) {
      const Severity severity = findings[reason].severity;
      return severity == Severity::Error || severity == Severity::Warning;
    });
  });
}

int severity_rank(const Problem& problem) {
  const std::string& severity = text_or_empty(problem, "severity");
  if (severity == "high") return 0;
  return severity == "medium" ? 1 : 2;
}

bool before(const Judged& a, const Judged& b) {
  if (a.decided != b.decided) return a.decided;
  if (a.asked_for != b.asked_for) return a.asked_for;
  if (a.state != b.state) return a.state < b.state;
  if (a.symptoms != b.symptoms) return a.symptoms > b.symptoms;
  return severity_rank(*a.problem) < severity_rank(*b.problem);
}

std::size_t count_symptoms(const Problem& problem, const Bench& bench) {
  std::size_t count = 0;
  for (const Json& key : array_or_empty(problem, "symptoms")) {
    if (find_finding(bench.findings, key.text) != nullptr) ++count;
  }
  return count;
}

CauseState by_clauses(const CauseRule& cause, const Bench& bench) {
  if (auto met = first_that_holds(array_or_empty(cause, "confirmed"), bench.findings); !met.empty()) {
    return {State::Confirmed, std::move(met), Tried::No};
  }
  if (auto met = first_that_holds(array_or_empty(cause, "ruled_out"), bench.findings); !met.empty()) {
    return {State::RuledOut, std::move(met), Tried::No};
  }
  if (auto met = first_that_holds(array_or_empty(cause, "likely"), bench.findings); !met.empty())
    return {State::Likely, std::move(met), Tried::No};
  Reasons unknown;
  if (lacks_needs(cause, bench, unknown)) return {State::CannotTell, std::move(unknown), Tried::No};
  return {State::Possible, {}, Tried::No};
}

}  // namespace

bool has_symptom(const Problem& problem, const Bench& bench) {
  return text_or_empty(problem, "id") == bench.start || count_symptoms(problem, bench) > 0;
}

CauseState state_of(const CauseRule& cause, std::string_view problem, const Bench& bench) {
  CauseState judged = by_clauses(cause, bench);
  const Finding* fix = fix_of(problem, text_or_empty(cause, "id"), bench.findings);
  judged.tried = tried_of(fix);
  switch (judged.tried) {
    case Tried::No:
    case Tried::NotYet: break;
    case Tried::Worked:
      judged.state = State::Confirmed;
      judged.because.insert(judged.because.begin(), place_of(*fix, bench.findings));
      break;
    case Tried::DoesNotApply:
      judged.state = judged.state == State::Confirmed ? State::Likely : State::RuledOut;
      if (judged.state == State::RuledOut) judged.because.clear();
      judged.because.push_back(place_of(*fix, bench.findings));
      break;
  }
  return judged;
}

bool is_open(State state) {
  return state == State::Confirmed || state == State::Likely || state == State::Possible;
}

// What the evidence confirms stays first while its fix takes time.
bool is_next(const CauseState& cause) {
  switch (cause.tried) {
    case Tried::No:
    case Tried::Worked: return is_open(cause.state);
    case Tried::NotYet: return cause.state == State::Confirmed;
    case Tried::DoesNotApply: return false;
  }
  return false;
}

std::string_view role_of(const std::vector<Finding>& findings) {
  if (find_finding(findings, "reply.role-postmaster") != nullptr) return "postmaster";
  return find_finding(findings, "reply.role-member") != nullptr ? "member" : "";
}

Action action_of(const CauseRule& cause, std::string_view role) {
  const std::string& of_postmaster = text_or_empty(cause, "postmaster_action");
  const bool theirs = role == "postmaster" && !of_postmaster.empty();
  return action_from_key(theirs ? of_postmaster : text_or_empty(cause, "action")).value_or(Action::NeedMore);
}

std::vector<ProblemVerdict> judge(const Bench& bench, const Problems& problems, const Provider& provider) {
  std::vector<Judged> ranked;
  for (const Problem& problem : problems.list) {
    Judged judged;
    judged.problem = &problem;
    for (const CauseRule& cause : array_or_empty(problem, "causes"))
      judged.causes.push_back(state_of(cause, text_or_empty(problem, "id"), bench));
    for (const CauseState& cause : judged.causes) {
      const bool first = &cause == &judged.causes.front();
      if (first || cause.state < judged.state) judged.state = cause.state;
    }
    judged.symptoms = count_symptoms(problem, bench);
    judged.spoken_of = has_symptom(problem, bench);
    judged.asked_for = judged.spoken_of && judged.state != State::RuledOut;
    judged.decided = flag(problem, "decides") && judged.state == State::Confirmed;
    if (judged.spoken_of || judged.decided || established(judged, bench.findings)) ranked.push_back(std::move(judged));
  }
  std::vector<ProblemVerdict> verdicts;
  // The best first, of equals the one that comes first; for a dozen of them, std::stable_sort would be 2 kB of wasm.
  while (verdicts.size() < ranked.size()) {
    Judged* best = nullptr;
    for (Judged& judged : ranked) {
      if (!judged.taken && (best == nullptr || before(judged, *best))) best = &judged;
    }
    if (best == nullptr) break;
    best->taken = true;
    verdicts.push_back(verdict_of(*best, bench, problems, provider));
  }
  return verdicts;
}

}  // namespace alimail
