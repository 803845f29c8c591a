#include "judge/judge.h"

#include <algorithm>
#include <span>
#include <utility>

#include "judge/instructions.h"
#include "judge/replies.h"
#include "model/keys.h"

namespace alimail {
namespace {

// The findings of the first clause that holds, or none.
Reasons first_that_holds(const Clauses& clauses, const Bench& bench) {
  for (const std::span<const Index> clause : clauses) {
    if (!std::all_of(clause.begin(), clause.end(), [&](Index key) { return bench.has(key); })) continue;
    Reasons met;
    for (const Index key : clause) met.push_back(bench.first(key));
    return met;
  }
  return {};
}

// Why a family has no findings: there was no subject to ask about, or a finding of another family made asking useless
// (a page whose name leads nowhere is not opened).
Reasons why_silent(const CauseRule& cause, const Bench& bench) {
  Reasons because;
  for (std::size_t i = 0; i < bench.findings().size(); ++i) {
    const Indexes& needs = cause.needs();
    const bool of_need = std::find(needs.begin(), needs.end(), bench.family_of(i)) != needs.end();
    if (of_need || bench.findings()[i].key.starts_with("subject.")) because.push_back(i);
  }
  return because;
}

// Reports what keeps a cause from being judged. Once nothing is left to ask, a family without findings counts as
// unknown, too.
bool lacks_needs(const CauseRule& cause, const Bench& bench, Reasons& because) {
  bool lacking = false;
  for (const Index family : cause.needs()) {
    bool said_something = false;
    for (std::size_t i = 0; i < bench.findings().size(); ++i) {
      if (bench.family_of(i) != family) continue;
      if (bench.findings()[i].severity == Severity::Unknown) {
        because.push_back(i);
      } else {
        said_something = true;
      }
    }
    if (!said_something && (bench.complete || !because.empty())) lacking = true;
  }
  if (lacking && because.empty()) because = why_silent(cause, bench);
  return lacking;
}

// The keys of the findings that these clauses read, each once.
void collect(Vector<std::string_view>& keys, const Clauses& clauses, const Bench& bench) {
  for (const std::span<const Index> clause : clauses) {
    for (const Index index : clause) {
      if (!bench.has(index)) continue;
      const std::string_view key = bench.problems().keys[index];
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  }
}

CauseVerdict verdict_of(const CauseRule& cause, CauseState& judged, const Bench& bench, const Reader& reader) {
  CauseVerdict verdict;
  verdict.id = cause.id();
  verdict.from = cause.from();
  verdict.source = cause.source();
  verdict.state = judged.state;
  verdict.owner = cause.owner();
  verdict.action = action_of(cause, reader.role);
  verdict.because = std::move(judged.because);
  collect(verdict.supports, cause.confirmed(), bench);
  collect(verdict.supports, cause.likely(), bench);
  collect(verdict.opposes, cause.ruled_out(), bench);
  verdict.tried = judged.tried;
  const Problems& problems = bench.problems();
  const Reader mine = reader_of(cause, reader);
  verdict.meanwhile = instructions(cause.meanwhile(), problems.steps, mine);
  verdict.steps = instructions(cause.steps(), problems.steps, mine);
  verdict.verify = instructions(cause.verifications(), problems.verifications, mine);
  verdict.notes = instructions(cause.notes(), problems.notes, mine);
  return verdict;
}

// A problem with the states of its causes, before it is written out for a person.
struct Judged {
  const Problem* problem = nullptr;
  Vector<CauseState> causes;
  State state = State::CannotTell;  // of the cause about which most is known
  bool decided = false;
  bool spoken_of = false;
  bool heard = false;      // what the person's words read most like
  bool asked_for = false;  // mentioned, and not ruled out; otherwise what the evidence shows comes first
  std::size_t symptoms = 0;
  bool taken = false;  // already placed in the order
};

ProblemVerdict verdict_of(Judged& judged, const Bench& bench, const Reader& reader) {
  const Problem& problem = *judged.problem;
  ProblemVerdict verdict;
  verdict.id = problem.id();
  verdict.from = problem.from();
  verdict.severity = problem.severity();
  for (const std::string_view look : problem.described_by()) verdict.described_by.push_back(look);
  verdict.state = judged.state;
  const Vector<CauseRule>& causes = problem.causes();
  constexpr State kOrder[] = {State::Confirmed, State::Likely,   State::Possible,   State::Confirmed,
                              State::Likely,    State::Possible, State::CannotTell, State::RuledOut};
  for (std::size_t place = 0; place < std::size(kOrder); ++place) {
    const bool untried = place < 3;
    for (std::size_t i = 0; i < causes.size(); ++i) {
      CauseState& cause = judged.causes[i];
      if (cause.state != kOrder[place] || (is_open(cause.state) && is_next(cause) != untried)) continue;
      verdict.causes.push_back(verdict_of(causes[i], cause, bench, reader));
    }
  }
  return verdict;
}

// If the person says nothing, a problem is listed only if the evidence confirms a failure or makes it likely.
bool established(const Judged& judged, const Vector<Finding>& findings) {
  return std::any_of(judged.causes.begin(), judged.causes.end(), [&](const CauseState& cause) {
    if (cause.state != State::Confirmed && cause.state != State::Likely) return false;
    return std::any_of(cause.because.begin(), cause.because.end(),
                       [&](std::size_t reason) { return is_trouble(findings[reason]); });
  });
}

int severity_rank(const Problem& problem) {
  const String& severity = problem.severity();
  if (severity == "high") return 0;
  return severity == "medium" ? 1 : 2;
}

bool before(const Judged& a, const Judged& b) {
  if (a.decided != b.decided) return a.decided;
  if (a.asked_for != b.asked_for) return a.asked_for;
  // What the evidence confirms is what the person means, however it is worded.
  if ((a.state == State::Confirmed) != (b.state == State::Confirmed)) return a.state == State::Confirmed;
  if (a.heard != b.heard) return a.heard;
  if (a.state != b.state) return a.state < b.state;
  if (a.symptoms != b.symptoms) return a.symptoms > b.symptoms;
  return severity_rank(*a.problem) < severity_rank(*b.problem);
}

std::size_t count_symptoms(const Problem& problem, const Bench& bench) {
  const Indexes& keys = problem.symptoms();
  return static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), [&](Index key) { return bench.has(key); }));
}

