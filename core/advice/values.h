// The values that fill in steps, commands and answers.
#pragma once

#include <optional>
#include <string_view>

#include "base/containers.h"
#include "checks/kit/views.h"
#include "model/finding.h"
#include "model/report.h"

namespace alimail {

// domain, login_host, and what is known of the site: target, login_url; near_names if the domain does not exist: names
// that may have been meant, as one text; some stand in the complaint. Nothing if the subject is no domain.
Args values_of(const Views& views, std::string_view complaint);

// How long a change takes: wait_until, a time, if resolvers keep an old answer; otherwise settle, the seconds after which
// the first of these records is seen everywhere. Nothing if no answer tells.
void add_values_of_time(Args& values, const Evidence& evidence, const std::optional<Wait>& wait,
                        const Vector<RecordToPublish>& records);

// What steps name besides, if the site is known: mx_set (preferences and
// names in one text), spf_record (that of the records to publish, or merged with what is published), imap_server, pop_server,
// smtp_server.
void add_values_of_site(Args& values, const Views& views, const Vector<RecordToPublish>& records);

}  // namespace alimail
