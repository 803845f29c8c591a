// Resolvers: do they say the same about the login host and the mail records? RFC 2308 section 5, RFC 8767.
//
// Asks nothing itself; compares the answers to questions of other checks that go to all resolvers. Addresses behind an
// alias may differ by location for good reasons, so the alias and the site that it reaches are compared. A host of its own
// with different addresses is neither agreement nor disagreement. Disagreement usually
// means that a change is propagating, but filtering and geography can cause it, too. A failed resolver is ignored.
#include <algorithm>

#include "base/order.h"
#include "checks/kit/check.h"
#include "dns/record_type.h"
#include "evidence/answers.h"
#include "evidence/comparison.h"
#include "model/keys.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"resolvers.agree", Severity::Info, "RFC 2308 section 5"},
    {"resolvers.alone", Severity::Info, "RFC 2308 section 5"},
    {"resolvers.disagree", Severity::Warning, "RFC 2308 section 5", Follows::WaitForSome},
    {"resolvers.differ", Severity::Warning, "RFC 2308 section 5", Follows::WaitForSome},
    {"resolvers.mail-disagree", Severity::Warning, "RFC 2308 section 5", Follows::WaitForSome},
    {"resolvers.policy-disagree", Severity::Warning, "RFC 2308 section 5", Follows::WaitForSome},
    {"resolvers.policy-agree", Severity::Info, "RFC 2308 section 5"},
    {"resolvers.filtered", Severity::Notice, "RFC 8914 section 4.18"},
    {"resolvers.geography", Severity::Info, "RFC 7871 section 6"},
});

constexpr std::size_t kMaxSaidBytes = 160;  // of one group's values; a TXT set may be 64 KiB
constexpr std::size_t kSeparatorBytes = 2;  // between two shown values

// Where the login host leads at one resolver. The target and the site are compared; links between the two belong to
// others and may differ by location.
struct Reached {
  std::string_view resolver;
  Vector<String> targets;  // the first target of the CNAME, and the provider's host if it is another one
  const Site* site = nullptr;
  bool whole = false;  // the addresses were answered, so the chain is known to its end
  Vector<String> addresses;
};

void follow(Reached& reached, const Answer* answer, const Views& views) {
  if (answer == nullptr) return;
  const Vector<String> links = alias_chain(answer->records, answer->question.name).targets;
  if (!links.empty() && reached.targets.empty()) reached.targets.push_back(links.front());
  for (const String& link : links) {
    if (reached.site != nullptr) return;
    reached.site = site_of_login_target(views.provider, link);
    if (reached.site != nullptr && link != reached.targets.front()) reached.targets.push_back(link);
  }
}

Vector<Reached> reached_by_all(const Views& views, const String& host) {
  Vector<Reached> all;
  for (const Answer& answer : views.evidence.answers) {
    if (all.size() == kMaxCompared) break;
    const auto& [name, type] = answer.question;
    if ((type != RecordType::A && type != RecordType::Cname) || name != host) continue;
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Reached& each) { return each.resolver == answer.resolver; });
    if (known) continue;
    Reached& reached = all.emplace_back();
    reached.resolver = answer.resolver;
    follow(reached, answer_of(views.evidence, {host, RecordType::Cname}, answer.resolver), views);
    const Answer* a = answer_of(views.evidence, {host, RecordType::A}, answer.resolver);
    follow(reached, a, views);
    reached.whole = a != nullptr && is_conclusive(a->outcome);
    if (reached.whole) reached.addresses = values_of(a->records, RecordType::A);
  }
  return all;
}

// A chain of which one resolver shows only a part is compared as far as it goes.
bool differ(const Reached& a, const Reached& b) {
  if (a.whole && b.whole) return a.targets != b.targets;
  return !a.targets.empty() && !b.targets.empty() && a.targets.front() != b.targets.front();
}

struct Comparing {
  bool different = false;
  bool same_addresses = true;  // of a host without an alias
};

Comparing compare(const Vector<Reached>& all) {
  Comparing found;
  for (const Reached& a : all) {
    for (const Reached& b : all) {
      found.different = found.different || differ(a, b);
      const bool direct = a.whole && b.whole && a.targets.empty() && b.targets.empty();
      if (direct && a.addresses != b.addresses) found.same_addresses = false;
    }
  }
  return found;
}

void say_difference(CheckResult& result, const Vector<Reached>& all, const String& host) {
  Vector<Args> targets;
  for (const Reached& each : all) {
    if (each.targets.empty()) continue;
    targets.push_back({{"resolvers", Vector<String>{String(each.resolver)}}, {"values", each.targets}});
  }
  Saying said = say(result, kSays["resolvers.differ"]).of({host, RecordType::Cname}).with("name", host);
  said.with("said", std::move(targets));
}

Vector<String> texts_of(const Vector<std::string_view>& views) {
  Vector<String> texts;
  for (const std::string_view each : views) texts.emplace_back(each);
  return texts;
}

