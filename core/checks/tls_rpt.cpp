// TLS-RPT: where reports on failed TLS connections go. RFC 8460 section 3.
//
// Asks _smtp._tls.<domain> TXT. The record is optional, and a missing one gives no finding.
#include "records/tls_rpt.h"

#include "checks/kit/check.h"
#include "records/excerpt.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"tls-rpt.present", Severity::Info, "RFC 8460 section 3"},
    {"tls-rpt.malformed", Severity::Notice, "RFC 8460 section 3"},
    {"tls-rpt.multiple-records", Severity::Notice, "RFC 8460 section 3"},
    {"tls-rpt.unknown", Severity::Unknown, ""},
});

constexpr std::size_t kMaxAddresses = 8;  // maximum number shown

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  const TextRecord found = text_record(result, evidence,
                                       {"_smtp._tls.", Reach::First, "tls-rpt", is_meant_as_tls_rpt,
                                        kSays["tls-rpt.multiple-records"], kSays["tls-rpt.unknown"]});
  if (found.texts.size() != 1) return result;
  const TlsRptRecord record = parse_tls_rpt(found.texts.front());
  if (!record.errors.empty()) {
    with_error(say(result, kSays["tls-rpt.malformed"]), found.texts.front(), record.errors.front());
    return result;
  }
  Vector<String> addresses;
  for (const String& address : record.addresses) {
    if (addresses.size() < kMaxAddresses) addresses.emplace_back(beginning(address));
  }
  say(result, kSays["tls-rpt.present"]).with("addresses", addresses);
  return result;
}

}  // namespace

extern const Check kTlsRptCheck = {"tls-rpt", kSays, run};

}  // namespace alimail
