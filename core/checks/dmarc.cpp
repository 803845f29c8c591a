// DMARC: what recipients are asked to do with mail that fails, and whether they can read the record. RFC 9989, RFC
// 7489.
//
// Asks _dmarc.<domain> TXT. If there is no record, it asks all parents at once (the tree walk of RFC 9989 section 4.10)
// and the two places where the record ends up by mistake: the domain itself and the doubled name. A record that sends
// reports elsewhere needs the consent of the other side (RFC 7489 section 7.1). The check has no opinion on the policy:
// p=none is information.
#include "records/dmarc.h"

#include <algorithm>

#include "checks/kit/check.h"
#include "evidence/stray_policy.h"
#include "names/domain_name.h"
#include "records/excerpt.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Dmarc>({
    {"dmarc.present", Severity::Info, "RFC 9989 section 4.7"},
    {"dmarc.missing", Severity::Notice, "I-AUTH", Follows::Publish},
    {"dmarc.inherited", Severity::Info, "RFC 9989 section 4.10"},
    {"dmarc.multiple-records", Severity::Warning, "RFC 9989 section 4.10"},
    {"dmarc.malformed", Severity::Warning, "RFC 9989 section 4.7"},
    {"dmarc.wrong-place", Severity::Warning, "RFC 9989 section 4.5"},
    {"dmarc.nowhere-else", Severity::Info, "RFC 9989 section 4.5"},
    {"dmarc.policy-none", Severity::Info, "RFC 9989 section 4.7"},
    {"dmarc.removed-tags", Severity::Info, "RFC 9989 section 4.7"},
    {"dmarc.report-unauthorised", Severity::Notice, "RFC 7489 section 7.1"},
    {"dmarc.report-unknown", Severity::Unknown, "RFC 7489 section 7.1"},
    {"dmarc.unknown", Severity::Unknown, ""},
});

constexpr std::string_view kLabel = "_dmarc.";
constexpr std::size_t kMaxWalk = 8;         // names in a tree walk, including the domain itself
constexpr std::size_t kMaxReportHosts = 4;  // maximum number of hosts whose consent is looked up

Lookup ask_text(CheckResult& result, const Evidence& evidence, const String& name) {
  if (name.size() > kMaxNameLength) return {};
  ask(result, name, RecordType::Txt, Reach::First, "dmarc-policy");
  return look_up(evidence, name, RecordType::Txt);
}

void say_consent(CheckResult& result, const Lookup& consent, const ReportAddress& address) {
  const bool given = !texts_of(consent, is_dmarc).empty();
  if (given || consent.knowledge == Knowledge::Unasked) return;
  if (consent.knowledge == Knowledge::Unknown) {
    say(result, kSays["dmarc.report-unknown"]).with("address", beginning(address.uri));
    return;
  }
  Saying said = say(result, kSays["dmarc.report-unauthorised"]).with("address", beginning(address.uri));
  said.with("host", address.host);
}

void judge_reports(CheckResult& result, const Evidence& evidence, const DmarcRecord& record) {
  const String& domain = evidence.subject.domain;
  Vector<std::string_view> hosts;
  for (const auto* list : {&record.aggregate, &record.failure}) {
    for (const ReportAddress& address : *list) {
      if (hosts.size() == kMaxReportHosts) return;
      if (address.host.empty() || registered_domain(address.host) == registered_domain(domain)) continue;
      if (std::find(hosts.begin(), hosts.end(), address.host) != hosts.end()) continue;
      hosts.push_back(address.host);
      say_consent(result, ask_text(result, evidence, domain + "._report._dmarc." + address.host), address);
    }
  }
}

void judge_own(CheckResult& result, const Evidence& evidence, const String& text) {
  const DmarcRecord record = parse_dmarc(text);
  if (!record.errors.empty()) {
    with_error(say(result, kSays["dmarc.malformed"]), text, record.errors.front());
  }
  if (record.standing == DmarcStanding::Ignored) return;
  judge_reports(result, evidence, record);
  if (record.standing == DmarcStanding::ReportsOnly && !record.errors.empty()) return;
  Saying said = say(result, kSays["dmarc.present"]).with("record", beginning(text));
  said.with("policy", record.policy);
  if (record.policy == "none") {
    say(result, kSays["dmarc.policy-none"]).with("record", beginning(text));
  }
  if (!record.removed.empty()) {
    const Vector<String> tags(record.removed.begin(), record.removed.end());
    say(result, kSays["dmarc.removed-tags"]).with("tags", tags);
  }
}

