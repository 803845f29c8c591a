#include "fuzz/play.h"

#include <algorithm>

#include "advance.h"
#include "base/base64.h"
#include "base/timestamp.h"
#include "dns/answer.h"
#include "dns/record_type.h"
#include "door/door.h"
#include "fuzz/script.h"
#include "fuzz/target.h"
#include "json/value.h"

namespace alimail::fuzz {
namespace {

constexpr std::size_t kMaxReplies = 5;  // questions of a run, judge/question.h

// The page asks the next resolver only if this one gave no answer, or failed.
bool is_answer(const RawAnswer& raw) {
  const Outcome outcome = decode_answer(raw).outcome;
  return outcome == Outcome::Records || outcome == Outcome::Nodata || outcome == Outcome::Nxdomain;
}

void answer(const Script& script, const Query& query, Case& current) {
  for (const char resolver : {'a', 'b'}) {
    current.answers.push_back(answer_to(script, query, resolver));
    if (query.reach == Reach::First && is_answer(current.answers.back())) return;
  }
}

// Answers everything that the turn asks. Returns false if it asks nothing.
bool answer_all(const Script& script, Play& play) {
  for (const Query& query : play.turn.queries) {
    const bool again = std::find(play.asked.begin(), play.asked.end(), query) != play.asked.end();
    expect(!again, "it asks what was answered");
    play.asked.push_back(query);
    answer(script, query, play.ending);
  }
  for (const Probe& probe : play.turn.probes)
    play.ending.probes.push_back({probe.url, script.probe, script.opening.now});
  return !play.turn.queries.empty() || !play.turn.probes.empty();
}

std::string_view key_of_failure(Failure failure) {
  switch (failure) {
    case Failure::Timeout: return "timeout";
    case Failure::Blocked: return "blocked";
    case Failure::Offline: return "offline";
    case Failure::Unreadable: return "unreadable";
    case Failure::None: break;
  }
  return "";
}

std::string_view key_of_probe(ProbeOutcome outcome) {
  switch (outcome) {
    case ProbeOutcome::Reached: return "reached";
    case ProbeOutcome::Timeout: return "timeout";
    case ProbeOutcome::Failed: break;
  }
  return "failed";
}

void write(JsonWriter& json, const RawAnswer& each) {
  json.object().put("resolver", each.resolver).put("name", each.name).put("type", type_name(each.type));
  json.put("at", format_time(each.at)).put_if("failure", key_of_failure(each.failure));
  if (each.checking_disabled) json.name("checkingDisabled").value(true);
  if (each.status != 0) json.name("status").value(std::int64_t{each.status}).put("contentType", each.content_type);
  if (each.failure == Failure::None) json.put("bodyBase64", base64url(each.body));
  json.end();
}

}  // namespace

Play play(std::string_view text) {
  const Script script = script_of(text);
  Play play;
  play.ending = script.opening;
  play.turn = advance(play.ending, catalogue());
  while (true) {
    while (answer_all(script, play)) {
      expect(++play.rounds <= kMaxRounds, "it never stops asking");
      if (play.rounds > kMaxRounds) return play;
      play.turn = advance(play.ending, catalogue());
    }
    const auto& question = play.turn.question;
    if (!question || play.ending.replies.size() >= kMaxReplies) return play;
    const auto replied = [&](const Reply& each) { return each.question == question->id; };
    expect(std::none_of(play.ending.replies.begin(), play.ending.replies.end(), replied), "it asks the person twice");
    const std::vector<std::string_view>& options = question->options;
    const std::string_view option = options.empty() ? "unknown" : options[script.choice % options.size()];
    play.ending.replies.push_back({std::string(question->id), std::string(option)});
    play.turn = advance(play.ending, catalogue());
  }
}

std::string json_of(const Case& input) {
  JsonWriter json;
  json.object().name("version").value(std::int64_t{1}).put("now", format_time(input.now));
  json.put("subject", input.subject).put("complaint", input.complaint).put_if("start", input.start);
  json.put_if("nonce", input.nonce).name("replies").object();
  for (const Reply& each : input.replies) json.put(each.question, each.value);
  json.end().name("answers").array();
  for (const RawAnswer& each : input.answers) write(json, each);
  json.end().name("probes").array();
  for (const ProbeResult& each : input.probes) {
    json.object().put("url", each.url).put("outcome", key_of_probe(each.outcome)).put("at", format_time(each.at)).end();
  }
  return json.end().end().text();
}

}  // namespace alimail::fuzz
