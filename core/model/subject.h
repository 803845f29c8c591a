// The subject: whose mail the case is about, as far as the typed text says.
#pragma once

#include "base/containers.h"

namespace alimail {

enum class SubjectKind {
  Empty,
  Domain,         // abc.com
  LoginHost,      // mail.abc.com, or a URL on it: the person named the login page
  Address,        // someone@abc.com
  ProviderLogin,  // the provider's own shared login page, which says nothing about a domain
  Refused,        // not a valid subject; see SubjectProblem
};

enum class SubjectProblem {
  None,
  TooLong,
  IpAddress,
  SingleLabel,
  LocalName,
  ReservedName,
  BadCharacter,
  NotAscii,
  EmptyLabel,
  LongLabel,
  NumericTld,
};

struct Subject {
  SubjectKind kind = SubjectKind::Empty;
  SubjectProblem problem = SubjectProblem::None;
  String domain;            // the mail domain, "" for ProviderLogin, Empty and Refused
  String login_host;        // expected host of the login page: as typed, or mail.<domain>
  bool host_typed = false;  // the person named the login host
  bool operator==(const Subject&) const = default;
};

}  // namespace alimail
