#include "provider/provider.h"

#include "names/domain_name.h"

namespace alimail {
namespace {

const std::vector<Json>& list_of(const Provider& provider, std::string_view name) {
  return array_or_empty(provider.facts, name);
}

// The first of the list under whose `name` this host or domain stands.
const Json* first_holding(const std::vector<Json>& list, std::string_view name, std::string_view host) {
  for (const Json& each : list) {
    if (holds(each, name, host)) return &each;
  }
  return nullptr;
}

// The first of the list that has a suffix of that list name above the host.
const Json* first_above(const std::vector<Json>& list, std::string_view suffixes, std::string_view host) {
  for (const Json& each : list) {
    for (const Json& suffix : array_or_empty(each, suffixes)) {
      if (is_under(host, suffix.text)) return &each;
    }
  }
  return nullptr;
}

}  // namespace

std::string_view source_url(const Provider& provider, std::string_view id) {
  const Json* sources = member(provider.facts, "sources");
  const Json* url = sources != nullptr ? member(*sources, id) : nullptr;
  return url != nullptr ? std::string_view(url->text) : id;
}

const Site* site_by_id(const Provider& provider, std::string_view id) {
  return find_by(list_of(provider, "sites"), "id", id);
}

const Site* site_of_login_target(const Provider& provider, std::string_view host) {
  return find_by(list_of(provider, "sites"), "login_target", host);
}

const Site* site_of_client_target(const Provider& provider, std::string_view host) {
  for (const Site& site : list_of(provider, "sites")) {
    if (find_by(array_or_empty(site, "clients"), "target", host) != nullptr) return &site;
  }
  return nullptr;
}

const Site* site_publishing_mx(const Provider& provider, std::string_view host) {
  for (const Site& site : list_of(provider, "sites")) {
    if (find_by(array_or_empty(site, "mx"), "host", host) != nullptr) return &site;
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
  if (name.empty()) return nullptr;  // it would be that of every site that has no older one
  const std::vector<Json>& sites = list_of(provider, "sites");
  const Site* site = find_by(sites, "spf", name);
  return site != nullptr ? site : find_by(sites, "spf_legacy", name);
}

const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host) {
  return first_above(list_of(provider, "other_providers"), "mx_suffixes", host);
}

const OtherProvider* provider_of_host(const Provider& provider, std::string_view host) {
  const OtherProvider* provider_of_page = first_above(list_of(provider, "other_providers"), "host_suffixes", host);
  return provider_of_page != nullptr ? provider_of_page : provider_of_mx(provider, host);
}

const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain) {
  return first_holding(list_of(provider, "other_providers"), "domains", domain);
}

const OtherProduct* product_of_host(const Provider& provider, std::string_view host) {
  return first_holding(list_of(provider, "other_products"), "hosts", host);
}

const OtherProduct* product_of_mx(const Provider& provider, std::string_view host) {
  return first_above(list_of(provider, "other_products"), "mx_suffixes", host);
}

const OtherProduct* product_of_spf_include(const Provider& provider, std::string_view name) {
  return name.empty() ? nullptr : find_by(list_of(provider, "other_products"), "spf", name);
}

const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain) {
  return first_holding(list_of(provider, "other_products"), "domains", domain);
}

bool same_region(const Site& a, const Site& b) {
  return text_or_empty(a, "region") == text_or_empty(b, "region");
}

bool is_own_mx(const Provider& provider, std::string_view host) {
  for (const Json& suffix : list_of(provider, "own_mx_suffixes")) {
    if (is_under(host, suffix.text)) return product_of_mx(provider, host) == nullptr;
  }
  return false;
}

std::string_view dns_host_of(const Provider& provider, std::string_view name_server) {
  const Json* host = first_above(list_of(provider, "dns_hosts"), "ns_suffixes", name_server);
  return host != nullptr ? std::string_view(text_or_empty(*host, "id")) : "other";
}

bool serial_stands(const Provider& provider, std::string_view name_server) {
  const Json* host = first_above(list_of(provider, "dns_hosts"), "ns_suffixes", name_server);
  return host != nullptr && flag(*host, "serial_stands");
}

const std::string& guide_login_target(const Provider& provider) {
  static const Json kNoGuide;
  const Json* guide = member(provider.facts, "guide");
  return text_or_empty(guide != nullptr ? *guide : kNoGuide, "login_target");
}

std::vector<std::string> login_hosts(const Provider& provider) {
  std::vector<std::string> hosts;
  for (const Site& site : list_of(provider, "sites")) hosts.push_back(text_or_empty(site, "login_target"));
  for (const OtherProduct& product : list_of(provider, "other_products")) {
    for (const Json& host : array_or_empty(product, "hosts")) hosts.push_back(host.text);
  }
  return hosts;
}

}  // namespace alimail
