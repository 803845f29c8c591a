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

// One site or edition, with the hosts that belong together: "id", "login_url", "mx", and
//   login_target             what the CNAME of the login host points to
//   login_target_documented  false: the host is documented as a login page, not as a CNAME target
//   mx_source                "" where the set follows from a pattern and no page gives it
using Family = Json;
using OtherProduct = Json;   // Alibaba's, and easily mistaken for Alibaba Mail: "id", "hosts", "domains"
using OtherProvider = Json;  // "id", "mx_suffixes", "domains"

// The address of a source id; a text that is no id comes back as it is (an RFC section, an address).
std::string_view source_url(const Provider& provider, std::string_view id);

// nullptr where the name belongs to none.
const Family* family_by_id(const Provider& provider, std::string_view id);
const Family* family_of_login_target(const Provider& provider, std::string_view host);
const Family* family_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain);
const OtherProduct* product_of_host(const Provider& provider, std::string_view host);
const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain);

// The target that the guide names; it is recognised, and no official page knows it.
const std::string& guide_login_target(const Provider& provider);

// The shared login hosts of all sites and of the look-alike products: a name among them says nothing about a domain.
std::vector<std::string> login_hosts(const Provider& provider);

}  // namespace alimail
