#include "sender_policy/check_host.h"

#include <algorithm>
#include <optional>

#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "records/macro_string.h"
#include "records/spf.h"
#include "sender_policy/lookups.h"
#include "sender_policy/macro.h"

namespace alimail {
namespace {

constexpr std::string_view kPostmaster = "postmaster";

PolicyResult result_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::Pass: return PolicyResult::Pass;
    case Qualifier::Fail: return PolicyResult::Fail;
    case Qualifier::SoftFail: return PolicyResult::SoftFail;
    case Qualifier::Neutral: return PolicyResult::Neutral;
  }
  return PolicyResult::Neutral;
}

// An IPv4 host that connects over IPv6 counts as an IPv4 host (section 5).
String without_mapping(const String& address) {
  constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
  return address.size() == kIpv6Bytes && address.starts_with(kMapped) ? address.substr(kMapped.size()) : address;
}

// Sections 2.4 and 4.3.
String mailbox_of(const PolicySender& sender) {
  if (sender.mailbox.empty()) return String(kPostmaster) + '@' + sender.helo;
  const std::size_t at = sender.mailbox.rfind('@');
  if (at == String::npos) return String(kPostmaster) + '@' + sender.mailbox;
  return at == 0 ? String(kPostmaster) + sender.mailbox : sender.mailbox;
}

// True if the names that this term looks up contain the address of the sender, or are found by it.
bool tells_the_address(std::string_view domain_spec) {
  return uses_macro(domain_spec, "ipc");
}

String joined(const ResourceRecord& record) {
  String text;
  if (const auto* strings = std::get_if<CharacterStrings>(&record.data); strings != nullptr) {
    for (const String& each : strings->strings) text += each;
  }
  return text;
}

class Evaluation {
 public:
  Evaluation(const PolicyLookup& lookup, const PolicySender& sender)
      : sender_(sender), mailbox_(mailbox_of(sender)), lookups_(lookup, without_mapping(sender.address)) {}

  PolicyVerdict verdict(std::string_view domain) {
    PolicyVerdict verdict = check(String(domain));
    if (verdict.result == PolicyResult::Fail && sender_.explain) explain(verdict);
    if (verdict.result == PolicyResult::Pending) verdict.needed = lookups_.needed();
    return verdict;
  }

 private:
  PolicyVerdict check(const String& domain);
  PolicyVerdict evaluate(const String& text, const String& domain);
  PolicyVerdict follow_redirect(const Modifier& redirect, const String& domain);
  Matched match(const Mechanism& mechanism, const String& domain);
  Matched include(const String& target);
  void explain(PolicyVerdict& verdict);

  bool is_over_limit() {
    return ++terms_ > kMaxLookupTerms;
  }
  [[nodiscard]] MacroValues values_for(const String& domain) const;
  std::optional<String> target(const String& domain_spec, const String& domain);

  const PolicySender& sender_;
  String mailbox_;
  PolicyLookups lookups_;
  unsigned terms_ = 0;
  bool open_ = false;   // an earlier term is still being looked up
  String explanation_;  // the domain-spec of "exp" in the record that gave the result
};

MacroValues Evaluation::values_for(const String& domain) const {
  MacroValues values;
  values.mailbox = mailbox_;
  values.domain = domain;
  values.helo = sender_.helo;
  values.address = lookups_.address();
  values.receiver = sender_.receiver;
  values.now = sender_.now;
  return values;
}

// Returns nothing while a needed name is still being looked up.
std::optional<String> Evaluation::target(const String& domain_spec, const String& domain) {
  if (domain_spec.empty()) return domain;
  MacroValues values = values_for(domain);
  std::optional<String> validated = String();
  if (uses_macro(domain_spec, "p")) validated = lookups_.validated_name(domain);
  if (!validated) return std::nullopt;
  values.validated = *validated;
  return target_name(domain_spec, values);
}

Matched Evaluation::include(const String& target) {
  const PolicyVerdict included = check(target);
  switch (included.result) {
    case PolicyResult::Pass: return {Match::Yes, {}};
    case PolicyResult::Fail:
    case PolicyResult::SoftFail:
    case PolicyResult::Neutral: return {Match::No, {}};
    case PolicyResult::TempError: return {Match::TempError, included.reason};
    case PolicyResult::PermError: return {Match::PermError, included.reason};
    case PolicyResult::None: return {Match::PermError, "include-without-record"};
    case PolicyResult::Pending: break;
  }
  return {Match::Pending, {}};
}

Matched Evaluation::match(const Mechanism& mechanism, const String& domain) {
  const Prefixes prefixes = {mechanism.ip4_prefix, mechanism.ip6_prefix};
  switch (mechanism.kind) {
    case MechanismKind::All: return {Match::Yes, {}};
    case MechanismKind::Ip4:
    case MechanismKind::Ip6:
      return {in_network(lookups_.address(), mechanism.network, prefixes) ? Match::Yes : Match::No, {}};
    case MechanismKind::Include:
    case MechanismKind::A:
    case MechanismKind::Mx:
    case MechanismKind::Ptr:
    case MechanismKind::Exists: break;
  }
  if (is_over_limit()) return {Match::PermError, "too-many-lookups"};
  const std::optional<String> name = target(mechanism.domain_spec, domain);
  if (!name) return {Match::Pending, {}};
  if (mechanism.kind == MechanismKind::Include) return include(*name);
  if (mechanism.kind == MechanismKind::A) return lookups_.matches_address_of(*name, prefixes);
  if (mechanism.kind == MechanismKind::Mx) return lookups_.matches_exchange_of(*name, prefixes);
  if (mechanism.kind == MechanismKind::Exists) return lookups_.exists(*name);
  return lookups_.matches_reverse_name(*name);
}

