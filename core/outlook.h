// What follows from a verdict besides words: the record to publish, and with which target.
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

}  // namespace alimail
