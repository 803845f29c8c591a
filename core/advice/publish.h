// The records to publish: changes that fix what the checks found, and nothing else.
//
// Rule: a value must come from an official page for the site of this domain, or keep what is there. If the site is
// unknown, the person is asked and nothing is guessed. Nobody is told to delete the record of a mail filter: what is not
// Alibaba's is removed only after the person said that it is not there on purpose. Once the list is applied to the zone, no check asks for such a
// record again (tests/web/stories/properties.test.ts).
#pragma once

#include "base/containers.h"
#include "checks/kit/views.h"
#include "model/report.h"

namespace alimail {

// The CNAME target to recommend: that of the site which the domain uses, if an official page documents it as a target
// and it was not found to be unresolvable. Otherwise "", because nothing is guessed.
String recommended_target(const Views& views);

struct Published {
  Vector<RecordToPublish> records;
  // What the person must be asked before a record can be named, a question of problems/shared.json, or "": the site, or
  // whether another receiver of the mail is there on purpose.
  std::string_view question;
};

// `authentication` says that the person's words or a problem are about SPF, DKIM or DMARC. Then a missing DMARC record
// is also a record to publish; otherwise it is only a notice.
Published records_to_publish(const Views& views, const Vector<Finding>& findings, bool authentication);

// Marks the records that are improvements: they fix neither an error nor a likely cause of the first
// problem.
void put_off(Vector<RecordToPublish>& records, const Vector<ProblemVerdict>& problems, const Vector<Finding>& findings);

}  // namespace alimail