PolicyVerdict said(PolicyResult result, std::string_view reason, const String& domain) {
  PolicyVerdict verdict;
  verdict.result = result;
  verdict.domain = domain;
  verdict.reason = reason;
  return verdict;
}

PolicyVerdict Evaluation::follow_redirect(const Modifier& redirect, const String& domain) {
  if (is_over_limit()) return said(PolicyResult::PermError, "too-many-lookups", domain);
  const std::optional<String> name = target(redirect.value, domain);
  if (!name) return said(PolicyResult::Pending, {}, domain);
  PolicyVerdict verdict = check(*name);
  if (verdict.result == PolicyResult::None) return said(PolicyResult::PermError, "redirect-without-record", domain);
  return verdict;
}

PolicyVerdict Evaluation::evaluate(const String& text, const String& domain) {
  const SpfRecord record = parse_spf(text);
  if (!record.errors.empty()) return said(PolicyResult::PermError, "syntax", domain);
  bool pending = false;
  for (const Mechanism& mechanism : record.mechanisms) {
    // Another term may match first, and then nobody has to learn the address.
    const bool tells = mechanism.kind == MechanismKind::Ptr || tells_the_address(mechanism.domain_spec);
    if (open_ && tells) {
      pending = true;
      continue;
    }
    const Matched matched = match(mechanism, domain);
    if (matched.match == Match::No) continue;
    if (matched.match == Match::Pending) pending = open_ = true;
    if (matched.match == Match::Pending) continue;
    if (pending) return said(PolicyResult::Pending, {}, domain);
    PolicyVerdict verdict = said(result_of(mechanism.qualifier), matched.reason, domain);
    if (matched.match == Match::TempError) verdict.result = PolicyResult::TempError;
    if (matched.match == Match::PermError) verdict.result = PolicyResult::PermError;
    verdict.term = text.substr(mechanism.span.position, mechanism.span.length);
    const Modifier* exp = modifier(record, "exp");
    explanation_ = exp != nullptr ? exp->value : String();
    return verdict;
  }
  const Modifier* redirect = modifier(record, "redirect");
  if (open_ && redirect != nullptr && tells_the_address(redirect->value))
    return said(PolicyResult::Pending, {}, domain);
  PolicyVerdict verdict =
      redirect != nullptr ? follow_redirect(*redirect, domain) : said(PolicyResult::Neutral, {}, domain);
  return pending ? said(PolicyResult::Pending, {}, domain) : verdict;
}

PolicyVerdict Evaluation::check(const String& domain) {
  const Result<String> name = canonical_name(domain);
  if (!name || label_count(name.value()) < 2) return said(PolicyResult::None, "bad-domain-name", domain);
  const PolicyAnswer answer = lookups_.ask(name.value(), RecordType::Txt);
  if (answer.state == LookupState::Pending) return said(PolicyResult::Pending, {}, domain);
  if (answer.state == LookupState::Failed) return said(PolicyResult::TempError, "lookup-failed", domain);
  Vector<String> texts;
  for (const ResourceRecord& record : answer.records) {
    if (String text = joined(record); is_spf(text)) texts.push_back(std::move(text));
  }
  if (texts.empty()) return said(PolicyResult::None, "no-record", domain);
  if (texts.size() > 1) return said(PolicyResult::PermError, "several-records", domain);
  return evaluate(texts.front(), name.value());
}

// Section 6.2: if anything fails here, the result is kept without an explanation.
void Evaluation::explain(PolicyVerdict& verdict) {
  if (explanation_.empty()) return;
  const std::optional<String> name = target(explanation_, verdict.domain);
  const PolicyAnswer answer = name && !name->empty() ? lookups_.ask(*name, RecordType::Txt) : PolicyAnswer{};
  if (!lookups_.needed().empty()) verdict.result = PolicyResult::Pending;
  if (answer.records.size() != 1) return;
  const String text = joined(answer.records.front());
  if (flaw_of_macro_string(text)) return;
  MacroValues values = values_for(verdict.domain);
  std::optional<String> validated = String();
  if (uses_macro(text, "p")) validated = lookups_.validated_name(verdict.domain);
  if (!validated) verdict.result = PolicyResult::Pending;
  if (validated) values.validated = *validated;
  verdict.explanation = expand_explanation(text, values);
}

}  // namespace

PolicyVerdict check_host(const PolicyLookup& lookup, const PolicySender& sender, std::string_view domain) {
  return Evaluation(lookup, sender).verdict(domain);
}

}  // namespace alimail
