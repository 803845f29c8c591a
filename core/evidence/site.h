// The site of Alibaba Mail that a domain uses according to its records: the MX records, the SPF record, the login host
// and the hosts for mail apps.
//
// Rule: no guesses. Records that point to two regions give no site, and a chosen site says what it was chosen by.
#pragma once

#include <string_view>

#include "evidence/evidence.h"
#include "evidence/exchanges.h"
#include "evidence/login_route.h"
#include "provider/provider.h"

namespace alimail {

// nullptr: unknown, another provider, or several regions.
struct SiteInUse {
  const Site* mx = nullptr;
  const Site* spf = nullptr;
  const Site* login = nullptr;
  const Site* client = nullptr;
  // By MX, then by the person's reply. If the MX records name no site, also by the login host, then by SPF.
  const Site* chosen = nullptr;
  std::string_view chosen_by;     // mx, reply, login, spf, ""
  bool both_china_sites = false;  // within records of one kind
};

// `exchanges` and `login` must come from the same evidence.
SiteInUse site_in_use(const Evidence& evidence, const Exchanges& exchanges, const LoginRoute& login,
                      const Provider& provider);

}  // namespace alimail