void say_login(CheckResult& result, const Views& views, const String& host) {
  const Lookup a = look_up(views.evidence, host, RecordType::A);
  const Lookup cname = look_up(views.evidence, host, RecordType::Cname);
  const Lookup& split = !cname.having.empty() && !cname.lacking.empty() ? cname : a;
  const Vector<std::string_view>& answering = a.having.empty() ? a.lacking : a.having;
  if (!split.having.empty() && !split.lacking.empty()) {
    Saying said = say(result, kSays["resolvers.disagree"]).of({host, RecordType::Cname}).with("name", host);
    said.with("with", texts_of(split.having)).with("without", texts_of(split.lacking));
    return;
  }
  const Vector<Reached> all = reached_by_all(views, host);
  const Comparing found = compare(all);
  if (found.different) {
    say_difference(result, all, host);
  } else if (!answering.empty() && found.same_addresses) {
    const bool alone = answering.size() == 1;
    const Says& says = alone ? kSays["resolvers.alone"] : kSays["resolvers.agree"];
    say(result, says).with("name", host).with("resolvers", texts_of(answering));
  }
}

// Reports resolvers that all have addresses, but different ones.
void say_geography(CheckResult& result, const Evidence& evidence, const String& host) {
  const Lookup a = look_up(evidence, host, RecordType::A);
  Vector<String> first;
  for (const RecordSet& set : a.sets) {
    const Vector<String> addresses = values_of(set.records, RecordType::A);
    if (first.empty()) first = addresses;
    if (addresses.empty() || addresses == first) continue;
    say(result, kSays["resolvers.geography"]).with("name", host);
    return;
  }
}

// True if all groups have the value. Such values are not shown, because a TXT set has many values that are not about
// mail.
bool is_common(const String& value, const Comparison& comparison) {
  return std::all_of(comparison.groups.begin(), comparison.groups.end(), [&](const AnswerGroup& group) {
    return !is_said(group) || std::find(group.values.begin(), group.values.end(), value) != group.values.end();
  });
}

// Truncates the values to the length that is shown.
Vector<String> shown(Vector<String> values) {
  std::size_t room = kMaxSaidBytes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].size() > room) {
      values[i].replace(room, String::npos, "...");
      values.resize(i + 1);
      break;
    }
    room -= std::min(room, values[i].size() + kSeparatorBytes);
  }
  return values;
}

// {resolvers, values} with the values that not all groups have (none if the group only lacks values), or
// {resolvers, outcome}.
Args said_by(const AnswerGroup& group, const Comparison& comparison) {
  Vector<String> resolvers;
  for (const Holder& holder : group.holders) resolvers.push_back(holder.resolver);
  if (is_absence(group.outcome)) {
    return {{"resolvers", std::move(resolvers)}, {"outcome", String(key_of(group.outcome))}};
  }
  Vector<String> values = group.values;
  erase_if(values, [&](const String& value) { return is_common(value, comparison); });
  return {{"resolvers", std::move(resolvers)}, {"values", shown(std::move(values))}};
}

void say_difference(CheckResult& result, const Comparison& comparison, const Says& says) {
  Vector<Args> said;
  for (const AnswerGroup& group : comparison.groups) {
    if (is_said(group)) said.push_back(said_by(group, comparison));
  }
  Saying saying = say(result, says).of(comparison.question).with("name", comparison.question.name);
  saying.with("type", type_name(comparison.question.type)).with("said", std::move(said));
}

// Disagreement about MX loses mail; disagreement about SPF, DKIM and DMARC only makes mail look less trustworthy.
// Agreement about these is reported once all of them are known, each from two resolvers.
void say_mail(CheckResult& result, const Evidence& evidence, const Vector<Question>& questions) {
  bool agree = true;
  for (const Question& question : questions) {
    const bool policy = question.type == RecordType::Txt;
    const Comparison comparison = compare_mail_answers(evidence, question);
    const bool differ = is_disagreement(comparison);
    std::size_t answering = 0;
    for (const AnswerGroup& group : comparison.groups) answering += is_said(group) ? group.holders.size() : 0;
    if (policy && (differ || answering < 2)) agree = false;
    if (!differ) continue;
    const Says& says = policy ? kSays["resolvers.policy-disagree"] : kSays["resolvers.mail-disagree"];
    say_difference(result, comparison, says);
  }
  if (agree) say(result, kSays["resolvers.policy-agree"]).with("domain", evidence.subject.domain);
}

// Reports filtering only if another resolver answers the same question. If no resolver answers, filtering is not the
// cause.
void say_filtered(CheckResult& result, const Evidence& evidence, const Vector<Question>& questions) {
  Vector<String> names;
  for (const Question& question : questions) {
    Vector<String> filtering;
    bool answered = false;
    for (const Place& place : answers_to(evidence, question.name, question.type)) {
      const Answer& answer = evidence.answers[place.answer];
      if (answer.checking_disabled) continue;
      if (is_filtered(answer)) {
        filtering.push_back(answer.resolver);
      } else {
        answered = answered || is_conclusive(answer.outcome);
      }
    }
    if (filtering.empty() || !answered) continue;
    if (std::find(names.begin(), names.end(), question.name) != names.end()) continue;  // once for each name
    names.push_back(question.name);
    sort(filtering);
    Saying said = say(result, kSays["resolvers.filtered"]).with("name", question.name);
    said.with("resolvers", filtering);
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const String& host = evidence.subject.login_host;
  const String& domain = evidence.subject.domain;
  if (domain.empty()) return {};
  CheckResult result;
  Vector<Question> questions = mail_questions(domain);
  say_mail(result, evidence, questions);
  if (!host.empty()) {
    say_login(result, views, host);
    say_geography(result, evidence, host);
    questions.push_back({host, RecordType::Cname});
    questions.push_back({host, RecordType::A});
  }
  say_filtered(result, evidence, questions);
  return result;
}

}  // namespace

extern const Check kResolversCheck = {"resolvers", kSays, run};

}  // namespace alimail
