// What Alibaba Mail publishes, and who else could be meant: the facts of provider.json.
//
// Law: every fact about the provider stands in provider.json, once, beside the page that says it; what no official page
// says is marked as such there. This room only looks facts up, and reads them by the names of that file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace alimail {

struct Provider {
  Json facts;  // provider.json
};

// One set of hosts that belong together, with its page. The one word for it is site; where ids that never change say
// "edition" (findings, a question) or "family" (arguments, words), they mean it too.
//   id, region               the two sites of one region (china, china-hichina) serve the same accounts
//   mx                       {host, priority} in the order of the page
//   mx_source                "" where the site follows from a pattern and no page gives it
//   login_url, login_target  the shared login page; what the CNAME of the own login host points to
//   login_target_documented  false: the host is documented as a login page, not as a CNAME target
//   spf                      the name to include; spf_source
//   spf_legacy               an older one, which is published by many and is on none of today's pages
//   clients                  {host, target, source}: CNAMEs for mail programs; source "" where no page gives it
using Site = Json;
// Alibaba's, easily mistaken for Alibaba Mail: "id", "hosts", "domains", "mx_suffixes", "spf", "sends_only".
using OtherProduct = Json;
using OtherProvider = Json;  // "id", "mx_suffixes", "domains", perhaps "host_suffixes" of its login pages

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

// The shared login hosts of all sites and of the look-alike products: a name among them says nothing about a domain.
std::vector<std::string> login_hosts(const Provider& provider);

}  // namespace alimail
