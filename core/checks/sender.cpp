// Sender: does the domain's SPF record allow the senders that the complaint names by address? RFC 7208 section 4.
//
// Runs check_host() as a host that receives mail from postmaster@<domain>, with the resolvers' answers, and asks what
// is missing; names that contain the sender's address only if no term before them matches. If a lookup failed, the receiver's verdict is unknown: "sender.unknown". The SPF check reports a domain
// without a record.
#include <algorithm>

#include "checks/kit/check.h"
#include "dns/address_text.h"
#include "evidence/answers.h"
#include "sender_policy/check_host.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Sender>({
    {"sender.permitted", Severity::Info, "RFC 7208 section 2.6.3"},
    {"sender.refused", Severity::Warning, "RFC 7208 section 2.6.4"},
    {"sender.unsaid", Severity::Notice, "RFC 7208 section 2.6.2"},
    {"sender.error", Severity::Warning, "RFC 7208 section 2.6.7"},
    {"sender.unknown", Severity::Unknown, ""},
});

// The input of check_host(), and everything that it asked for: the ledger also shows the purpose of answered queries.
struct Reading {
  const Evidence& evidence;
  Vector<Question>& wanted;
};

PolicyAnswer answer_of(const Evidence& evidence, const Question& question) {
  const Lookup lookup = look_up(evidence, question.name, question.type);
  switch (lookup.knowledge) {
    case Knowledge::Unasked: return {LookupState::Pending, {}};
    case Knowledge::Unknown: return {LookupState::Failed, {}};
    case Knowledge::Absent: return {lookup.end_exists ? LookupState::Nodata : LookupState::Nxdomain, {}};
    case Knowledge::Present: break;
  }
  // Some resolvers may know only the alias, so their sets are skipped.
  for (const RecordSet& set : lookup.sets) {
    const bool has = std::any_of(set.records.begin(), set.records.end(),
                                 [&](const ResourceRecord& record) { return record.type == question.type; });
    if (has) return {LookupState::Records, {set.records.begin(), set.records.end()}};
  }
  return {LookupState::Nodata, {}};
}

PolicyAnswer ask_evidence(const void* context, const Question& question) {
  const Reading& reading = *static_cast<const Reading*>(context);
  if (std::find(reading.wanted.begin(), reading.wanted.end(), question) == reading.wanted.end()) {
    reading.wanted.push_back(question);
  }
  return answer_of(reading.evidence, question);
}

PolicyVerdict verdict_on(const Reading& reading, const String& address) {
  const String& domain = reading.evidence.subject.domain;
  PolicySender sender;
  Result<String> bytes = parse_ipv4(address);
  if (!bytes) bytes = parse_ipv6(address);
  if (!bytes) return {};
  sender.address = bytes.value();
  sender.mailbox = "postmaster@" + domain;
  sender.helo = domain;
  sender.now = reading.evidence.now;
  return check_host({ask_evidence, &reading}, sender, domain);
}

void say_verdict(CheckResult& result, const PolicyVerdict& verdict, const String& address) {
  switch (verdict.result) {
    case PolicyResult::Pass:
      say(result, kSays["sender.permitted"]).with("address", address).with("term", verdict.term);
      return;
    case PolicyResult::Fail:
    case PolicyResult::SoftFail: {
      const std::string_view key = verdict.result == PolicyResult::Fail ? "fail" : "softfail";
      Saying said = say(result, kSays["sender.refused"]).with("address", address);
      said.with("result", key).with("term", verdict.term);
      return;
    }
    case PolicyResult::Neutral:
      say(result, kSays["sender.unsaid"]).with("address", address).with("result", std::string_view("neutral"));
      return;
    case PolicyResult::PermError:
      say(result, kSays["sender.error"]).with("address", address).with("reason", verdict.reason);
      return;
    case PolicyResult::TempError: say(result, kSays["sender.unknown"]).with("address", address); return;
    case PolicyResult::None:
    case PolicyResult::Pending: return;
  }
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  if (evidence.subject.domain.empty()) return result;
  Vector<Question> wanted;
  const Reading reading = {evidence, wanted};
  for (const String& address : evidence.named_addresses) {
    say_verdict(result, verdict_on(reading, address), address);
  }
  for (const Question& question : wanted) {
    ask(result, question.name, question.type, Reach::First, "policy-address");
  }
  return result;
}

}  // namespace

extern const Check kSenderCheck = {"sender", kSays, run};

}  // namespace alimail
