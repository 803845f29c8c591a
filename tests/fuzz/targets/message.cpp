// DNS messages in wire format: what is read can be written and read again, in both forms.
#include "dns/message.h"

#include "dns/answer.h"
#include "dns/doh_json.h"
#include "dns/name_codec.h"
#include "dns/present.h"
#include "dns/rdata.h"
#include "fuzz/target.h"
#include "fuzz/wire.h"

namespace alimail::fuzz {
namespace {

void check_names(const std::vector<ResourceRecord>& records) {
  for (const ResourceRecord& each : records) {
    const Result<std::string> name = canonical_name(each.name);
    expect(name.ok() && name.value() == each.name, "the name of a record is not canonical");
    expect(each.ttl <= kMaxTtl, "a TTL of more than 31 bits");
    static_cast<void>(present(each.data));
  }
}

// An absence is believed only if a whole message answers our question.
void check_absence(const Answer& answer, std::string_view bytes, const Message& message) {
  if (answer.outcome != Outcome::Nodata && answer.outcome != Outcome::Nxdomain) return;
  expect(is_response(bytes), "an absence in a message that is no response");
  expect(message.questions.size() == 1 && message.questions.front() == answer.question,
         "an absence of another question");
  expect(!message.truncated, "an absence in a truncated message");
  for (const ResourceRecord& each : message.answer) {
    expect(each.name != answer.question.name || each.type != answer.question.type, "an absence beside the record");
  }
}

void check_answer(std::string_view bytes, const Message& message) {
  RawAnswer raw;
  raw.resolver = "a";
  raw.status = 200;
  raw.content_type = "application/dns-message";
  raw.body = bytes;
  raw.name = message.questions.empty() ? "abc.example" : message.questions.front().name;
  raw.type = message.questions.empty() ? RecordType::Mx : message.questions.front().type;
  const Answer answer = decode_answer(raw);
  check_absence(answer, bytes, message);
  expect(decode_answer(raw) == answer, "the same bytes give another answer");
}

}  // namespace

void message(std::string_view bytes) {
  const Result<Message> read = decode_message(bytes);
  if (!read.ok()) {
    expect(read.error().position <= bytes.size() + 1, "an error behind the message");
    return;
  }
  const Message& whole = read.value();
  expect(whole.answer.size() <= kMaxRecords && whole.authority.size() <= kMaxRecords, "too many records");
  check_names(whole.answer);
  check_names(whole.authority);
  check_answer(bytes, whole);

  const Message meant = portable(whole);
  const std::string written = wire_of(meant);
  if (written.empty()) return;  // it is too long without compression
  const Result<Message> again = decode_message(written);
  expect(again.ok() && portable(again.value()) == meant, "written as bytes, it is read as another message");
  const Result<Message> json = decode_doh_json(doh_json_of(meant));
  expect(json.ok() && portable(json.value()) == meant, "written as JSON, it is read as another message");
}

}  // namespace alimail::fuzz
