// Subject: whether what was typed names a mail domain at all, and whether that domain can be Alibaba Mail.
//
// Asks nothing. A name that is known to belong to another service needs no lookup to say so.
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
  if (product.id == "trade-mail") return say(kSays[row(kSays, "subject.trade-mail")], {{"domain", name}});
  return say(kSays[row(kSays, "subject.personal-aliyun")], {{"domain", name}});
}

CheckResult run(const Evidence& evidence, const Provider& provider) {
  const Subject& subject = evidence.subject;
  if (subject.kind == SubjectKind::Empty) return {{say(kSays[row(kSays, "subject.empty")], {})}, {}, {}};
  if (subject.kind == SubjectKind::Refused) {
    return {{say(kSays[row(kSays, "subject.refused")], {{"problem", std::string(key_of(subject.problem))}})}, {}, {}};
  }
  if (const OtherProduct* product = product_of_host(provider, subject.login_host); product != nullptr) {
    return {{of_product(*product, subject.login_host)}, {}, {}};
  }
  if (subject.kind == SubjectKind::ProviderLogin) {
    return {{say(kSays[row(kSays, "subject.provider-login")], {{"host", subject.login_host}})}, {}, {}};
  }
  if (const OtherProduct* product = product_of_domain(provider, subject.domain); product != nullptr) {
    return {{of_product(*product, subject.domain)}, {}, {}};
  }
  if (const OtherProvider* other = provider_of_domain(provider, subject.domain); other != nullptr) {
    return {{say(kSays[row(kSays, "subject.other-provider")], {{"domain", subject.domain}, {"provider", other->id}})},
            {},
            {}};
  }
  return {};
}

}  // namespace

extern const Check kSubjectCheck = {"subject", kSays, run};

}  // namespace alimail
