// Whole cases: a subject, a complaint, replies, and resolvers that answer what advance() asks (fuzz/script.h).
//
// Invariants: it stops asking; no failed lookup becomes an absence; a decided cause has its reasons; the door and a second
// call give the same turn.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "advance.h"
#include "door/door.h"
#include "door/shapes.h"
#include "evidence/answers.h"
#include "fuzz/play.h"
#include "fuzz/target.h"

namespace alimail::fuzz {
namespace {

constexpr std::size_t kMaxAsked = 160;     // names, of one case
constexpr std::size_t kMaxTurn = 4000000;  // bytes

// Where the answer was given that an absence rests on.
enum class Place {
  Anywhere,
  Domain,
  LoginHost,
  Dmarc,
  Dkim
};

// What only an answer may say, and no failure; as in tests/web/stories/properties.test.ts.
struct Absence {
  std::string_view key;
  Place place;
  std::vector<RecordType> types;
};

const Absence kAbsences[] = {
    {"domain.nonexistent", Place::Domain, {}},
    {"login.missing", Place::LoginHost, {}},
    {"login.dangling", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"login.target-unresolvable", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"login.guide-target-unresolvable", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"target.unresolvable", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"target.guide-unresolvable", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"mx.missing", Place::Domain, {RecordType::Mx}},
    {"mx.null", Place::Domain, {RecordType::Mx}},
    {"mx.partial", Place::Domain, {RecordType::Mx}},
    {"mx.target-unresolvable", Place::Anywhere, {RecordType::A, RecordType::Aaaa}},
    {"spf.missing", Place::Domain, {RecordType::Txt}},
    {"spf.provider-absent", Place::Domain, {RecordType::Txt}},
    {"spf.mistyped", Place::Domain, {RecordType::Txt}},
    {"spf.all-absent", Place::Domain, {RecordType::Txt}},
    {"spf.include-missing", Place::Anywhere, {RecordType::Txt}},
    {"spf.include-broken", Place::Anywhere, {RecordType::Txt}},
    {"spf.too-many-void-lookups", Place::Anywhere, {}},
    {"sender.refused", Place::Domain, {RecordType::Txt}},
    {"dkim.absent-at-default", Place::Dkim, {RecordType::Txt}},
    {"dkim.revoked", Place::Dkim, {RecordType::Txt}},
    {"dmarc.missing", Place::Dmarc, {RecordType::Txt}},
    {"dmarc.inherited", Place::Dmarc, {RecordType::Txt}},
};

bool is_at(const std::string& name, Place place, const Subject& subject) {
  switch (place) {
    case Place::Domain: return name == subject.domain;
    case Place::LoginHost: return name == subject.login_host;
    case Place::Dmarc: return name.starts_with("_dmarc.");
    case Place::Dkim: return name.find("._domainkey.") != std::string::npos;
    case Place::Anywhere: break;
  }
  return true;
}

bool rests_on_an_answer(const Absence& absence, const Turn& turn) {
  const std::vector<RecordType>& types = absence.types;
  return std::any_of(turn.diagnosis.ledger.begin(), turn.diagnosis.ledger.end(), [&](const Answer& answer) {
    const bool of_type = types.empty() || std::find(types.begin(), types.end(), answer.question.type) != types.end();
    return is_conclusive(answer.outcome) && of_type && is_at(answer.question.name, absence.place, turn.subject);
  });
}

void check_findings(const Turn& turn) {
  for (const Absence& absence : kAbsences) {
    if (find_finding(turn.diagnosis.findings, absence.key) == nullptr) continue;
    if (!rests_on_an_answer(absence, turn)) fault(std::string(absence.key) + " rests on no answer");
  }
  const bool trouble = std::any_of(turn.diagnosis.findings.begin(), turn.diagnosis.findings.end(), is_trouble);
  expect(turn.diagnosis.action != Action::NothingWrong || !trouble, "nothing is called wrong beside an error");
}

void check_causes(const Turn& turn) {
  for (const ProblemVerdict& problem : turn.diagnosis.problems) {
    for (const CauseVerdict& cause : problem.causes) {
      // Where a check had nothing to ask, a cause that needs its answer is open without a finding to show for it.
      const bool open = cause.state == State::Possible || cause.state == State::CannotTell;
      if (!open && cause.because.empty()) fault(std::string(cause.id) + " is decided without a reason");
      for (const std::size_t reason : cause.because) {
        expect(reason < turn.diagnosis.findings.size(), "a reason that is no finding");
      }
    }
  }
}

}  // namespace

void cases(std::string_view bytes) {
  const Play played = play(bytes);
  expect(played.asked.size() <= kMaxAsked, "it asks too many names");
  check_findings(played.turn);
  check_causes(played.turn);
  const std::string turn = turn_to_json(played.turn);
  expect(turn.size() <= kMaxTurn, "the turn is too large");
  expect(nlohmann::json::accept(turn), "the turn is not JSON in UTF-8");
  expect(turn_to_json(advance(played.ending, catalogue())) == turn, "the second call gives another turn");
  expect(advance_text(json_of(played.ending)) == turn, "through the door, the case gives another turn");
}

}  // namespace alimail::fuzz
