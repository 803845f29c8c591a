// What Alibaba Mail publishes, and which other services could be meant: the facts of provider.json.
//
// Rule: every fact about the provider is in provider.json, once, next to the page that states it. Facts without an
// official page are marked there. This room only looks facts up. Each class wraps an object of that file, so no other
// room reads its members by name, and no two kinds of objects can be confused.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "json/list.h"

namespace alimail {

class SiteExchange {  // one MX record of a site
 public:
  explicit SiteExchange(const Json& json) : json_(json) {}
  [[nodiscard]] const String& host() const {
    return text_or_empty(json_, "host");
  }
  [[nodiscard]] std::int64_t priority() const {
    return number_or_zero(json_, "priority");
  }

 private:
  const Json& json_;
};

class SiteClient {  // the CNAME record of one of the hosts for mail apps
 public:
  explicit SiteClient(const Json& json) : json_(json) {}
  // The label before the domain, one of kClientHosts.
  [[nodiscard]] const String& host() const {
    return text_or_empty(json_, "host");
  }
  [[nodiscard]] const String& target() const {
    return text_or_empty(json_, "target");
  }
  [[nodiscard]] const String& source() const {
    return text_or_empty(json_, "source");
  }

 private:
  const Json& json_;
};

// One set of hosts that belong together, with its page. The term is site. Ids that must not change say "edition"
// (findings, a question) or "family" (arguments, words) and mean the same.
class Site {
 public:
  explicit Site(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  // In the order of the page.
  [[nodiscard]] ListOf<SiteExchange> mx() const {
    return ListOf<SiteExchange>(array_or_empty(json_, "mx"));
  }
  // "" if the site is inferred from a pattern and no page documents it.
  [[nodiscard]] const String& mx_source() const {
    return text_or_empty(json_, "mx_source");
  }
  // The shared login page.
  [[nodiscard]] const String& login_url() const {
    return text_or_empty(json_, "login_url");
  }
  // The target of the CNAME record of a domain's own login host.
  [[nodiscard]] const String& login_target() const {
    return text_or_empty(json_, "login_target");
  }
  [[nodiscard]] const String& login_target_source() const {
    return text_or_empty(json_, "login_target_source");
  }
  // False if the host is documented as a login page but not as a CNAME target.
  [[nodiscard]] bool login_target_documented() const {
    return flag(json_, "login_target_documented");
  }
  // The name to include.
  [[nodiscard]] const String& spf() const {
    return text_or_empty(json_, "spf");
  }
  [[nodiscard]] const String& spf_source() const {
    return text_or_empty(json_, "spf_source");
  }
  // An older name that many domains include but no current page lists; "" if there is none.
  [[nodiscard]] const String& spf_legacy() const {
    return text_or_empty(json_, "spf_legacy");
  }
  [[nodiscard]] ListOf<SiteClient> clients() const {
    return ListOf<SiteClient>(array_or_empty(json_, "clients"));
  }
  // The two sites of one region (china, china-hichina) serve the same accounts.
  [[nodiscard]] const String& region() const {
    return text_or_empty(json_, "region");
  }

 private:
  Json json_;
};

class OtherProduct {  // a product of Alibaba that is easily mistaken for Alibaba Mail
 public:
  explicit OtherProduct(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  // Its login pages.
  [[nodiscard]] ListOf<std::string_view> hosts() const {
    return ListOf<std::string_view>(array_or_empty(json_, "hosts"));
  }
  // Domains whose addresses belong to this product.
  [[nodiscard]] ListOf<std::string_view> domains() const {
    return ListOf<std::string_view>(array_or_empty(json_, "domains"));
  }
  // Suffixes of the names of its mail exchangers.
  [[nodiscard]] ListOf<std::string_view> mx_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "mx_suffixes"));
  }
  // The name to include; "" if there is none.
  [[nodiscard]] const String& spf() const {
    return text_or_empty(json_, "spf");
  }
  // It does not receive mail: its MX records are a mistake for a domain that should receive mail.
  [[nodiscard]] bool sends_only() const {
    return flag(json_, "sends_only");
  }

 private:
  Json json_;
};

class OtherProvider {
 public:
  explicit OtherProvider(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const String& id() const {
    return text_or_empty(json_, "id");
  }
  // Domains in which it gives addresses to anyone, such as gmail.com.
  [[nodiscard]] ListOf<std::string_view> domains() const {
    return ListOf<std::string_view>(array_or_empty(json_, "domains"));
  }
  // Suffixes of the names of its mail exchangers.
  [[nodiscard]] ListOf<std::string_view> mx_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "mx_suffixes"));
  }
  // Suffixes of the names of its login pages, if they differ.
  [[nodiscard]] ListOf<std::string_view> host_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "host_suffixes"));
  }

 private:
  Json json_;
};

struct Provider {
  Vector<Site> sites;
  Vector<OtherProduct> products;
  Vector<OtherProvider> others;
  // The shared login hosts of all sites, in their order, and of the look-alike products. Such a name says nothing about a
  // domain.
  Vector<String> login_hosts;
  Json facts;  // the rest of provider.json, for the functions below
};

Provider provider_from(Json facts);

// The address of a source id. A text that is not an id (an RFC section, an address) is returned unchanged.
std::string_view source_url(const Provider& provider, std::string_view id);

// The labels, before the domain, of the hosts that mail apps are told to use.
inline constexpr std::string_view kClientHosts[] = {"imap", "pop3", "smtp"};

// These functions return nullptr if the name belongs to none.
const Site* site_by_id(const Provider& provider, std::string_view id);
const Site* site_of_login_target(const Provider& provider, std::string_view host);
const Site* site_of_client_target(const Provider& provider, std::string_view host);
const Site* site_of_mx(const Provider& provider,
                       std::string_view host);  // by the end of the name, whether published or not
const Site* site_publishing_mx(const Provider& provider, std::string_view host);   // only if a site publishes it
const Site* site_of_spf_include(const Provider& provider, std::string_view name);  // the current name or the older one
const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_host(const Provider& provider, std::string_view host);  // the host of a login page
const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain);
const OtherProduct* product_of_host(const Provider& provider, std::string_view host);
const OtherProduct* product_of_mx(const Provider& provider, std::string_view host);
const OtherProduct* product_of_spf_include(const Provider& provider, std::string_view name);
const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain);

// True if the host is one of the MX records of the site.
bool publishes_mx(const Site& site, std::string_view host);

bool same_region(const Site& a, const Site& b);

// True if the host is in a domain of Alibaba Mail and does not belong to another product there.
bool is_own_mx(const Provider& provider, std::string_view host);

// Who runs the name server: an id of "dns_hosts", or "other".
std::string_view dns_host_of(const Provider& provider, std::string_view name_server);

// True if the SOA serial is known not to change when records are edited ("serial_stands"): zones of different owners at
// Alibaba Cloud DNS had the same serial for months (2022011002, 2022052002).
bool serial_stands(const Provider& provider, std::string_view name_server);

// The target that the guide names. It is recognized, but no official page lists it.
const String& guide_login_target(const Provider& provider);

}  // namespace alimail
