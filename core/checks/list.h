// All checks, in the order of the report.
#pragma once

#include "checks/check.h"

namespace alimail {

extern const Check kSubjectCheck;
extern const Check kDomainCheck;
extern const Check kZoneCheck;
extern const Check kMxCheck;
extern const Check kLoginCheck;
extern const Check kResolversCheck;
extern const Check kTargetCheck;
extern const Check kProbeCheck;
extern const Check kSenderCheck;

inline const Check* const kChecks[] = {
    &kSubjectCheck,   &kDomainCheck, &kZoneCheck,  &kMxCheck,     &kLoginCheck,
    &kResolversCheck, &kTargetCheck, &kProbeCheck, &kSenderCheck,
};

}  // namespace alimail
