// Turn -> JSON, as turn.schema.json has it.
#include <algorithm>

#include "dns/message.h"
#include "json/reader.h"
#include "json/shapes.h"
#include "keys.h"
#include "timestamp.h"

namespace alimail {
namespace {

template <typename T, typename Convert>
Json list(const std::vector<T>& items, Convert convert) {
  Json json = Json::array();
  for (const T& item : items) json.push_back(convert(item));
  return json;
}

void put_if(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json to_json(const Args& args) {
  Json json = Json::object();
  for (const Arg& arg : args) {
    std::visit([&](const auto& value) { json[arg.name] = value; }, arg.value);
  }
  return json;
}

Json to_json(const Finding& finding) {
  Json json = {{"key", finding.key}, {"severity", key_of(finding.severity)}, {"args", to_json(finding.args)}};
  put_if(json, "source", finding.source);
  return json;
}

Json findings_json(const std::vector<Finding>& findings) {
  return list(findings, [](const Finding& finding) { return to_json(finding); });
}

Json to_json(const Instruction& instruction) {
  Json json = {{"id", instruction.id}, {"from", key_of(instruction.from)}, {"args", to_json(instruction.args)}};
  put_if(json, "source", instruction.source);
  if (!instruction.commands.empty()) {
    json["commands"] = list(instruction.commands, [](const Commands& commands) {
      return Json{{"system", commands.system}, {"lines", commands.lines}};
    });
  }
  return json;
}

Json to_json(const CauseVerdict& cause) {
  const auto instruction = [](const Instruction& each) { return to_json(each); };
  Json json = {{"id", cause.id},
               {"from", key_of(cause.from)},
               {"state", key_of(cause.state)},
               {"owner", key_of(cause.owner)},
               {"action", key_of(cause.action)},
               {"because", findings_json(cause.because)},
               {"steps", list(cause.steps, instruction)},
               {"verify", list(cause.verify, instruction)}};
  put_if(json, "source", cause.source);
  return json;
}

Json to_json(const ProblemVerdict& problem) {
  Json json = {{"id", problem.id},
               {"from", key_of(problem.from)},
               {"severity", problem.severity},
               {"state", key_of(problem.state)},
               {"describedBy", problem.described_by},
               {"causes", list(problem.causes, [](const CauseVerdict& cause) { return to_json(cause); })}};
  put_if(json, "note", problem.note);
  return json;
}

Json to_json(const RecordToPublish& record) {
  Json json = {{"host", record.host}, {"type", type_name(record.type)}, {"value", record.value}};
  if (record.priority) json["priority"] = *record.priority;
  put_if(json, "source", record.source);
  return json;
}

Json to_json(const Hop& hop) {
  Json json = {{"hop", hop.id}, {"state", key_of(hop.state)}};
  put_if(json, "name", hop.name);
  return json;
}

Json to_json(const ResourceRecord& record) {
  return {{"name", record.name}, {"type", type_name(record.type)}, {"ttl", record.ttl}, {"data", present(record.data)}};
}

Json to_json(const Answer& answer, const std::vector<Query>& purposes) {
  Json json = {{"resolver", answer.resolver},
               {"name", answer.question.name},
               {"type", type_name(answer.question.type)},
               {"at", format_time(answer.at)},
               {"outcome", key_of(answer.outcome)},
               {"records", list(answer.records, [](const ResourceRecord& record) { return to_json(record); })}};
  const auto purpose = std::find_if(purposes.begin(), purposes.end(),
                                    [&](const Query& query) { return query.question == answer.question; });
  if (purpose != purposes.end()) json["why"] = purpose->why;
  if (answer.rcode != 0) json["rcode"] = answer.rcode;
  if (answer.status != 0) json["status"] = answer.status;
  put_if(json, "detail", answer.detail);
  if (!answer.errors.empty()) {
    json["ede"] = list(answer.errors, [](const ExtendedError& error) {
      return Json{{"code", error.code}, {"text", error.text}};
    });
  }
  return json;
}

Json to_json(const Diagnosis& diagnosis) {
  Json json = {
      {"action", key_of(diagnosis.action)},
      {"problems", list(diagnosis.problems, [](const ProblemVerdict& problem) { return to_json(problem); })},
      {"findings", findings_json(diagnosis.findings)},
      {"records", list(diagnosis.records, [](const RecordToPublish& record) { return to_json(record); })},
      {"path", list(diagnosis.path, [](const Hop& hop) { return to_json(hop); })},
      {"ledger", list(diagnosis.ledger, [&](const Answer& answer) { return to_json(answer, diagnosis.purposes); })},
      {"faq", diagnosis.faq}};
  if (diagnosis.wait) {
    json["wait"] = {{"until", format_time(diagnosis.wait->until)}, {"because", findings_json(diagnosis.wait->because)}};
  }
  return json;
}

Json to_json(const Subject& subject) {
  Json json = {{"kind", key_of(subject.kind)},
               {"domain", subject.domain},
               {"loginHost", subject.login_host},
               {"hostTyped", subject.host_typed}};
  if (subject.problem != SubjectProblem::None) json["problem"] = key_of(subject.problem);
  return json;
}

Json to_json(const Query& query) {
  return {{"name", query.question.name},
          {"type", type_name(query.question.type)},
          {"wire", base64url(encode_query(query.question))},
          {"why", query.why},
          {"reach", key_of(query.reach)}};
}

// TXT data holds any bytes; what is no UTF-8 becomes U+FFFD instead of an abort.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string turn_to_json(const Turn& turn) {
  Json ask = {{"queries", list(turn.queries, [](const Query& query) { return to_json(query); })},
              {"probes", list(turn.probes, [](const Probe& probe) {
                 return Json{{"url", probe.url}};
               })}};
  if (turn.question) {
    ask["question"] = {{"id", turn.question->id}, {"kind", "choice"}, {"options", turn.question->options}};
  }
  return dump({{"subject", to_json(turn.subject)},
               {"ask", std::move(ask)},
               {"progress", {{"done", turn.done}, {"total", turn.total}}},
               {"diagnosis", to_json(turn.diagnosis)}});
}

std::string error_to_json(std::string_view code, std::string_view detail) {
  return dump({{"error", {{"code", code}, {"detail", detail}}}});
}

}  // namespace alimail
