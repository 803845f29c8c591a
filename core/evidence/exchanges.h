// Where the MX records of a domain lead: the one list that the checks, the site and the records to publish speak of.
//
// Law: one resolver's set is judged, never a union. While a change is on its way, resolvers hold different sets, and
// old and new together would look like two providers side by side, which nobody has published.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/lookup.h"
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

// The same by whose they are. Names, each once, those that are tried first in front; the null MX is none.
struct Targets {
  std::vector<std::string> all;
  std::vector<std::string> repeated;
  std::vector<std::string> published;       // in a set of ours, or of a site whose set is only inferred
  std::vector<std::string> undocumented;    // under a domain of ours and on no page, or with the mail domain appended
  std::vector<std::string> foreign;         // everybody else's names, other products of Alibaba's among them
  const OtherProvider* provider = nullptr;  // of the first that is somebody's we know
  std::vector<const OtherProduct*> products;
  std::vector<const Site*> sites;       // of ours, published or not
  std::vector<const Site*> publishing;  // of those published
  bool null_beside = false;
};

Targets targets_of(const Exchanges& exchanges, std::string_view domain, const Provider& provider);

bool is_wholly_foreign(const Targets& targets);

// Wholly foreign, and not only at other products of Alibaba's.
bool is_at_another_provider(const Targets& targets, const Provider& provider);

}  // namespace alimail
