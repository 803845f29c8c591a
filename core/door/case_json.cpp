// Case <- JSON. Required fields are checked, unknown fields are ignored, and counts are limited.
#include <algorithm>

#include "base/base64.h"
#include "base/lifetime.h"
#include "base/timestamp.h"
#include "dns/name_codec.h"
#include "dns/record_type.h"
#include "door/door.h"
#include "door/shapes.h"
#include "json/value.h"
#include "model/keys.h"

namespace alimail {
namespace {

// The core compares names as values, so they are converted to canonical form here. A text that is not a name is kept
// unchanged: the ledger shows it, and no question is ever equal to it.
String comparable(const String& name) {
  const Result<String> canonical = canonical_name(name);
  return canonical.ok() ? canonical.value() : name;
}

// The nonce becomes a label of a queried name. A nonce that the page cannot have made is not used.
String nonce_or_empty(const String& text) {
  const bool sound = text.size() >= 8 && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                     });
  return sound ? text : String();
}

// Reads the body, unless it no longer fits. A smaller one may still fit after it.
void read_body(const Json& json, RawAnswer& answer, std::size_t& room) {
  const bool encoded = member(json, "bodyBase64") != nullptr;
  const String& body = text_or_empty(json, encoded ? "bodyBase64" : "body");
  answer.failure = Failure::Unreadable;
  if (body.size() > room) return;
  room -= body.size();
  Result<String> bytes = encoded ? decode_base64(body) : Result<String>(body);
  if (!bytes.ok()) return;
  answer.body = std::move(bytes.value());
  answer.failure = Failure::None;
}

RawAnswer answer_from(const Json& json, std::size_t& room) {
  RawAnswer answer;
  answer.resolver = text_or_empty(json, "resolver");
  answer.name = comparable(text_or_empty(json, "name"));
  answer.type = type_from_name(text_or_empty(json, "type"));
  answer.at = parse_time(text_or_empty(json, "at"));
  answer.status = static_cast<int>(std::clamp<std::int64_t>(number_or_zero(json, "status"), 0, 999));
  answer.content_type = text_or_empty(json, "contentType");
  answer.checking_disabled = flag(json, "checkingDisabled");
  read_body(json, answer, room);
  if (member(json, "failure") != nullptr) {
    answer.failure = failure_from_key(text_or_empty(json, "failure")).value_or(Failure::Unreadable);
  }
  return answer;
}

void read_probes(const Json& json, Case& result) {
  for (const Json& item : array_or_empty(json, "probes")) {
    if (result.probes.size() >= kMaxProbes) return;
    const auto outcome = probe_outcome_from_key(text_or_empty(item, "outcome"));
    if (outcome) result.probes.push_back({text_or_empty(item, "url"), *outcome, parse_time(text_or_empty(item, "at"))});
  }
}

void read_replies(const Json& json, Case& result) {
  const Json* replies = member(json, "replies");
  if (replies == nullptr) return;
  for (std::size_t i = 0; i < replies->names.size() && result.replies.size() < kMaxReplies; ++i) {
    if (replies->items[i].is(Json::Kind::Text)) result.replies.push_back({replies->names[i], replies->items[i].text});
  }
}

const char* wrong_field(const Json& json) {
  if (number_or_zero(json, "version") != 1) return "version";
  for (const char* name : {"now", "subject", "complaint"}) {
    const Json* value = member(json, name);
    if (value == nullptr || !value->is(Json::Kind::Text)) return name;
  }
  for (const char* name : {"answers", "probes"}) {
    const Json* value = member(json, name);
    if (value != nullptr && !value->is(Json::Kind::Array)) return name;
  }
  const Json* replies = member(json, "replies");
  return replies != nullptr && !replies->is(Json::Kind::Object) ? "replies" : nullptr;
}

}  // namespace

Result<Case> case_from_json(std::string_view text, String& field) {
  Vector<std::size_t> room;
  return case_from_json(text, field, 0, room);
}

Result<Case> case_from_json(std::string_view text, String& field, std::size_t kept, Vector<std::size_t>& room) {
  if (text.size() > kMaxCaseBytes) return Error{"too-large", kMaxCaseBytes};
  const Result<Json> parsed = parse_json(text, kMaxCaseDepth);
  if (!parsed.ok()) return parsed.error();
  const Json& json = parsed.value();
  if (const char* wrong = wrong_field(json); wrong != nullptr) {
    field = wrong;
    return Error{"not-a-case"};
  }
  Case result;
  result.now = parse_time(text_or_empty(json, "now"));
  result.subject = text_or_empty(json, "subject");
  result.complaint = text_or_empty(json, "complaint");
  result.start = text_or_empty(json, "start");
  result.nonce = nonce_or_empty(text_or_empty(json, "nonce"));
  result.brief = flag(json, "brief");
  room.resize(kept);
  std::size_t left = kept == 0 ? kMaxBodiesBytes : room.back();
  for (const Json& item : array_or_empty(json, "answers")) {
    if (room.size() >= kMaxAnswers) break;
    result.answers.push_back(answer_from(item, left));
    const AllocateFor run(Lifetime::Run);
    room.push_back(left);
  }
  read_probes(json, result);
  read_replies(json, result);
  return result;
}

}  // namespace alimail
