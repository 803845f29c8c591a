// The targets of a domain's MX records: one list for the checks, the site and the records to publish.
//
// Rule: the set of one resolver is judged, never a union. While a change propagates, resolvers have different sets, and
// old and new records together would look like two providers, which nobody has published.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "evidence/lookup.h"
#include "provider/provider.h"

namespace alimail {

// the maximum number examined; nobody needs as many, and each costs a query
inline constexpr std::size_t kMaxExchanges = 16;

struct Exchanges {
  // by preference, then by name; at most kMaxExchanges, those with the best preference
  Vector<MailExchange> list;
  std::size_t count = 0;       // the size of the whole set
  Vector<MailExchange> rival;  // another set that is equally likely, or empty
  Vector<Unanswered> failing;
  Knowledge knowledge = Knowledge::Unasked;
  bool hidden = false;  // behind a CNAME at the domain itself; the knowledge is then Unknown
};

// If resolvers have different sets, returns the set that consists only of Alibaba Mail's names, because it shows that
// the right records are published somewhere. checks/resolvers.cpp reports that some resolvers have other sets. If there
// is no such set, returns the one that most resolvers have.
// `alias` is the CNAME at the domain itself (apex_alias.h).
Exchanges exchanges_of(const Evidence& evidence, std::string_view alias, const Provider& provider);

// The targets grouped by owner. Each name is listed once, in the order of use. The null MX is not a target.
struct Targets {
  Vector<String> all;
  Vector<String> repeated;
  Vector<String> published;                 // in a published set of ours, or of a site whose set is only inferred
  Vector<String> undocumented;              // under a domain of ours but on no page, or with the mail domain appended
  Vector<String> foreign;                   // all other names, including other products of Alibaba
  const OtherProvider* provider = nullptr;  // the first known provider among the foreign names
  Vector<const OtherProduct*> products;
  Vector<const Site*> sites;       // our sites, published or not
  Vector<const Site*> publishing;  // the sites of the published names
  bool null_beside = false;
};

Targets targets_of(const Exchanges& exchanges, std::string_view domain, const Provider& provider);

bool is_wholly_foreign(const Targets& targets);

// True if all targets are foreign, and not all of them belong to other products of Alibaba.
bool is_at_another_provider(const Targets& targets, const Provider& provider);

}  // namespace alimail
