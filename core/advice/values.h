// The values that fill in steps, commands and answers.
#pragma once

#include "checks/kit/views.h"
#include "model/finding.h"

namespace alimail {

// domain, login_host, and what is known of the site: target, login_url. Nothing if the subject is no domain.
Args values_of(const Views& views);

// What the answers to questions of how to set things up name besides, if the site is known: mx_set (preferences and
// names in one text), spf_record (merged with what is published), imap_server, pop_server, smtp_server.
void add_values_of_site(Args& values, const Views& views);

}  // namespace alimail