CauseState by_clauses(const CauseRule& cause, const Bench& bench) {
  const std::pair<State, const Clauses&> kinds[] = {
      {State::Confirmed, cause.confirmed()}, {State::RuledOut, cause.ruled_out()}, {State::Likely, cause.likely()}};
  for (const auto& [state, clauses] : kinds) {
    if (Reasons met = first_that_holds(clauses, bench); !met.empty()) return {state, std::move(met), Tried::No};
  }
  Reasons unknown;
  if (lacks_needs(cause, bench, unknown)) return {State::CannotTell, std::move(unknown), Tried::No};
  return {State::Possible, {}, Tried::No};
}

}  // namespace

bool has_symptom(const Problem& problem, const Bench& bench) {
  return problem.id() == bench.start || count_symptoms(problem, bench) > 0;
}

CauseState state_of(const CauseRule& cause, std::string_view problem, const Bench& bench) {
  CauseState judged = by_clauses(cause, bench);
  const Index fix = fix_of(problem, cause.id(), bench);
  if (fix == kNowhere) return judged;
  judged.tried = tried_of(bench.findings()[fix]);
  switch (judged.tried) {
    case Tried::No:
    case Tried::NotYet: break;
    case Tried::Worked:
      judged.state = State::Confirmed;
      judged.because.insert(judged.because.begin(), fix);
      break;
    case Tried::DoesNotApply:
      judged.state = judged.state == State::Confirmed ? State::Likely : State::RuledOut;
      if (judged.state == State::RuledOut) judged.because.clear();
      judged.because.push_back(fix);
      break;
  }
  return judged;
}

