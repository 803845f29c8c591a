// Decides the outcome of one query. RFC 8484 section 4.2, RFC 2308 section 2, RFC 6604, RFC 8914.

#include "dns/answer.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "dns/alias_chain.h"
#include "dns/doh_json.h"
#include "dns/extended_error.h"
#include "dns/message.h"
#include "dns/name_codec.h"

namespace alimail {
namespace {

enum class Format {
  Wire,
  Json,
  Html
};

constexpr std::uint16_t kNoError = 0;
constexpr std::uint16_t kServfail = 2;
constexpr std::uint16_t kNxdomain = 3;
constexpr std::uint16_t kRefused = 5;

Outcome outcome_of(Failure failure) {
  switch (failure) {
    case Failure::Timeout: return Outcome::Timeout;
    case Failure::Blocked: return Outcome::Blocked;
    case Failure::Offline: return Outcome::Offline;
    case Failure::Unreadable:
    case Failure::None: break;
  }
  return Outcome::Unreadable;
}

// Precondition: neither NOERROR nor NXDOMAIN.
Outcome outcome_of_error(std::uint16_t rcode) {
  if (rcode == kServfail) return Outcome::Servfail;
  return rcode == kRefused ? Outcome::Refused : Outcome::OtherRcode;
}

// The type and subtype of a Content-Type, without its parameters (RFC 9110 section 8.3.1).
String media_type(std::string_view content_type) {
  String type = lower(content_type.substr(0, content_type.find(';')));
  erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
  return type;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Format format_of(const RawAnswer& raw) {
  const String type = media_type(raw.content_type);
  if (type == "application/dns-message") return Format::Wire;
  if (has(type, "html")) return Format::Html;
  const std::size_t first = raw.body.find_first_not_of(" \t\r\n");
  const char c = first == String::npos ? '\0' : raw.body[first];
  if (c == '<') return Format::Html;
  if (has(type, "json") || has(type, "javascript") || has(type, "text/")) return Format::Json;
  return c == '{' || c == '[' ? Format::Json : Format::Wire;
}

bool is_filtered(const Message& message) {
  return std::any_of(message.errors.begin(), message.errors.end(),
                     [](const ExtendedError& error) { return topic_of(error) == ErrorTopic::Filter; });
}

// An empty answer with NS but without SOA: the server says "ask these servers", not "there is no record".
bool is_referral(const Message& message) {
  const auto holds = [&message](RecordType type) {
    return std::any_of(message.authority.begin(), message.authority.end(),
                       [type](const ResourceRecord& record) { return record.type == type; });
  };
  return holds(RecordType::Ns) && !holds(RecordType::Soa);
}

bool is_ours(const Message& message, const Question& question, Format format) {
  if (message.questions.size() == 1) return message.questions.front() == question;
  if (!message.questions.empty()) return false;
  return format == Format::Json || (message.rcode != kNoError && message.rcode != kNxdomain);
}

void set(Answer& answer, Outcome outcome, std::string_view detail = {}) {
  answer.outcome = outcome;
  answer.detail = String(detail);
}

// Decides on an absence, unless something speaks against it.
void judge_absence(Answer& answer, const Message& message, const AliasChain& chain) {
  const bool stray = std::any_of(message.answer.begin(), message.answer.end(), [&answer](const ResourceRecord& record) {
    return record.type == answer.question.type;  // and not reached, so the absence may be wrong
  });
  if (chain.loops) return set(answer, Outcome::Malformed, "chain-loop");
  if (chain.cut) return set(answer, Outcome::Malformed, "chain-too-long");
  if (stray) return set(answer, Outcome::Malformed, "stray-records");
  if (is_filtered(message)) return set(answer, Outcome::Blocked, "filtered");
  if (answer.rcode == kNxdomain) return set(answer, Outcome::Nxdomain);
  if (is_referral(message)) return set(answer, Outcome::Malformed, "referral");
  set(answer, Outcome::Nodata);
}

// Keeps the records of the wanted type that the question leads to, and the CNAMEs on the way. Returns whether it kept
// any of the wanted type.
bool keep_reached(Answer& answer, Message& message, const AliasChain& chain, RecordType wanted) {
  bool found = false;
  for (ResourceRecord& record : message.answer) {
    const bool reached = record.name == answer.question.name ||
                         std::find(chain.targets.begin(), chain.targets.end(), record.name) != chain.targets.end();
    if (!reached || (record.type != wanted && record.type != RecordType::Cname)) continue;
    found = found || record.type == wanted;
    answer.records.push_back(std::move(record));  // its type stays readable
  }
  return found;
}

// For NOERROR and NXDOMAIN, the only rcodes that say something about the name.
void judge_records(Answer& answer, Message& message) {
  const AliasChain chain = alias_chain(message.answer, answer.question.name, Links::All);
  const bool found = keep_reached(answer, message, chain, answer.question.type);
  if (message.truncated) return set(answer, Outcome::Truncated);
  if (!found) return judge_absence(answer, message, chain);
  if (answer.rcode == kNxdomain) return set(answer, Outcome::Malformed, "contradiction");
  set(answer, Outcome::Records, is_filtered(message) ? "filtered" : "");
}

void judge(Answer& answer, Message& message, Format format) {
  answer.rcode = message.rcode;
  if (!is_ours(message, answer.question, format)) return set(answer, Outcome::Malformed, "other-question");
  if (message.rcode == kNoError || message.rcode == kNxdomain) {
    judge_records(answer, message);
  } else {
    // BIND answers a CNAME loop with SERVFAIL and the CNAMEs. The answer is still a failure, but the CNAMEs are facts.
    const AliasChain chain = alias_chain(message.answer, answer.question.name, Links::All);
    keep_reached(answer, message, chain, RecordType::Cname);
    set(answer, outcome_of_error(message.rcode));
  }
  answer.authority = std::move(message.authority);
  answer.errors = std::move(message.errors);
}

void read_body(Answer& answer, const RawAnswer& raw) {
  const Format format = format_of(raw);
  if (format == Format::Html) return set(answer, Outcome::Unreadable, "html");
  Result<Message> message = format == Format::Json ? decode_doh_json(raw.body) : decode_message(raw.body);
  if (!message) return set(answer, Outcome::Malformed, message.error().code);
  if (format == Format::Wire && !is_response(raw.body)) return set(answer, Outcome::Malformed, "not-a-response");
  judge(answer, message.value(), format);
}

}  // namespace

Answer decode_answer(const RawAnswer& raw) {
  Answer answer;
  answer.resolver = raw.resolver;
  answer.at = raw.at;
  answer.status = raw.status;
  answer.checking_disabled = raw.checking_disabled;
  const Result<String> name = canonical_name(raw.name);
  answer.question = {name ? name.value() : raw.name, raw.type};
  if (raw.failure != Failure::None) {
    answer.outcome = outcome_of(raw.failure);
  } else if (raw.status != 0 && (raw.status < 200 || raw.status > 299)) {
    answer.outcome = Outcome::HttpError;
  } else if (raw.body.empty()) {
    set(answer, raw.status == 0 ? Outcome::Unreadable : Outcome::Malformed, raw.status == 0 ? "no-reply" : "empty");
  } else {
    read_body(answer, raw);
  }
  return answer;
}

}  // namespace alimail
