// Where the MX records of a domain lead: the one list that the checks, the site and the records to publish speak of.
//
// Law: one resolver's set is judged, never a union. While a change is on its way, resolvers hold different sets, and
// old and new together would look like two providers side by side, which nobody has published.
#pragma once

#include <string>
#include <vector>

#include "evidence.h"
#include "provider/provider.h"

namespace alimail {

inline constexpr std::size_t kMaxExchanges = 16;  // looked at; nobody needs as many, and each costs a query

struct Exchanges {
  std::vector<MailExchange> list;   // by preference, then by name; at most kMaxExchanges, those that are tried first
  std::size_t count = 0;            // of all that the set holds
  std::vector<MailExchange> rival;  // another set that as much speaks for, or empty
  std::vector<std::string> failing;
  Knowledge knowledge = Knowledge::Unasked;
  bool name_exists = true;
};

// Of several sets, the one that is wholly Alibaba Mail's: it shows that the right records are published somewhere; that
// some resolvers have others is for checks/resolvers.cpp to say. Otherwise the set that most resolvers have.
Exchanges exchanges_of(const Evidence& evidence, const Provider& provider);

}  // namespace alimail
