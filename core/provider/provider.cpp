#include "provider/provider.h"

#include "names/domain_name.h"

namespace alimail {
namespace {

const Vector<Json>& list_of(const Provider& provider, std::string_view name) {
  return array_or_empty(provider.facts, name);
}

bool among(const ListOf<std::string_view>& names, std::string_view name) {
  for (const std::string_view each : names) {
    if (each == name) return true;
  }
  return false;
}

bool under_any(std::string_view host, const ListOf<std::string_view>& suffixes) {
  for (const std::string_view suffix : suffixes) {
    if (is_under(host, suffix)) return true;
  }
  return false;
}

// The first object whose text is the wanted one. Takes a member and not a function, because every function would become a
// loop of its own in the wasm.
template <typename T>
const T* first_with(const Vector<T>& list, const String& (T::*text)() const, std::string_view wanted) {
  for (const T& each : list) {
    if ((each.*text)() == wanted) return &each;
  }
  return nullptr;
}

// The first object with a suffix that the host is under.
template <typename T>
const T* first_above(const Vector<T>& list, ListOf<std::string_view> (T::*suffixes)() const, std::string_view host) {
  for (const T& each : list) {
    if (under_any(host, (each.*suffixes)())) return &each;
  }
  return nullptr;
}

// The first object with this name in its list.
template <typename T>
const T* first_having(const Vector<T>& list, ListOf<std::string_view> (T::*names)() const, std::string_view name) {
  for (const T& each : list) {
    if (among((each.*names)(), name)) return &each;
  }
  return nullptr;
}

const Json* dns_host(const Provider& provider, std::string_view name_server) {
  for (const Json& host : list_of(provider, "dns_hosts")) {
    if (under_any(name_server, ListOf<std::string_view>(array_or_empty(host, "ns_suffixes")))) return &host;
  }
  return nullptr;
}

}  // namespace

Provider provider_from(Json facts) {
  Provider provider;
  provider.sites = take_list<Site>(facts, "sites");
  provider.products = take_list<OtherProduct>(facts, "other_products");
  provider.others = take_list<OtherProvider>(facts, "other_providers");
  provider.facts = std::move(facts);
  for (const Site& site : provider.sites) provider.login_hosts.push_back(site.login_target());
  for (const OtherProduct& product : provider.products) {
    for (const std::string_view host : product.hosts()) provider.login_hosts.emplace_back(host);
  }
  return provider;
}

std::string_view source_url(const Provider& provider, std::string_view id) {
  const Json* sources = member(provider.facts, "sources");
  const Json* url = sources != nullptr ? member(*sources, id) : nullptr;
  return url != nullptr ? std::string_view(url->text) : id;
}

const Site* site_by_id(const Provider& provider, std::string_view id) {
  return first_with(provider.sites, &Site::id, id);
}

const Site* site_of_login_target(const Provider& provider, std::string_view host) {
  for (std::size_t i = 0; i < provider.sites.size(); ++i) {
    if (provider.login_hosts[i] == host) return &provider.sites[i];
  }
  return nullptr;
}

const Site* site_of_client_target(const Provider& provider, std::string_view host) {
  for (const Site& site : provider.sites) {
    for (const SiteClient client : site.clients()) {
      if (client.target() == host) return &site;
    }
  }
  return nullptr;
}

const Site* site_publishing_mx(const Provider& provider, std::string_view host) {
  for (const Site& site : provider.sites) {
    if (publishes_mx(site, host)) return &site;
  }
  return nullptr;
}

const Site* site_of_mx(const Provider& provider, std::string_view host) {
  for (const Json& each : list_of(provider, "mx_suffixes")) {
    if (is_under(host, text_or_empty(each, "suffix"))) return site_by_id(provider, text_or_empty(each, "site"));
  }
  return nullptr;
}

const Site* site_of_spf_include(const Provider& provider, std::string_view name) {
  if (name.empty()) return nullptr;  // "" would match every site without an older name
  const Site* site = first_with(provider.sites, &Site::spf, name);
  if (site != nullptr) return site;
  return first_with(provider.sites, &Site::spf_legacy, name);
}

const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host) {
  return first_above(provider.others, &OtherProvider::mx_suffixes, host);
}

const OtherProvider* provider_of_host(const Provider& provider, std::string_view host) {
  const OtherProvider* of_page = first_above(provider.others, &OtherProvider::host_suffixes, host);
  return of_page != nullptr ? of_page : provider_of_mx(provider, host);
}

const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain) {
  return first_having(provider.others, &OtherProvider::domains, domain);
}

const OtherProduct* product_of_host(const Provider& provider, std::string_view host) {
  return first_having(provider.products, &OtherProduct::hosts, host);
}

const OtherProduct* product_of_mx(const Provider& provider, std::string_view host) {
  return first_above(provider.products, &OtherProduct::mx_suffixes, host);
}

const OtherProduct* product_of_spf_include(const Provider& provider, std::string_view name) {
  if (name.empty()) return nullptr;
  return first_with(provider.products, &OtherProduct::spf, name);
}

const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain) {
  return first_having(provider.products, &OtherProduct::domains, domain);
}

bool publishes_mx(const Site& site, std::string_view host) {
  for (const SiteExchange exchange : site.mx()) {
    if (exchange.host() == host) return true;
  }
  return false;
}

bool same_region(const Site& a, const Site& b) {
  return a.region() == b.region();
}

bool is_own_mx(const Provider& provider, std::string_view host) {
  for (const Json& suffix : list_of(provider, "own_mx_suffixes")) {
    if (is_under(host, suffix.text)) return product_of_mx(provider, host) == nullptr;
  }
  return false;
}

std::string_view dns_host_of(const Provider& provider, std::string_view name_server) {
  const Json* host = dns_host(provider, name_server);
  return host != nullptr ? std::string_view(text_or_empty(*host, "id")) : "other";
}

bool serial_stands(const Provider& provider, std::string_view name_server) {
  const Json* host = dns_host(provider, name_server);
  return host != nullptr && flag(*host, "serial_stands");
}

const String& guide_login_target(const Provider& provider) {
  static const Json kNoGuide;
  const Json* guide = member(provider.facts, "guide");
  return text_or_empty(guide != nullptr ? *guide : kNoGuide, "login_target");
}

}  // namespace alimail
