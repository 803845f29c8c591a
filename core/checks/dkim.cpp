// DKIM: is the key where Alibaba Mail publishes it, and can recipients use it? RFC 6376 section 3.6.1, RFC 8301.
//
// Asks default._domainkey.<domain> TXT: `default` is the selector that Alibaba Mail signs with. Selectors cannot be
// listed, so a key that is not there is "absent-at-default" and never "missing". Name servers that do not support
// underscores answer SERVFAIL, which gives "dkim.unknown".
#include "records/dkim.h"

#include "checks/kit/check.h"

namespace alimail {
namespace {

constexpr auto kSays = table<About::Dkim>({
    {"dkim.present", Severity::Info, "I-AUTH"},
    {"dkim.absent-at-default", Severity::Notice, "I-AUTH"},
    {"dkim.revoked", Severity::Warning, "RFC 6376 section 3.6.1"},
    {"dkim.key-too-short", Severity::Warning, "RFC 8301 section 3.2"},
    {"dkim.key-short", Severity::Notice, "RFC 8301 section 3.2"},
    {"dkim.malformed", Severity::Warning, "RFC 6376 section 3.6.1"},
    {"dkim.multiple-records", Severity::Warning, "RFC 6376 section 3.6.2.2"},
    {"dkim.testing", Severity::Notice, "RFC 6376 section 3.6.1"},
    {"dkim.unknown", Severity::Unknown, ""},
});

constexpr std::size_t kLeastBits = 1024;   // a signature with a shorter key is never valid
constexpr std::size_t kShouldBits = 2048;  // the minimum that signers should use

void say_bits(CheckResult& result, const Says& says, std::string_view host, std::size_t bits) {
  say(result, says).with("host", host).with("bits", static_cast<std::int64_t>(bits));
}

void judge_key(CheckResult& result, std::string_view host, std::string_view text) {
  const DkimRecord key = parse_dkim(text);
  if (!key.errors.empty()) {
    Saying said = say(result, kSays["dkim.malformed"]).with("host", host);
    with_error(said, text, key.errors.front());
    return;
  }
  if (key.revoked) {
    say(result, kSays["dkim.revoked"]).with("host", host);
    return;
  }
  if (key.rsa && key.key_bits < kLeastBits) {
    say_bits(result, kSays["dkim.key-too-short"], host, key.key_bits);
  } else {
    say_bits(result, kSays["dkim.present"], host, key.key_bits);
    if (key.rsa && key.key_bits < kShouldBits) {
      say_bits(result, kSays["dkim.key-short"], host, key.key_bits);
    }
  }
  if (key.testing) say(result, kSays["dkim.testing"]).with("host", host);
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  CheckResult result;
  const TextRecord record = text_record(result, evidence,
                                        {"default._domainkey.", Reach::Every, "dkim-key", is_meant_as_dkim,
                                         kSays["dkim.multiple-records"], kSays["dkim.unknown"]});
  if (record.texts.size() == 1) judge_key(result, record.host, record.texts.front());
  if (record.knowledge == Knowledge::Absent && !views.domain.absent()) {
    say(result, kSays["dkim.absent-at-default"]).with("host", record.host);
  }
  return result;
}

}  // namespace

extern const Check kDkimCheck = {"dkim", kSays, run};

}  // namespace alimail
