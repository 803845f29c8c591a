#include "model/keys.h"

#include <initializer_list>

namespace alimail {
std::string_view key_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Records: return "records";
    case Outcome::Nodata: return "nodata";
    case Outcome::Nxdomain: return "nxdomain";
    case Outcome::Servfail: return "servfail";
    case Outcome::Refused: return "refused";
    case Outcome::OtherRcode: return "other-rcode";
    case Outcome::Malformed: return "malformed";
    case Outcome::Truncated: return "truncated";
    case Outcome::HttpError: return "http-error";
    case Outcome::Timeout: return "timeout";
    case Outcome::Blocked: return "blocked";
    case Outcome::Offline: return "offline";
    case Outcome::Unreadable: return "unreadable";
  }
  return "unreadable";
}

std::string_view key_of(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Notice: return "notice";
    case Severity::Info: return "info";
    case Severity::Unknown: return "unknown";
  }
  return "unknown";
}

std::string_view key_of(State state) {
  switch (state) {
    case State::Confirmed: return "confirmed";
    case State::Likely: return "likely";
    case State::Possible: return "possible";
    case State::CannotTell: return "cannot-tell";
    case State::RuledOut: return "ruled-out";
  }
  return "cannot-tell";
}

std::string_view key_of(Action action) {
  switch (action) {
    case Action::ChangeRecord: return "change-record";
    case Action::Wait: return "wait";
    case Action::AskAdministrator: return "ask-administrator";
    case Action::FixOnYourDevice: return "fix-on-your-device";
    case Action::ContactSupport: return "contact-support";
    case Action::NotAlibabaMail: return "not-alibaba-mail";
    case Action::NothingWrong: return "nothing-wrong";
    case Action::NeedMore: return "need-more";
    case Action::UseAdminConsole: return "use-admin-console";
    case Action::RenewSubscription: return "renew-subscription";
    case Action::ContactRecipient: return "contact-recipient";
    case Action::ContactSender: return "contact-sender";
    case Action::CheckDomain: return "check-domain";
  }
  return "need-more";
}

std::string_view key_of(Tried tried) {
  switch (tried) {
    case Tried::No: return "";
    case Tried::Worked: return "worked";
    case Tried::NotYet: return "not-yet";
    case Tried::DoesNotApply: return "does-not-apply";
  }
  return "";
}

std::string_view key_of(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::Empty: return "empty";
    case SubjectKind::Domain: return "domain";
    case SubjectKind::LoginHost: return "login-host";
    case SubjectKind::Address: return "address";
    case SubjectKind::ProviderLogin: return "provider-login";
    case SubjectKind::Refused: return "refused";
  }
  return "refused";
}

std::string_view key_of(SubjectProblem problem) {
  switch (problem) {
    case SubjectProblem::None: return "";
    case SubjectProblem::TooLong: return "too-long";
    case SubjectProblem::IpAddress: return "ip-address";
    case SubjectProblem::SingleLabel: return "single-label";
    case SubjectProblem::LocalName: return "local-name";
    case SubjectProblem::ReservedName: return "reserved-name";
    case SubjectProblem::BadCharacter: return "bad-character";
    case SubjectProblem::NotAscii: return "not-ascii";
    case SubjectProblem::EmptyLabel: return "empty-label";
    case SubjectProblem::LongLabel: return "long-label";
    case SubjectProblem::NumericTld: return "numeric-tld";
  }
  return "";
}

std::string_view key_of(HopState state) {
  switch (state) {
    case HopState::Good: return "good";
    case HopState::Bad: return "bad";
    case HopState::Unknown: return "unknown";
    case HopState::Unasked: return "unasked";
  }
  return "unknown";
}

std::string_view key_of(Reach reach) {
  switch (reach) {
    case Reach::Every: return "every";
    case Reach::First: return "first";
  }
  return "every";
}

std::string_view key_of(Change change) {
  switch (change) {
    case Change::Add: return "add";
    case Change::Replace: return "replace";
    case Change::Remove: return "remove";
  }
  return "add";
}

std::string_view key_of(PolicyState state) {
  switch (state) {
    case PolicyState::Fine: return "fine";
    case PolicyState::Pending: return "pending";
    case PolicyState::Unknown: return "unknown";
    case PolicyState::Absent: return "absent";
    case PolicyState::Several: return "several";
    case PolicyState::Broken: return "broken";
    case PolicyState::Loop: return "loop";
    case PolicyState::Cut: return "cut";
  }
  return "unknown";
}

std::optional<Action> action_from_key(std::string_view key) {
  for (const Action each :
       {Action::ChangeRecord, Action::Wait, Action::AskAdministrator, Action::FixOnYourDevice, Action::ContactSupport,
        Action::NotAlibabaMail, Action::NothingWrong, Action::NeedMore, Action::UseAdminConsole,
        Action::RenewSubscription, Action::ContactRecipient, Action::ContactSender, Action::CheckDomain}) {
    if (key_of(each) == key) return each;
  }
  return std::nullopt;
}

Tried tried_from_key(std::string_view key) {
  for (const Tried each : {Tried::Worked, Tried::NotYet, Tried::DoesNotApply}) {
    if (key_of(each) == key) return each;
  }
  return Tried::No;
}

std::optional<Failure> failure_from_key(std::string_view key) {
  if (key == "timeout") return Failure::Timeout;
  if (key == "blocked") return Failure::Blocked;
  if (key == "offline") return Failure::Offline;
  if (key == "unreadable") return Failure::Unreadable;
  return std::nullopt;
}

std::optional<ProbeOutcome> probe_outcome_from_key(std::string_view key) {
  if (key == "reached") return ProbeOutcome::Reached;
  if (key == "failed") return ProbeOutcome::Failed;
  if (key == "timeout") return ProbeOutcome::Timeout;
  return std::nullopt;
}

}  // namespace alimail
