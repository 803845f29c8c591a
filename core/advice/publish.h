// The records to publish: what would mend what the checks found, and nothing else.
//
// Law: only values that an official page gives for the site of this domain, or that keep what is there; where the site is
// not known, it is asked for, and nothing is guessed. Applied to the zone, the list leaves nothing of its kind to say
// (tests/web/stories/properties.test.ts).
#pragma once

#include <string>
#include <vector>

#include "checks/kit/views.h"
#include "model/report.h"

namespace alimail {

// The CNAME target to recommend: of the site that this domain uses, if an official page gives it as a target and it was
// not found unresolvable. "" where there is none; nothing is guessed.
std::string recommended_target(const Views& views);

struct Published {
  std::vector<RecordToPublish> records;
  bool site_wanted = false;  // a record is due, and nothing tells for which site
};

// `authentication` says that the person, or a trouble, speaks of SPF, DKIM or DMARC: then a missing DMARC record is one to
// publish, too, and else it is only noticed.
Published records_to_publish(const Views& views, const std::vector<Finding>& findings, bool authentication);

}  // namespace alimail
