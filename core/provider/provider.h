// What Alibaba Mail publishes, and who else could be meant: the facts of provider.json.
//
// Law: every fact about the provider stands in provider.json, once, beside the page that says it; what no official page
// says is marked as such there. This room only looks facts up. Each class is an object of that file, so no other room
// reads its members by name, and none of them is taken for another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/list.h"

namespace alimail {

class SiteExchange {  // one MX record of a site
 public:
  explicit SiteExchange(const Json& json) : json_(json) {}
  [[nodiscard]] const std::string& host() const {
    return text_or_empty(json_, "host");
  }
  [[nodiscard]] std::int64_t priority() const {
    return number_or_zero(json_, "priority");
  }

 private:
  const Json& json_;
};

class SiteClient {  // the CNAME record of one of the hosts for mail programs
 public:
  explicit SiteClient(const Json& json) : json_(json) {}
  // The label in front of the domain, one of kClientHosts.
  [[nodiscard]] const std::string& host() const {
    return text_or_empty(json_, "host");
  }
  [[nodiscard]] const std::string& target() const {
    return text_or_empty(json_, "target");
  }

 private:
  const Json& json_;
};

// One set of hosts that belong together, with its page. The one word for it is site; where ids that never change say
// "edition" (findings, a question) or "family" (arguments, words), they mean it too.
class Site {
 public:
  explicit Site(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const std::string& id() const {
    return text_or_empty(json_, "id");
  }
  // In the order of the page.
  [[nodiscard]] ListOf<SiteExchange> mx() const {
    return ListOf<SiteExchange>(array_or_empty(json_, "mx"));
  }
  // "" where the site follows from a pattern and no page gives it.
  [[nodiscard]] const std::string& mx_source() const {
    return text_or_empty(json_, "mx_source");
  }
  // The shared login page.
  [[nodiscard]] const std::string& login_url() const {
    return text_or_empty(json_, "login_url");
  }
  // What the CNAME record of a domain's own login host points to.
  [[nodiscard]] const std::string& login_target() const {
    return text_or_empty(json_, "login_target");
  }
  [[nodiscard]] const std::string& login_target_source() const {
    return text_or_empty(json_, "login_target_source");
  }
  // False: the host is documented as a login page, and not as a CNAME target.
  [[nodiscard]] bool login_target_documented() const {
    return flag(json_, "login_target_documented");
  }
  // The name to include.
  [[nodiscard]] const std::string& spf() const {
    return text_or_empty(json_, "spf");
  }
  [[nodiscard]] const std::string& spf_source() const {
    return text_or_empty(json_, "spf_source");
  }
  // An older name, which many domains include and none of today's pages gives; "" where there is none.
  [[nodiscard]] const std::string& spf_legacy() const {
    return text_or_empty(json_, "spf_legacy");
  }
  [[nodiscard]] ListOf<SiteClient> clients() const {
    return ListOf<SiteClient>(array_or_empty(json_, "clients"));
  }
  // The two sites of one region (china, china-hichina) serve the same accounts.
  [[nodiscard]] const std::string& region() const {
    return text_or_empty(json_, "region");
  }

 private:
  Json json_;
};

class OtherProduct {  // of Alibaba's, easily mistaken for Alibaba Mail
 public:
  explicit OtherProduct(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const std::string& id() const {
    return text_or_empty(json_, "id");
  }
  // Its login pages.
  [[nodiscard]] ListOf<std::string_view> hosts() const {
    return ListOf<std::string_view>(array_or_empty(json_, "hosts"));
  }
  // Whose addresses are its own.
  [[nodiscard]] ListOf<std::string_view> domains() const {
    return ListOf<std::string_view>(array_or_empty(json_, "domains"));
  }
  // The ends of the names of its mail exchangers.
  [[nodiscard]] ListOf<std::string_view> mx_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "mx_suffixes"));
  }
  // The name to include; "" where there is none.
  [[nodiscard]] const std::string& spf() const {
    return text_or_empty(json_, "spf");
  }
  // It takes no mail: its MX records are a mistake wherever mail should arrive.
  [[nodiscard]] bool sends_only() const {
    return flag(json_, "sends_only");
  }

 private:
  Json json_;
};

class OtherProvider {
 public:
  explicit OtherProvider(Json json) : json_(std::move(json)) {}
  [[nodiscard]] const std::string& id() const {
    return text_or_empty(json_, "id");
  }
  // Whose addresses it gives to anybody, such as gmail.com.
  [[nodiscard]] ListOf<std::string_view> domains() const {
    return ListOf<std::string_view>(array_or_empty(json_, "domains"));
  }
  // The ends of the names of its mail exchangers.
  [[nodiscard]] ListOf<std::string_view> mx_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "mx_suffixes"));
  }
  // The ends of the names of its login pages, where they are others.
  [[nodiscard]] ListOf<std::string_view> host_suffixes() const {
    return ListOf<std::string_view>(array_or_empty(json_, "host_suffixes"));
  }

 private:
  Json json_;
};

struct Provider {
  std::vector<Site> sites;
  std::vector<OtherProduct> products;
  std::vector<OtherProvider> others;
  // The shared login hosts of all sites and of the look-alike products: a name among them says nothing about a domain.
  std::vector<std::string> login_hosts;
  Json facts;  // the rest of provider.json, for the functions below
};

Provider provider_from(Json facts);

// The address of a source id; a text that is no id comes back as it is (an RFC section, an address).
std::string_view source_url(const Provider& provider, std::string_view id);

// The labels of the hosts that mail programs are told to use, in front of the domain.
inline constexpr std::string_view kClientHosts[] = {"imap", "pop3", "smtp"};

// nullptr where the name belongs to none.
const Site* site_by_id(const Provider& provider, std::string_view id);
const Site* site_of_login_target(const Provider& provider, std::string_view host);
const Site* site_of_client_target(const Provider& provider, std::string_view host);
const Site* site_of_mx(const Provider& provider,
                       std::string_view host);  // by the end of the name, published or not
const Site* site_publishing_mx(const Provider& provider, std::string_view host);   // only if a site publishes it
const Site* site_of_spf_include(const Provider& provider, std::string_view name);  // today's or the older one
const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_host(const Provider& provider, std::string_view host);  // of a login page
const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain);
const OtherProduct* product_of_host(const Provider& provider, std::string_view host);
const OtherProduct* product_of_mx(const Provider& provider, std::string_view host);
const OtherProduct* product_of_spf_include(const Provider& provider, std::string_view name);
const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain);

// Whether the host is one of the MX records of the site.
bool publishes_mx(const Site& site, std::string_view host);

bool same_region(const Site& a, const Site& b);

// Whether the host lies in a domain of Alibaba Mail and belongs to no other product there.
bool is_own_mx(const Provider& provider, std::string_view host);

// Who runs the name server: an id of "dns_hosts", "other" where it is none of those.
std::string_view dns_host_of(const Provider& provider, std::string_view name_server);

// Whether the SOA serial is known to stay as it is when records are edited ("serial_stands"): zones of different owners
// at Alibaba Cloud DNS were seen with the same one, for months (2022011002, 2022052002).
bool serial_stands(const Provider& provider, std::string_view name_server);

// The target that the guide names; it is recognised, and no official page knows it.
const std::string& guide_login_target(const Provider& provider);

}  // namespace alimail
