// SPF: parsing, repair, merge, the tree and check_host() over the same records.
//
// A line "name=text" is a TXT record of that name, any other line one of the person's domain.
#include "records/spf.h"

#include <map>

#include "dns/name_codec.h"
#include "door/door.h"
#include "fuzz/target.h"
#include "names/domain_name.h"
#include "records/spf_slip.h"
#include "sender_policy/check_host.h"
#include "sender_policy/macro.h"
#include "sender_policy/merge.h"
#include "sender_policy/repair.h"
#include "sender_policy/tree.h"

namespace alimail::fuzz {
namespace {

constexpr std::string_view kDomain = "abc.example";
constexpr std::size_t kMaxText = 65536;  // all records together, as in one message

using Zone = std::map<std::string, std::vector<std::string>>;

void check_span(TextSpan span, std::string_view text) {
  expect(span.position <= text.size() && span.length <= text.size() - span.position, "a span outside of the record");
}

void check_record(std::string_view text) {
  if (!is_spf(text)) return;
  const SpfRecord record = parse_spf(text);
  expect(record.mechanisms.size() + record.modifiers.size() <= kMaxSpfTerms, "too many terms");
  for (const RecordError& error : record.errors) check_span(error.span, text);
  for (const Mechanism& each : record.mechanisms) check_span(each.span, text);
  for (const Modifier& each : record.modifiers) check_span(each.span, text);
}

void check_repair(const std::string& text) {
  const auto slip = spf_slip(text);
  if (slip) check_span(slip->span, text);
  const std::string repaired = repaired_spf(text);
  // "ipv4:" is corrected, and no slip of its own (sender_policy/repair.h).
  const bool may_change = slip || lower(text).find("ipv") != std::string::npos;
  expect(may_change || repaired == text, "a record without a slip is changed");
  if (!slip || text.size() > kMaxRepairBytes) return;
  expect(is_spf(repaired), "the repaired record is not SPF");
  expect(!spf_slip(repaired), "a slip is left after the repair");
}

Evidence evidence_of(const Zone& zone) {
  Evidence evidence;
  evidence.subject = {SubjectKind::Domain, SubjectProblem::None, std::string(kDomain), "mail.abc.example", false};
  for (const auto& [name, texts] : zone) {
    Answer answer;
    answer.resolver = "a";
    answer.question = {name, RecordType::Txt};
    answer.outcome = Outcome::Records;
    for (const std::string& text : texts) {
      answer.records.push_back({name, RecordType::Txt, 600, CharacterStrings{{text}}});
    }
    evidence.answers.push_back(std::move(answer));
  }
  return evidence;
}

// Longer records are merged as they are, with their slips.
bool is_repairable(const MergedPolicy& merged) {
  return std::all_of(merged.current.begin(), merged.current.end(),
                     [](const std::string& text) { return text.size() <= kMaxRepairBytes; });
}

void check_merge(const Zone& zone) {
  const Provider& provider = catalogue().provider;
  for (const std::string_view id : {"china", "singapore"}) {
    const Site& site = *site_by_id(provider, id);
    const MergedPolicy merged = merged_policy(evidence_of(zone), site, provider);
    expect(merged.dropped.size() <= kMaxDropped, "too many dropped terms");
    if (merged.text.empty()) continue;  // the records are not known
    expect(is_spf(merged.text), "the merged record is not SPF");
    expect(parse_spf(merged.text).errors.empty(), "the merged record has errors");
    expect(!is_repairable(merged) || !spf_slip(merged.text), "the merged record has a slip");
    for (const char c : merged.text) expect(c >= ' ' && c <= '~', "the merged record is not printable");
    if (!is_repairable(merged)) continue;
    Zone published = zone;
    published[std::string(kDomain)] = {merged.text};
    const MergedPolicy again = merged_policy(evidence_of(published), site, provider);
    expect(again.text == merged.text && !again.changes, "the merged record is merged once more");
  }
}

PolicyAnswer answer_from(const void* context, const Question& question) {
  const Zone& zone = *static_cast<const Zone*>(context);
  if (question.type != RecordType::Txt) {
    return {LookupState::Records, {{question.name, RecordType::A, 600, Address{"192.0.2.1"}}}};
  }
  const auto found = zone.find(question.name);
  if (found == zone.end()) return {LookupState::Nxdomain, {}};
  PolicyAnswer answer{LookupState::Records, {}};
  for (const std::string& text : found->second) {
    answer.records.push_back({question.name, RecordType::Txt, 600, CharacterStrings{{text}}});
  }
  return answer;
}

void check_senders(const Zone& zone) {
  const PolicyLookup lookup{answer_from, &zone};
  for (const std::string& address : {std::string("\xC0\x00\x02\x01"), std::string(16, '\x20')}) {
    const PolicySender sender{address, "z@abc.example", "host.abc.example", "", 1, true};
    const PolicyVerdict verdict = check_host(lookup, sender, kDomain);
    expect(verdict.result != PolicyResult::Pending && verdict.needed.empty(), "pending, although all was answered");
    expect(verdict.explanation.size() <= kMaxExpandedBytes, "an explanation that is too long");
  }
}

}  // namespace

void spf(std::string_view bytes) {
  const std::string text = grown(bytes, kMaxText);
  Zone zone;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t sign = line.find('=');
    const bool named = sign != std::string::npos && line.find('.') < sign && canonical_name(line.substr(0, sign)).ok();
    const std::string name = named ? canonical_name(line.substr(0, sign)).value() : std::string(kDomain);
    zone[name].push_back(named ? line.substr(sign + 1) : line);
  }
  for (const auto& [name, texts] : zone) {
    for (const std::string& each : texts) {
      check_record(each);
      check_repair(each);
    }
  }
  check_merge(zone);
  check_senders(zone);
  const Evidence evidence = evidence_of(zone);
  const PolicyTree tree = policy_tree(walk_policy(evidence, kDomain));
  expect(tree.nodes.size() <= kMaxPolicyNodes, "a tree that is too large");
}

}  // namespace alimail::fuzz
