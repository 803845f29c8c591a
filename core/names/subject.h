// Reads what a person typed in the first field as a subject: a domain, a mail address, the login host or a URL.
//
// Rule: text in, value out. It accepts sloppy input (spaces, full-width characters, a final dot, a port, a path) and
// refuses with a reason. IDN labels arrive as ASCII, because the browser's URL parser converts them better than the
// core could.
//
//   abc.com, @abc.com, www.abc.com, smtp.abc.com      Domain abc.com, login host mail.abc.com, not typed
//   portal.abc.com                                    Domain portal.abc.com: mailboxes may live on a sub-domain
//   mail.abc.com, https://mail.abc.com:443/x          LoginHost of abc.com
//   https://portal.abc.com/                           LoginHost of abc.com: a page that was opened is a login page
//   https://abc.com/                                  Domain abc.com
//   z@abc.com, Zhang San <z@abc.com>, mailto:…        Address of abc.com
//   qiye.aliyun.com and the others of provider_hosts  ProviderLogin
// Underscores are refused (BadCharacter): no mail domain and no host name has them.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/subject.h"

namespace alimail {

inline constexpr std::size_t kMaxTypedBytes = 4096;  // longer than any real URL

// `provider_hosts` are the shared login hosts of the provider, such as qiye.aliyun.com (core/provider/). This function
// never fails: unusable input gives SubjectKind::Refused with its SubjectProblem.
Subject parse_subject(std::string_view typed, const Vector<String>& provider_hosts);

}  // namespace alimail
