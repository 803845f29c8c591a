// What a person typed in the first field, read as whose mail this is: a domain, a mail address, the login host, a URL.
//
// Law of this room: text in, value out; accepts sloppy input (spaces, full-width characters, a final dot, port, path) and
// refuses with a reason. IDN labels arrive as ASCII: the browser's URL parser makes A-labels better than we could here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace alimail {

// `provider_hosts`: the shared login hosts of the provider, such as qiye.aliyun.com (core/provider/).
// Never fails: what cannot be used comes back as SubjectKind::Refused with its SubjectProblem.
Subject parse_subject(std::string_view typed, const std::vector<std::string>& provider_hosts);

}  // namespace alimail
