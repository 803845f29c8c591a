// The JSON dialects of DNS over HTTPS, as the resolvers used them in 2026. Google and DNSPod write a final dot, Cloudflare
// does not. AliDNS writes Question as an object. AdGuard writes "Answer": null. Extended errors are in Comment
// (Cloudflare), in extended_dns_errors (Google) or in the text of an OPT record (NextDNS).

#include "dns/doh_json.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/digits.h"
#include "dns/extended_error_text.h"
#include "dns/message.h"
#include "dns/name_codec.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "json/value.h"

namespace alimail {
namespace {

constexpr std::uint64_t kMax16Bits = 0xFFFF;
constexpr std::uint16_t kClassIn = 1;

// Returns the field under the first spelling that is present. A null value counts as absent (AdGuard's empty Answer).
const Json* field(const Json& object, std::initializer_list<const char*> spellings) {
  for (const char* const spelling : spellings) {
    const Json* const found = member(object, spelling);
    if (found != nullptr && !found->is(Json::Kind::Null)) return found;
  }
  return nullptr;
}

const String* text_of(const Json* value) {
  return value != nullptr && value->is(Json::Kind::Text) ? &value->text : nullptr;
}

// A number, or a number written as text.
std::optional<std::uint64_t> number_of(const Json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is(Json::Kind::Number) && value->number >= 0) return static_cast<std::uint64_t>(value->number);
  const String* const text = text_of(value);
  return text != nullptr ? parse_number(*text, UINT64_MAX) : std::nullopt;
}

bool flag_of(const Json* value) {
  if (value == nullptr) return false;
  if (value->is(Json::Kind::Boolean)) return value->boolean;
  if (const String* const text = text_of(value)) return lower(*text) == "true" || *text == "1";
  return number_of(value).value_or(0) != 0;
}

// A record type given as its number, as that number in text, or as its name.
std::optional<RecordType> type_of(const Json* value) {
  const std::optional<std::uint64_t> number = number_of(value);
  if (number) return *number == 0 || *number > kMax16Bits ? std::nullopt : std::optional(RecordType(*number));
  const String* const text = text_of(value);
  const RecordType type = text == nullptr ? RecordType{0} : type_from_name(*text);
  return type == RecordType{0} ? std::nullopt : std::optional(type);
}

// A field that most dialects write as an array and some as an object (AliDNS' Question). It is absent or null if empty.
Vector<const Json*> items_of(const Json* value) {
  Vector<const Json*> items;
  if (value == nullptr) return items;
  if (!value->is(Json::Kind::Array)) return {value};
  for (const Json& item : value->items) items.push_back(&item);
  return items;
}

std::optional<Question> read_question(const Json& item) {
  const String* const text = text_of(field(item, {"name"}));
  const std::optional<RecordType> type = type_of(field(item, {"type"}));
  if (text == nullptr || !type) return std::nullopt;
  Result<String> name = canonical_name(*text);
  if (!name) return std::nullopt;
  return Question{std::move(name.value()), *type};
}

// A number or "IN". Only AdGuard's dialect has this field.
bool is_class_in(const Json* value) {
  if (value == nullptr) return true;
  const String* const text = text_of(value);
  return number_of(value) == kClassIn || (text != nullptr && lower(*text) == "in");
}

std::optional<ResourceRecord> read_record(const Json& item) {
  const String* const owner = text_of(field(item, {"name"}));
  const std::optional<RecordType> type = type_of(field(item, {"type"}));
  const String* const text = text_of(field(item, {"data"}));
  if (owner == nullptr || !type || text == nullptr) return std::nullopt;
  Result<String> name = canonical_name(*owner);
  Result<Rdata> data = parse_rdata(*type, *text);
  if (!name || !data) return std::nullopt;
  const std::uint32_t ttl = sane_ttl(number_of(field(item, {"TTL", "ttl"})).value_or(0));
  return ResourceRecord{std::move(name.value()), *type, ttl, std::move(data.value())};
}

// Whether an unreadable record makes the whole answer unusable. In the answer section it does, because a skipped record
// would look like an absent one.
enum class Unreadable {
  Spoils,
  IsLeftOut
};

bool read_section(const Json* section, Unreadable rule, Message& message, Vector<ResourceRecord>& kept) {
  for (const Json* const item : items_of(section)) {
    if (!is_class_in(field(*item, {"class"}))) continue;
    std::optional<ResourceRecord> record = read_record(*item);
    if (!record && rule == Unreadable::Spoils) return false;
    if (!record) continue;
    if (kept.size() == kMaxRecords) {
      message.truncated = true;
      break;
    }
    kept.push_back(std::move(*record));
  }
  return true;
}

// This field exists only in Google's dialect.
void read_listed_errors(const Json& answer, Message& message) {
  for (const Json* const item : items_of(field(answer, {"extended_dns_errors"}))) {
    const std::optional<std::uint64_t> code = number_of(field(*item, {"info_code"}));
    if (!code || *code > kMax16Bits) continue;
    const String* const text = text_of(field(*item, {"extra_text"}));
    message.errors.push_back({static_cast<std::uint16_t>(*code), text == nullptr ? String() : *text});
  }
}

// Google sends one string. Cloudflare sends an array of strings, and its extended errors are among them.
void read_comments(const Json& answer, Message& message) {
  for (const Json* const item : items_of(field(answer, {"Comment", "comment"}))) {
    const String* const text = text_of(item);
    if (text == nullptr) continue;
    if (!message.comment.empty()) message.comment += '\n';
    message.comment += *text;
    std::optional<ExtendedError> error = read_comment_error(*text);
    if (error) message.errors.push_back(std::move(*error));
  }
}

// NextDNS and others that print a whole message put the OPT record here as text.
void read_additional(const Json& answer, Message& message) {
  for (const Json* const item : items_of(field(answer, {"Additional", "additional", "additionals", "Extra"}))) {
    const String* const text = text_of(field(*item, {"data"}));
    if (text == nullptr || type_of(field(*item, {"type"})) != RecordType::Opt) continue;
    for (ExtendedError& error : read_opt_text_errors(*text)) message.errors.push_back(std::move(error));
  }
}

Result<Message> read_answer(const Json& answer) {
  const std::optional<std::uint64_t> status = number_of(field(answer, {"Status", "status"}));
  if (!status || *status > kMax16Bits) return Error{"not-an-answer"};
  Message message;
  message.rcode = static_cast<std::uint16_t>(*status);
  message.truncated = flag_of(field(answer, {"TC", "flag_tc"}));
  message.authentic = flag_of(field(answer, {"AD", "flag_ad"}));
  for (const Json* const item : items_of(field(answer, {"Question", "question", "questions"}))) {
    std::optional<Question> question = read_question(*item);
    if (!question) return Error{"question"};
    message.questions.push_back(std::move(*question));
  }
  const Json* const records = field(answer, {"Answer", "answer", "answers"});
  if (!read_section(records, Unreadable::Spoils, message, message.answer)) return Error{"record"};
  const Json* const authority = field(answer, {"Authority", "authority", "authorities"});
  read_section(authority, Unreadable::IsLeftOut, message, message.authority);
  read_listed_errors(answer, message);
  read_comments(answer, message);
  read_additional(answer, message);
  message.errors.resize(std::min(message.errors.size(), kMaxExtendedErrors));
  return message;
}

}  // namespace

Result<Message> decode_doh_json(std::string_view text) {
  if (text.size() > kMaxJsonBytes) return Error{"too-long", kMaxJsonBytes};
  const Result<Json> parsed = parse_json(text, kMaxJsonDepth);
  if (!parsed) return parsed.error();
  const Json& answer = parsed.value();
  if (!answer.is(Json::Kind::Object)) return Error{"not-an-answer"};  // AliDNS' short=1 is a bare array
  return read_answer(answer);
}

}  // namespace alimail
