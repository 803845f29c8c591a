// What a person wrote beside what programs printed: both as findings of one text.
//
// Rule: what was read in machine text comes before what its words look like to the reader of people's words. "SMTP",
// "timed out" and "unknown host" in a log of a mail server describe no mail app and no login page.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "bounces/server_replies.h"
#include "model/finding.h"

namespace alimail {

// Adds the findings of `read` to `words`, and removes from these what only the machine text gave.
void add_machine_text(Vector<Finding>& words, MachineText read, std::string_view complaint, const Provider& provider);

}  // namespace alimail
