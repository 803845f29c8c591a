// Which site and edition of Alibaba Mail a domain uses, as its records show it: six sets of hosts, told apart by what
// the MX, the SPF record, the login host and the hosts for mail programs lead to.
//
// Law: nothing is guessed. Records of two sites give no family, and a family that was chosen says from what.
#pragma once

#include <string_view>

#include "evidence/evidence.h"
#include "evidence/exchanges.h"
#include "evidence/login_route.h"
#include "provider/provider.h"

namespace alimail {

// nullptr: unknown, somebody else's, or several sites.
struct Edition {
  const Family* mx = nullptr;
  const Family* spf = nullptr;
  const Family* login = nullptr;
  const Family* client = nullptr;
  // By MX, else by what the person said; where the MX name no site at all, also by the login host, else by SPF.
  const Family* chosen = nullptr;
  std::string_view chosen_by;    // mx, reply, login, spf, ""
  bool both_china_sets = false;  // within one kind of records
};

// `exchanges` and `login` are those of the same evidence.
Edition edition_of(const Evidence& evidence, const Exchanges& exchanges, const LoginRoute& login,
                   const Provider& provider);

}  // namespace alimail
