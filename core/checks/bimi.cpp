// BIMI: the logo that mail apps may show next to the domain's mail. draft-brand-indicators-for-message-identification.
//
// Asks default._bimi.<domain> TXT. A mistake costs a logo but no mail, so it is only a notice. A missing record gives
// no finding.
#include "records/bimi.h"

#include "checks/kit/check.h"
#include "records/excerpt.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr std::string_view kDraft =
    "https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/";

constexpr auto kSays = table({
    {"bimi.present", Severity::Info, kDraft},
    {"bimi.malformed", Severity::Notice, kDraft},
    {"bimi.multiple-records", Severity::Notice, kDraft},
    {"bimi.unknown", Severity::Unknown, ""},
});

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  const TextRecord found = text_record(result, evidence,
                                       {"default._bimi.", Reach::First, "bimi", is_meant_as_bimi,
                                        kSays["bimi.multiple-records"], kSays["bimi.unknown"]});
  if (found.texts.size() != 1) return result;
  const BimiRecord record = parse_bimi(found.texts.front());
  if (!record.errors.empty()) {
    with_error(say(result, kSays["bimi.malformed"]), found.texts.front(), record.errors.front());
  } else if (!record.location.empty()) {
    say(result, kSays["bimi.present"]).with("location", beginning(record.location));
  }
  return result;
}

}  // namespace

extern const Check kBimiCheck = {"bimi", kSays, run};

}  // namespace alimail
