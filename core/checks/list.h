// All checks, in the order of the report.
#pragma once

#include "checks/check.h"

namespace alimail {

extern const Check kSubjectCheck;
extern const Check kDomainCheck;
extern const Check kZoneCheck;
extern const Check kApexCheck;
extern const Check kMxCheck;
extern const Check kMxTargetsCheck;
extern const Check kLoginCheck;
extern const Check kClientsCheck;
extern const Check kEditionCheck;
extern const Check kSenderCheck;
extern const Check kResolversCheck;
extern const Check kTargetCheck;
extern const Check kProbeCheck;

inline const Check* const kChecks[] = {
    &kSubjectCheck, &kDomainCheck,  &kZoneCheck,   &kApexCheck,      &kMxCheck,     &kMxTargetsCheck, &kLoginCheck,
    &kClientsCheck, &kEditionCheck, &kSenderCheck, &kResolversCheck, &kTargetCheck, &kProbeCheck,
};

}  // namespace alimail
