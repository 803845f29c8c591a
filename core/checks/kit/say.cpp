#include <algorithm>

#include "checks/kit/check.h"
#include "model/keys.h"

namespace alimail {

Saying& Saying::with(std::string_view name, std::string_view text) {
  finding_.args.push_back({name, String(text)});
  return *this;
}

Saying& Saying::with(std::string_view name, const Vector<String>& texts) {
  Vector<String> listed;
  for (const String& text : texts) {
    listed.push_back(listed.size() < kMaxListed ? text : "...");
    if (listed.size() > kMaxListed) break;
  }
  finding_.args.push_back({name, std::move(listed)});
  return *this;
}

Saying& Saying::with(std::string_view name, std::int64_t number) {
  // Not as a temporary: moving a variant with a number makes g++ 12 warn about reading strings that are not there.
  Arg& arg = finding_.args.emplace_back();
  arg.name = name;
  arg.value = number;
  return *this;
}

Saying& Saying::with(std::string_view name, Vector<Args> records) {
  records.resize(std::min(records.size(), kMaxListed));
  finding_.args.push_back({name, std::move(records)});
  return *this;
}

Saying& Saying::with(std::string_view name, const Vector<Unanswered>& failing) {
  Vector<Args> records;
  for (const Unanswered& each : failing) {
    records.push_back({{"resolver", each.resolver}, {"outcome", String(key_of(each.outcome))}});
  }
  return with(name, std::move(records));
}

Saying& Saying::of(const Question& question, std::string_view resolver) {
  finding_.basis = Basis{question, String(resolver)};
  return *this;
}

Finding finding_of(const Says& says) {
  return {String(says.key), says.severity, {}, says.source, says.follows, says.about, std::nullopt};
}

Saying say(CheckResult& result, const Says& says) {
  return Saying(result.findings.emplace_back(finding_of(says)));
}

void ask(CheckResult& result, std::string_view name, RecordType type, Reach reach, Purpose why) {
  result.queries.push_back({{String(name), type}, reach, why});
}

}  // namespace alimail
