// What follows from a verdict besides words: the record to publish, how long to wait, and the way as a drawing.
#pragma once

#include <optional>
#include <vector>

#include "evidence.h"
#include "login_route.h"
#include "model.h"
#include "provider/provider.h"

namespace alimail {

// The CNAME target to recommend: of the site that the MX records name, if an official page gives it as a target and it
// was not found unresolvable. "" where there is none; nothing is guessed.
std::string recommended_target(const Evidence& evidence, const Provider& provider);

// The login record, where it is missing or wrong and the value is known.
std::vector<RecordToPublish> records_to_publish(const Evidence& evidence, const LoginRoute& route,
                                                const Provider& provider);

// Until the last resolver without the record must have asked again: its negative TTL, RFC 2308 section 5. Only where
// resolvers disagree about the login host; nothing where no answer carries a TTL.
std::optional<Wait> wait_for_login(const Evidence& evidence, const std::vector<Finding>& findings);

// From the browser to Alibaba Mail, with a state for each hop.
std::vector<Hop> path_of(const Evidence& evidence, const LoginRoute& route);

}  // namespace alimail