bool is_open(State state) {
  return state == State::Confirmed || state == State::Likely || state == State::Possible;
}

// A cause that the evidence confirms stays first, because its fix may take time.
bool is_next(const CauseState& cause) {
  switch (cause.tried) {
    case Tried::No:
    case Tried::Worked: return is_open(cause.state);
    case Tried::NotYet: return cause.state == State::Confirmed;
    case Tried::DoesNotApply: return false;
  }
  return false;
}

std::string_view role_of(const Bench& bench) {
  if (find_finding(bench.findings(), "reply.role-postmaster") != nullptr) return "postmaster";
  return find_finding(bench.findings(), "reply.role-member") != nullptr ? "member" : "";
}

Action action_of(const CauseRule& cause, std::string_view role) {
  const String& of_postmaster = cause.postmaster_action();
  const bool theirs = role == "postmaster" && !of_postmaster.empty();
  return action_from_key(theirs ? of_postmaster : cause.action()).value_or(Action::NeedMore);
}

Reader reader_of(const CauseRule& cause, const Reader& reader) {
  const bool fixes_it_alone = cause.owner() == "you" && reader.role.empty();
  return fixes_it_alone ? Reader{reader.values, "member"} : reader;
}

const CauseVerdict* first_cause(const Vector<ProblemVerdict>& verdicts) {
  return verdicts.empty() || verdicts.front().causes.empty() ? nullptr : &verdicts.front().causes.front();
}

const CauseVerdict* named_cause(const Vector<ProblemVerdict>& verdicts) {
  const CauseVerdict* first = first_cause(verdicts);
  const bool named = first != nullptr && (first->state == State::Confirmed || first->state == State::Likely);
  return named ? first : nullptr;
}

Vector<std::string_view> faq_of(const Vector<ProblemVerdict>& verdicts, const Problems& problems) {
  Vector<std::string_view> ids;
  for (const ProblemVerdict& verdict : verdicts) {
    const Problem* problem = problem_by_id(problems, verdict.id);
    if (problem == nullptr) continue;
    for (const std::string_view id : problem->faq()) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

Vector<ProblemVerdict> judge(const Bench& bench) {
  const Reader reader{bench.values, role_of(bench)};
  Vector<Judged> ranked;
  for (const Problem& problem : bench.problems().list) {
    Judged judged;
    judged.problem = &problem;
    for (const CauseRule& cause : problem.causes()) judged.causes.push_back(state_of(cause, problem.id(), bench));
    for (const CauseState& cause : judged.causes) {
      const bool first = &cause == &judged.causes.front();
      if (first || cause.state < judged.state) judged.state = cause.state;
    }
    judged.symptoms = count_symptoms(problem, bench);
    judged.spoken_of = problem.id() == bench.start || judged.symptoms > 0;
    judged.heard = judged.spoken_of && problem.id() == bench.heard;
    judged.asked_for = judged.spoken_of && judged.state != State::RuledOut;
    judged.decided = problem.decides() && judged.state == State::Confirmed;
    if (judged.spoken_of || judged.decided || established(judged, bench.findings()))
      ranked.push_back(std::move(judged));
  }
  Vector<ProblemVerdict> verdicts;
  // Selects the best problem repeatedly; of equal ones, the first. For a dozen problems this is enough, and
  // std::stable_sort would add 2 kB of wasm.
  while (verdicts.size() < ranked.size()) {
    Judged* best = nullptr;
    for (Judged& judged : ranked) {
      if (!judged.taken && (best == nullptr || before(judged, *best))) best = &judged;
    }
    if (best == nullptr) break;
    best->taken = true;
    verdicts.push_back(verdict_of(*best, bench, reader));
  }
  return verdicts;
}

}  // namespace alimail
