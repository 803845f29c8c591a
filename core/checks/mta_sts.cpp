// MTA-STS: does the domain announce a policy that requires TLS? RFC 8461 section 3.1.
//
// Asks _mta-sts.<domain> TXT. The policy is a file that a page of another origin cannot read, so only the record is
// judged. The record is optional, and a missing one gives no finding.
#include "records/mta_sts.h"

#include "checks/kit/check.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"mta-sts.present", Severity::Info, "RFC 8461 section 3.1"},
    {"mta-sts.malformed", Severity::Notice, "RFC 8461 section 3.1"},
    {"mta-sts.multiple-records", Severity::Notice, "RFC 8461 section 3.1"},
    {"mta-sts.unknown", Severity::Unknown, ""},
});

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  const TextRecord found = text_record(result, evidence,
                                       {"_mta-sts.", Reach::First, "mta-sts", is_meant_as_mta_sts,
                                        kSays["mta-sts.multiple-records"], kSays["mta-sts.unknown"]});
  if (found.texts.size() != 1) return result;
  const MtaStsRecord record = parse_mta_sts(found.texts.front());
  if (record.errors.empty()) {
    say(result, kSays["mta-sts.present"]).with("id", record.id);
  } else {
    with_error(say(result, kSays["mta-sts.malformed"]), found.texts.front(), record.errors.front());
  }
  return result;
}

}  // namespace

extern const Check kMtaStsCheck = {"mta-sts", kSays, run};

}  // namespace alimail
