// Subject: whether what was typed names a mail domain at all, and whether that domain can be Alibaba Mail.
//
// Asks nothing. A name that is known to belong to another service needs no lookup to say so, and no resolver learns it.
#include "checks/check.h"
#include "keys.h"

namespace alimail {
namespace {

constexpr Says kSays[] = {
    {"subject.empty", Severity::Notice, ""},
    {"subject.refused", Severity::Notice, ""},
    {"subject.provider-login", Severity::Info, "I-1000112"},
    {"subject.personal-aliyun", Severity::Notice, ""},
    {"subject.trade-mail", Severity::Notice, ""},
    {"subject.other-provider", Severity::Notice, ""},
};

Finding of_product(const OtherProduct& product, const std::string& name) {
  if (text_or_empty(product, "id") == "trade-mail")
    return say(kSays[row(kSays, "subject.trade-mail")], {{"domain", name}});
  return say(kSays[row(kSays, "subject.personal-aliyun")], {{"domain", name}});
}

CheckResult just(Finding finding, bool decisive) {
  return {{std::move(finding)}, {}, {}, decisive};
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const Subject& subject = evidence.subject;
  if (subject.kind == SubjectKind::Empty) return just(say(kSays[row(kSays, "subject.empty")], {}), true);
  if (subject.kind == SubjectKind::Refused) {
    const std::string problem(key_of(subject.problem));
    return just(say(kSays[row(kSays, "subject.refused")], {{"problem", problem}}), true);
  }
  if (const OtherProduct* product = product_of_host(provider, subject.login_host); product != nullptr) {
    return just(of_product(*product, subject.login_host), true);
  }
  if (subject.kind == SubjectKind::ProviderLogin) {
    return just(say(kSays[row(kSays, "subject.provider-login")], {{"host", subject.login_host}}), true);
  }
  if (const OtherProduct* product = product_of_domain(provider, subject.domain); product != nullptr) {
    return just(of_product(*product, subject.domain), true);
  }
  if (const OtherProvider* other = provider_of_domain(provider, subject.domain); other != nullptr) {
    const Args args = {{"domain", subject.domain}, {"provider", text_or_empty(*other, "id")}};
    return just(say(kSays[row(kSays, "subject.other-provider")], args), true);
  }
  return {};
}

}  // namespace

extern const Check kSubjectCheck = {"subject", kSays, run};

}  // namespace alimail
