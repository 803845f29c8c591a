// Catalogue <- the embedded JSON files. Our own data, yet read with the same care as foreign text.
#include <utility>

#include "json.h"
#include "json/shapes.h"
#include "json/value.h"
#include "keys.h"

namespace alimail {
namespace {

Clauses clauses(const Json& json, const char* name) {
  Clauses result;
  for (const Json& clause : array_or_empty(json, name)) {
    Clause keys;
    for (const Json& key : clause.items) keys.push_back(key.text);
    result.push_back(std::move(keys));
  }
  return result;
}

From from_of(const Json& json) {
  return from_from_key(text_or_empty(json, "from")).value_or(From::Checker);
}

CauseRule cause_from(const Json& json) {
  CauseRule cause;
  cause.id = text_or_empty(json, "id");
  cause.from = from_of(json);
  cause.source = text_or_empty(json, "source");
  cause.owner = owner_from_key(text_or_empty(json, "owner")).value_or(Owner::You);
  cause.action = action_from_key(text_or_empty(json, "action")).value_or(Action::NeedMore);
  cause.confirmed = clauses(json, "confirmed");
  cause.likely = clauses(json, "likely");
  cause.ruled_out = clauses(json, "ruled_out");
  cause.needs = texts(json, "needs");
  cause.steps = texts(json, "steps");
  cause.verify = texts(json, "verify");
  return cause;
}

Problem problem_from(const Json& json) {
  Problem problem;
  problem.id = text_or_empty(json, "id");
  problem.from = from_of(json);
  problem.severity = text_or_empty(json, "severity");
  problem.decides = flag(json, "decides");
  problem.symptoms = texts(json, "symptoms");
  problem.described_by = texts(json, "described_by");
  problem.note = text_or_empty(json, "note");
  problem.questions = texts(json, "questions");
  problem.faq = texts(json, "faq");
  for (const Json& cause : array_or_empty(json, "causes")) problem.causes.push_back(cause_from(cause));
  return problem;
}

InstructionRule instruction_from(const Json& json) {
  InstructionRule rule;
  rule.id = text_or_empty(json, "id");
  rule.from = from_of(json);
  rule.source = text_or_empty(json, "source");
  rule.needs = text_or_empty(json, "needs");
  rule.without = text_or_empty(json, "without");
  if (const Json* commands = member(json, "commands"); commands != nullptr) {
    for (const std::string& system : commands->names) rule.commands.push_back({system, texts(*commands, system)});
  }
  return rule;
}

void read_steps(const Json& json, Problems& problems) {
  for (const Json& item : array_or_empty(json, "steps")) problems.steps.push_back(instruction_from(item));
  for (const Json& item : array_or_empty(json, "verifications"))
    problems.verifications.push_back(instruction_from(item));
  for (const Json& item : array_or_empty(json, "questions")) {
    problems.questions.push_back({text_or_empty(item, "id"), texts(item, "options")});
  }
}

Family family_from(const Json& json) {
  Family family;
  family.id = text_or_empty(json, "id");
  family.login_target = text_or_empty(json, "login_target");
  family.login_target_source = text_or_empty(json, "login_target_source");
  family.login_target_documented = flag(json, "login_target_documented");
  family.login_url = text_or_empty(json, "login_url");
  family.mx = texts(json, "mx");
  family.mx_source = text_or_empty(json, "mx_source");
  return family;
}

void read_provider(const Json& json, Provider& provider) {
  if (const Json* sources = member(json, "sources"); sources != nullptr) {
    for (const std::string& id : sources->names) provider.sources.push_back({id, text_or_empty(*sources, id)});
  }
  for (const Json& item : array_or_empty(json, "families")) provider.families.push_back(family_from(item));
  for (const Json& item : array_or_empty(json, "mx_suffixes")) {
    provider.mx_suffixes.push_back({text_or_empty(item, "suffix"), text_or_empty(item, "family")});
  }
  if (const Json* guide = member(json, "guide"); guide != nullptr) {
    provider.guide_login_target = text_or_empty(*guide, "login_target");
  }
  for (const Json& item : array_or_empty(json, "other_products")) {
    provider.other_products.push_back({text_or_empty(item, "id"), texts(item, "hosts"), texts(item, "domains")});
  }
  for (const Json& item : array_or_empty(json, "other_providers")) {
    provider.other_providers.push_back({text_or_empty(item, "id"), texts(item, "mx_suffixes"), texts(item, "domains")});
  }
}

Phrases phrases_from(const Json& json) {
  Phrases phrases;
  for (const Json& item : array_or_empty(json, "concepts")) {
    phrases.concepts.push_back(
        {text_or_empty(item, "id"), texts(item, "phrases"), flag(item, "topic"), flag(item, "deniable")});
  }
  for (const Json& item : array_or_empty(json, "symptoms")) {
    phrases.symptoms.push_back(
        {text_or_empty(item, "key"), texts(item, "all"), texts(item, "none"), flag(item, "in_bounce")});
  }
  return phrases;
}

}  // namespace

Catalogue catalogue_from_files(std::span<const EmbeddedFile> files) {
  Catalogue catalogue;
  for (const EmbeddedFile& file : files) {
    const Result<Json> parsed = parse_json(file.text, kMaxCaseDepth);
    if (!parsed.ok()) continue;
    const Json& json = parsed.value();
    if (file.path == "problems/steps.json") {
      read_steps(json, catalogue.problems);
    } else if (file.path.starts_with("problems/")) {
      catalogue.problems.list.push_back(problem_from(json));
    } else if (file.path.starts_with("provider/")) {
      read_provider(json, catalogue.provider);
    } else if (file.path.starts_with("words/")) {
      catalogue.matcher = compile(phrases_from(json));
    }
  }
  return catalogue;
}

}  // namespace alimail