struct Walk {
  bool pending = false;
  Vector<Unanswered> failing;
  String from;  // the domain whose record applies, "" if there is none
  String text;
};

// RFC 9989 section 4.10: the record with the fewest labels counts, unless a record on the way marks the end of an
// organization. Names above such a record are asked as well, because all questions are sent at once.
Walk walk_tree(CheckResult& result, const Evidence& evidence) {
  Walk walk;
  bool ended = false;
  std::string_view name = parent(evidence.subject.domain);
  while (label_count(name) >= kMaxWalk) name = parent(name);
  for (; !name.empty(); name = parent(name)) {
    const Lookup lookup = ask_text(result, evidence, String(kLabel).append(name));
    if (ended) continue;
    if (lookup.knowledge == Knowledge::Unasked) walk.pending = true;
    // Few public suffixes publish a policy, and many of their name servers refuse the question.
    const bool registered = name.size() >= registered_domain(evidence.subject.domain).size();
    if (lookup.knowledge == Knowledge::Unknown && registered) {
      walk.failing.insert(walk.failing.end(), lookup.failing.begin(), lookup.failing.end());
    }
    const Vector<String> texts = texts_of(lookup, is_meant_as_dmarc);
    if (texts.size() != 1) continue;
    const DmarcRecord record = parse_dmarc(texts.front());
    if (record.standing == DmarcStanding::Ignored) continue;
    ended = record.psd != 'u';
    // A public suffix's record applies only to an organization directly below it that has no record.
    if (record.psd == 'y' && !walk.from.empty() && parent(walk.from) == name) continue;
    walk.from = name;
    walk.text = texts.front();
  }
  return walk;
}

// Returns true if the answers show that there are none.
bool look_for_strays(CheckResult& result, const Evidence& evidence) {
  const String& domain = evidence.subject.domain;
  ask(result, domain, RecordType::Txt, Reach::Every, "sender-policy");
  const String doubled = doubled_policy_name(domain);
  if (!doubled.empty()) ask(result, doubled, RecordType::Txt, Reach::First, "dmarc-policy");
  const Vector<StrayPolicy> strays = stray_policies(evidence);
  for (const StrayPolicy& stray : strays) {
    Saying said = say(result, kSays["dmarc.wrong-place"]).with("place", stray.place);
    said.with("record", beginning(stray.text));
  }
  const auto known = [&](const String& place) {
    const Knowledge knowledge = look_up(evidence, place, RecordType::Txt).knowledge;
    return place.empty() || knowledge == Knowledge::Absent || knowledge == Knowledge::Present;
  };
  return strays.empty() && known(domain) && known(doubled);
}

void look_elsewhere(CheckResult& result, const Evidence& evidence, const String& host) {
  const bool no_strays = look_for_strays(result, evidence);
  const Walk walk = walk_tree(result, evidence);
  if (walk.pending) return;
  const bool is_unknown = walk.from.empty() && !walk.failing.empty();
  if (!walk.from.empty()) {
    const DmarcRecord record = parse_dmarc(walk.text);
    Saying said = say(result, kSays["dmarc.inherited"]).with("from", walk.from);
    said.with("record", beginning(walk.text));
    said.with("policy", record.subdomain_policy.empty() ? record.policy : record.subdomain_policy);
  } else if (is_unknown) {
    say(result, kSays["dmarc.unknown"]).with("host", host).with("outcomes", walk.failing);
  } else {
    say(result, kSays["dmarc.missing"]).with("host", host);
  }
  if (no_strays && !is_unknown) say(result, kSays["dmarc.nowhere-else"]).with("domain", evidence.subject.domain);
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  const TextRecord own = text_record(result, evidence,
                                     {kLabel, Reach::Every, "dmarc-policy", is_meant_as_dmarc,
                                      kSays["dmarc.multiple-records"], kSays["dmarc.unknown"]});
  if (own.texts.size() == 1) judge_own(result, evidence, own.texts.front());
  if (own.knowledge == Knowledge::Absent && !views.domain.absent()) look_elsewhere(result, evidence, own.host);
  return result;
}

}  // namespace

extern const Check kDmarcCheck = {"dmarc", kSays, run};

}  // namespace alimail
