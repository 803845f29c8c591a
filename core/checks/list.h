// All checks, in the order of the report.
//
// A check is one file. To add a check, write that file, a line in each of the two lists below, its tests in
// tests/core/checks/<name>_test.cpp, and its words (finding.<key>) in web/locales/*.json. The columns of its table tell the
// other rooms what to do about its findings.
//
// The keys of a check begin with its family. The families mx and spf have two checks each, with different keys: mx.cpp judges
// the set of records and mx_targets.cpp the hosts in it; spf.cpp judges the own record and spf_includes.cpp what it includes.
#pragma once

#include "checks/kit/check.h"

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
extern const Check kSpfCheck;
extern const Check kSpfIncludesCheck;
extern const Check kSenderCheck;
extern const Check kDkimCheck;
extern const Check kDmarcCheck;
extern const Check kMtaStsCheck;
extern const Check kTlsRptCheck;
extern const Check kBimiCheck;
extern const Check kCaaCheck;
extern const Check kResolversCheck;
extern const Check kLocalCheck;
extern const Check kTargetCheck;
extern const Check kProbeCheck;

inline const Check* const kChecks[] = {
    &kSubjectCheck,   &kDomainCheck,  &kZoneCheck,    &kApexCheck,   &kMxCheck,          &kMxTargetsCheck,
    &kLoginCheck,     &kClientsCheck, &kEditionCheck, &kSpfCheck,    &kSpfIncludesCheck, &kSenderCheck,
    &kDkimCheck,      &kDmarcCheck,   &kMtaStsCheck,  &kTlsRptCheck, &kBimiCheck,        &kCaaCheck,
    &kResolversCheck, &kLocalCheck,   &kTargetCheck,  &kProbeCheck,
};

}  // namespace alimail
