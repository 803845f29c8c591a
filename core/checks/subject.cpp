// Subject: is the typed text a mail domain, and can that domain be Alibaba Mail?
//
// Asks nothing. A name of another known service needs no lookup, and no resolver learns it.
#include "checks/kit/check.h"
#include "model/keys.h"

namespace alimail {
namespace {

constexpr auto kSays = table({
    {"subject.empty", Severity::Notice, ""},
    {"subject.refused", Severity::Notice, ""},
    {"subject.from-pasted", Severity::Info, ""},
    {"subject.provider-login", Severity::Info, "I-1000112"},
    {"subject.personal-aliyun", Severity::Notice, ""},
    {"subject.trade-mail", Severity::Notice, ""},
    {"subject.other-provider", Severity::Notice, ""},
});

void say_product(CheckResult& result, const OtherProduct& product, const String& name) {
  const bool trade = product.id() == "trade-mail";
  say(result, trade ? kSays["subject.trade-mail"] : kSays["subject.personal-aliyun"]).with("domain", name);
}

CheckResult run(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  const Subject& subject = evidence.subject;
  CheckResult result;
  result.decisive = true;
  if (evidence.subject_pasted) {
    say(result, kSays["subject.from-pasted"]).with("domain", subject.domain);
  }
  if (subject.kind == SubjectKind::Empty) {
    say(result, kSays["subject.empty"]);
  } else if (subject.kind == SubjectKind::Refused) {
    say(result, kSays["subject.refused"]).with("problem", key_of(subject.problem));
  } else if (const OtherProduct* by_host = product_of_host(provider, subject.login_host); by_host != nullptr) {
    say_product(result, *by_host, subject.login_host);
  } else if (subject.kind == SubjectKind::ProviderLogin) {
    say(result, kSays["subject.provider-login"]).with("host", subject.login_host);
  } else if (const OtherProduct* product = product_of_domain(provider, subject.domain); product != nullptr) {
    say_product(result, *product, subject.domain);
  } else if (const OtherProvider* other = provider_of_domain(provider, subject.domain); other != nullptr) {
    Saying said = say(result, kSays["subject.other-provider"]).with("domain", subject.domain);
    said.with("provider", other->id());
  } else {
    result.decisive = false;
  }
  return result;
}

}  // namespace

extern const Check kSubjectCheck = {"subject", kSays, run};

}  // namespace alimail
