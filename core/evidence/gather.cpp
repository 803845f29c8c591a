#include "evidence/gather.h"

#include <algorithm>
#include <utility>

#include "base/lifetime.h"
#include "dns/answer.h"
#include "evidence/existence.h"
#include "names/domain_name.h"
#include "names/subject.h"

namespace alimail {
namespace {

// The subject that the pasted output is about, or "" if it is about several domains or none.
String subject_of(const Vector<PastedAnswer>& pasted) {
  String name;
  for (const PastedAnswer& each : pasted) {
    const String& asked = each.answer.question.name;
    if (name.empty()) name = asked;
    if (registered_domain(asked) != registered_domain(name)) return {};
    if (asked != name || !is_valid_host_name(name)) name = registered_domain(asked);
  }
  return name;
}

bool fails_at_login(const Evidence& evidence) {
  return std::any_of(evidence.pasted.begin(), evidence.pasted.end(), [&](const PastedAnswer& pasted) {
    const Answer& answer = pasted.answer;
    const bool counts = answer.outcome != Outcome::Records && answer.question.type != RecordType::Aaaa;
    return counts && answer.question.name == evidence.subject.login_host;
  });
}

}  // namespace

Evidence gather(const Case& input, Earlier earlier, Complaint complaint, const Vector<String>& login_hosts) {
  Evidence evidence;
  evidence.now = input.now;
  evidence.subject = parse_subject(input.subject, login_hosts);
  evidence.pasted = std::move(complaint.pasted);
  evidence.unread = complaint.unread;
  if (evidence.subject.kind == SubjectKind::Empty && !evidence.pasted.empty()) {
    Subject found = parse_subject(subject_of(evidence.pasted), login_hosts);
    evidence.subject_pasted = !found.domain.empty();
    if (evidence.subject_pasted) evidence.subject = std::move(found);
  }
  for (PastedAnswer& each : evidence.pasted) {
    each.undated = each.undated || each.answer.at == 0;
    if (each.undated) each.answer.at = input.now;
  }
  evidence.answers = std::move(earlier.answers);
  if (earlier.marked > 0) evidence.index = std::move(earlier.index);
  for (const RawAnswer& raw : input.answers) {
    const AllocateFor run(Lifetime::Run);
    evidence.answers.push_back(decode_answer(raw));
    evidence.index.extend(evidence.answers);
  }
  mark_contradictions(evidence, evidence.subject.domain == earlier.domain ? earlier.marked : 0);
  evidence.probes = input.probes;
  evidence.replies = input.replies;
  evidence.nonce = input.nonce;
  evidence.brief = input.brief;
  evidence.named_addresses = complaint.addresses;
  evidence.complaint_given = complaint.has_words || !input.start.empty();
  evidence.login_in_question = evidence.subject.host_typed || complaint.is_about_login || fails_at_login(evidence);
  return evidence;
}

}  // namespace alimail
