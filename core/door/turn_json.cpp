// Turn -> JSON, in the format of turn.schema.json.
#include "base/base64.h"
#include "base/timestamp.h"
#include "dns/message.h"
#include "dns/record_type.h"
#include "door/shapes.h"
#include "json/value.h"
#include "model/keys.h"

namespace alimail {
namespace {

void write(JsonWriter& json, const Args& args) {
  json.object();
  for (const Arg& arg : args) {
    json.name(arg.name);
    if (const auto* text = std::get_if<String>(&arg.value)) json.value(*text);
    if (const auto* number = std::get_if<std::int64_t>(&arg.value)) json.value(*number);
    if (const auto* list = std::get_if<Vector<String>>(&arg.value)) json.values(*list);
    if (const auto* records = std::get_if<Vector<Args>>(&arg.value)) {
      json.array();
      for (const Args& record : *records) write(json, record);
      json.end();
    }
  }
  json.end();
}

void write(JsonWriter& json, const Finding& finding) {
  json.object().put("key", finding.key).put("severity", key_of(finding.severity)).name("args");
  write(json, finding.args);
  json.put_if("source", finding.source).end();
}

void write(JsonWriter& json, const Reasons& reasons, const Vector<Finding>& findings) {
  json.array();
  for (const std::size_t reason : reasons) write(json, findings[reason]);
  json.end();
}

void write(JsonWriter& json, const Vector<Instruction>& instructions) {
  json.array();
  for (const Instruction& each : instructions) {
    json.object().put("id", each.id).put("from", each.from).put_if("source", each.source);
    if (!each.commands.empty()) {
      json.name("commands").array();
      for (const Commands& commands : each.commands) {
        json.object().put("system", commands.system).name("lines").values(commands.lines).end();
      }
      json.end();
    }
    json.end();
  }
  json.end();
}

void write_if(JsonWriter& json, std::string_view name, const Vector<Instruction>& instructions) {
  if (instructions.empty()) return;
  json.name(name);
  write(json, instructions);
}

void write(JsonWriter& json, const TopicAsked& topic) {
  json.object().put("id", topic.id).put("from", topic.from).put_if("source", topic.source).put_if("faq", topic.faq);
  json.name("steps");
  write(json, topic.steps);
  json.name("matched").values(topic.matched).end();
}

void write(JsonWriter& json, const CauseVerdict& cause, const Vector<Finding>& findings) {
  json.object().put("id", cause.id).put("from", cause.from).put_if("source", cause.source);
  json.put("state", key_of(cause.state)).put("owner", cause.owner).put("action", key_of(cause.action));
  json.name("because");
  write(json, cause.because, findings);
  json.name("supports").values(cause.supports).name("opposes").values(cause.opposes);
  json.put_if("tried", key_of(cause.tried)).name("steps");
  write(json, cause.steps);
  json.name("verify");
  write(json, cause.verify);
  write_if(json, "meanwhile", cause.meanwhile);
  write_if(json, "notes", cause.notes);
  json.end();
}

void write(JsonWriter& json, const ProblemVerdict& problem, const Vector<Finding>& findings) {
  json.object().put("id", problem.id).put("from", problem.from).put("severity", problem.severity);
  json.put("state", key_of(problem.state)).name("describedBy").values(problem.described_by);
  json.name("causes").array();
  for (const CauseVerdict& cause : problem.causes) write(json, cause, findings);
  json.end().end();
}

void write(JsonWriter& json, const RecordToPublish& record) {
  json.object().put("change", key_of(record.change)).put("host", record.host).put("zone", record.zone);
  json.put("type", type_name(record.type)).put("value", record.value);
  if (record.priority) json.name("priority").value(std::int64_t{*record.priority});
  if (!record.current.empty()) json.name("current").values(record.current);
  if (!record.left_out.empty()) json.name("leftOut").values(record.left_out);
  if (!record.flattened.empty()) json.name("flattened").values(record.flattened);
  json.put("from", record.from).put_if("source", record.source);
  if (record.later) json.name("later").value(true);
  json.end();
}

void write(JsonWriter& json, const Wait& wait, const Vector<Finding>& findings) {
  json.object().put("until", format_time(wait.until)).name("because");
  write(json, wait.because, findings);
  json.name("caches").array();
  for (const CachedUntil& cache : wait.caches) {
    json.object().put("resolver", cache.resolver).put("name", cache.question.name);
    json.put("type", type_name(cache.question.type)).put("until", format_time(cache.until));
    json.name("negative").value(cache.negative).end();
  }
  json.end().end();
}

void write(JsonWriter& json, const Comparison& comparison) {
  json.object().put("name", comparison.question.name).put("type", type_name(comparison.question.type));
  json.name("groups").array();
  for (const AnswerGroup& group : comparison.groups) {
    json.object().put("outcome", key_of(group.outcome)).name("values").values(group.values).name("holders").array();
    for (const Holder& holder : group.holders) {
      json.object().put("resolver", holder.resolver);
      if (holder.ttl) json.name("ttl").value(std::int64_t{*holder.ttl});
      json.end();
    }
    json.end().end();
  }
  json.end().end();
}

void write(JsonWriter& json, const PolicyTree& policy) {
  json.object().name("lookups").value(policy.lookups).name("voidLookups").value(policy.void_lookups);
  json.name("complete").value(policy.complete).name("nodes").array();
  for (const PolicyNode& node : policy.nodes) {
    json.object().name("depth").value(static_cast<std::int64_t>(node.depth)).put("term", node.term);
    json.put("domain", node.domain).put("record", node.record).put("state", key_of(node.state));
    json.name("lookups").value(node.lookups).end();
  }
  json.end().end();
}

void write(JsonWriter& json, const Diagnosis& diagnosis, Vector<LedgerPurpose>& purposes) {
  json.object().put("action", key_of(diagnosis.action)).name("values");
  write(json, diagnosis.values);
  json.name("problems").array();
  for (const ProblemVerdict& problem : diagnosis.problems) write(json, problem, diagnosis.findings);
  json.end().name("findings").array();
  for (const Finding& finding : diagnosis.findings) write(json, finding);
  json.end().name("records").array();
  for (const RecordToPublish& record : diagnosis.records) write(json, record);
  json.end();
  if (diagnosis.wait) {
    json.name("wait");
    write(json, *diagnosis.wait, diagnosis.findings);
  }
  json.name("path").array();
  for (const Hop& hop : diagnosis.path) {
    json.object().put("hop", hop.id).put("state", key_of(hop.state)).put_if("name", hop.name).end();
  }
  json.end().name("comparisons").array();
  for (const Comparison& comparison : diagnosis.comparisons) write(json, comparison);
  json.end();
  if (!diagnosis.policy.nodes.empty()) {
    json.name("policy");
    write(json, diagnosis.policy);
  }
  json.name("ledger");
  write_ledger(json, diagnosis, purposes);
  json.name("faq").values(diagnosis.faq);
  if (diagnosis.topic) {
    json.name("topic");
    write(json, *diagnosis.topic);
  }
  write_if(json, "otherwise", diagnosis.otherwise);
  if (!diagnosis.closest.empty()) json.name("closest").values(diagnosis.closest);
  json.end();
}

void write_ask(JsonWriter& json, const Turn& turn) {
  json.object().name("queries").array();
  for (const Query& query : turn.queries) {
    json.object().put("name", query.question.name).put("type", type_name(query.question.type));
    json.put("wire", base64url(encode_query(query.question, query.checking_disabled)))
        .put("why", query.why)
        .put("reach", key_of(query.reach));
    if (query.checking_disabled) json.name("checkingDisabled").value(true);
    json.end();
  }
  json.end().name("probes").array();
  for (const Probe& probe : turn.probes) json.object().put("url", probe.url).end();
  json.end();
  if (turn.question) {
    json.name("question")
        .object()
        .put("id", turn.question->id)
        .put("kind", turn.question->number ? "number" : "choice");
    json.name("options").values(turn.question->options).end();
  }
  json.end();
}

void write(JsonWriter& json, const Subject& subject) {
  json.object().put("kind", key_of(subject.kind)).put_if("problem", key_of(subject.problem));
  json.put("domain", subject.domain).put("loginHost", subject.login_host);
  json.name("hostTyped").value(subject.host_typed).end();
}

}  // namespace

String turn_to_json(const Turn& turn) {
  Vector<LedgerPurpose> none;
  return turn_to_json(turn, none);
}

String turn_to_json(const Turn& turn, Vector<LedgerPurpose>& purposes) {
  JsonWriter json;
  json.object().name("subject");
  write(json, turn.subject);
  json.name("ask");
  write_ask(json, turn);
  json.name("progress").object().name("done").value(static_cast<std::int64_t>(turn.done));
  json.name("total").value(static_cast<std::int64_t>(turn.total)).end().name("diagnosis");
  write(json, turn.diagnosis, purposes);
  json.end();
  return json.take();
}

String error_to_json(std::string_view code, std::string_view detail) {
  JsonWriter json;
  return json.object().name("error").object().put("code", code).put("detail", detail).end().end().text();
}

}  // namespace alimail
