// Which site of Alibaba Mail a domain uses, as its records show it: what the MX, the SPF record, the login host and the
// hosts for mail programs lead to.
//
// Law: nothing is guessed. Records of two regions give no site, and a site that was chosen says from what.
#pragma once

#include <string_view>

#include "evidence/evidence.h"
#include "evidence/exchanges.h"
#include "evidence/login_route.h"
#include "provider/provider.h"

namespace alimail {

// nullptr: unknown, somebody else's, or several regions.
struct SiteInUse {
  const Site* mx = nullptr;
  const Site* spf = nullptr;
  const Site* login = nullptr;
  const Site* client = nullptr;
  // By MX, else by what the person said; where the MX name no site at all, also by the login host, else by SPF.
  const Site* chosen = nullptr;
  std::string_view chosen_by;     // mx, reply, login, spf, ""
  bool both_china_sites = false;  // within one kind of records
};

// `exchanges` and `login` are those of the same evidence.
SiteInUse site_in_use(const Evidence& evidence, const Exchanges& exchanges, const LoginRoute& login,
                      const Provider& provider);

}  // namespace alimail
