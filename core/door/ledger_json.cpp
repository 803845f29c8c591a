#include "door/ledger_json.h"

#include <algorithm>
#include <utility>

#include "base/lifetime.h"
#include "base/timestamp.h"
#include "dns/present.h"
#include "dns/record_type.h"
#include "model/keys.h"

namespace alimail {
namespace {

void write(JsonWriter& json, const ResourceRecord& record) {
  json.object().put("name", record.name).put("type", type_name(record.type));
  json.name("ttl").value(std::int64_t{record.ttl}).put("data", present(record.data)).end();
}

bool asks_for(const Query& query, const Answer& answer) {
  return query.question == answer.question && query.checking_disabled == answer.checking_disabled;
}

// The query that an answer is for, which is most often the one that it was for in the turn before.
LedgerPurpose purpose_of(const Answer& answer, const Vector<Query>& queries, std::size_t likely) {
  if (likely < queries.size() && asks_for(queries[likely], answer)) return {likely, queries[likely].why};
  const auto query =
      std::find_if(queries.begin(), queries.end(), [&](const Query& each) { return asks_for(each, answer); });
  const auto index = static_cast<std::size_t>(query - queries.begin());
  return {index, query == queries.end() ? std::string_view() : std::string_view(query->why)};
}

void write(JsonWriter& json, const Answer& answer, std::string_view purpose) {
  json.object().put("resolver", answer.resolver).put("name", answer.question.name);
  json.put("type", type_name(answer.question.type)).put("at", format_time(answer.at)).put_if("why", purpose);
  json.put("outcome", key_of(answer.outcome)).put_if("detail", answer.detail);
  if (answer.checking_disabled) json.name("checkingDisabled").value(true);
  if (answer.rcode != 0) json.name("rcode").value(std::int64_t{answer.rcode});
  if (answer.status != 0) json.name("status").value(std::int64_t{answer.status});
  if (!answer.errors.empty()) {
    json.name("ede").array();
    for (const ExtendedError& error : answer.errors) {
      json.object().name("code").value(std::int64_t{error.code}).put("text", error.text).end();
    }
    json.end();
  }
  json.name("records").array();
  for (const ResourceRecord& record : answer.records) write(json, record);
  json.end().end();
}

}  // namespace

void write_ledger(JsonWriter& json, const Diagnosis& diagnosis, Vector<LedgerPurpose>& purposes) {
  const std::size_t known = purposes.size();
  std::int64_t same = 0;
  const auto write_same = [&] {
    if (same > 0) json.value(std::exchange(same, 0));
  };
  json.array();
  for (std::size_t i = 0; i < diagnosis.ledger.size(); ++i) {
    const Answer& answer = diagnosis.ledger[i];
    const LedgerPurpose now = purpose_of(answer, diagnosis.purposes, i < known ? purposes[i].query : 0);
    if (i < known && purposes[i].why == now.why) {
      ++same;
    } else {
      write_same();
      write(json, answer, now.why);
    }
    if (i < known) {
      purposes[i] = now;
    } else {
      const AllocateFor run(Lifetime::Run);
      purposes.push_back(now);
    }
  }
  write_same();
  for (const Answer& answer : diagnosis.pasted) write(json, answer, purpose_of(answer, diagnosis.purposes, 0).why);
  json.end();
}

}  // namespace alimail
