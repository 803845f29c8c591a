// DNS over HTTPS as JSON: what is read can be written as JSON and as bytes, and both are read as the same message.
#include "dns/doh_json.h"

#include "dns/answer.h"
#include "dns/message.h"
#include "dns/name_codec.h"
#include "fuzz/target.h"
#include "fuzz/wire.h"

namespace alimail::fuzz {

void doh_json(std::string_view bytes) {
  RawAnswer raw;
  raw.name = "abc.example";
  raw.type = RecordType::Mx;
  raw.status = 200;
  raw.content_type = "application/json";
  raw.body = bytes;
  const Answer answer = decode_answer(raw);
  const Result<Message> read = decode_doh_json(bytes);
  if (!read.ok()) {
    expect(answer.outcome == Outcome::Malformed || answer.outcome == Outcome::Unreadable, "an answer out of an error");
    return;
  }
  const bool absent = answer.outcome == Outcome::Nodata || answer.outcome == Outcome::Nxdomain;
  expect(!absent || !read.value().truncated, "an absence in a truncated message");
  for (const ResourceRecord& each : read.value().answer) {
    const Result<std::string> name = canonical_name(each.name);
    expect(name.ok() && name.value() == each.name, "the name of a record is not canonical");
    expect(!absent || each.name != "abc.example" || each.type != RecordType::Mx, "an absence beside the record");
  }

  const Message meant = portable(read.value());
  const Result<Message> again = decode_doh_json(doh_json_of(meant));
  expect(again.ok() && portable(again.value()) == meant, "written as JSON, it is read as another message");
  const std::string wire = wire_of(meant);
  if (wire.empty()) return;
  const Result<Message> decoded = decode_message(wire);
  expect(decoded.ok() && portable(decoded.value()) == meant, "written as bytes, it is read as another message");
}

}  // namespace alimail::fuzz
