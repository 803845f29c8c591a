// What Alibaba Mail publishes, and who else could be meant: the facts of provider.json as values.
//
// Law: every fact about the provider stands in provider.json, once, beside the page that says it; what no official page
// says is marked as such there. This room only looks facts up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace alimail {

struct Family {  // one site or edition, with the hosts that belong together
  std::string id;
  std::string login_target;  // what the CNAME of the login host points to
  std::string login_target_source;
  bool login_target_documented = false;  // false: the host is documented as a login page, not as a CNAME target
  std::string login_url;
  std::vector<std::string> mx;
  std::string mx_source;  // "" where the set follows from a pattern and no page gives it
};

struct MxSuffix {
  std::string suffix;
  std::string family;
};

struct OtherProduct {  // Alibaba's, and easily mistaken for Alibaba Mail
  std::string id;
  std::vector<std::string> hosts;
  std::vector<std::string> domains;
};

struct OtherProvider {
  std::string id;
  std::vector<std::string> mx_suffixes;
  std::vector<std::string> domains;
};

struct Source {
  std::string id;
  std::string url;
};

struct Provider {
  std::vector<Source> sources;
  std::vector<Family> families;
  std::vector<MxSuffix> mx_suffixes;
  std::string guide_login_target;
  std::vector<OtherProduct> other_products;
  std::vector<OtherProvider> other_providers;
};

// The address of a source id; a text that is no id comes back as it is (an RFC section, an address).
std::string source_url(const Provider& provider, std::string_view id);

// nullptr where the name belongs to none.
const Family* family_by_id(const Provider& provider, std::string_view id);
const Family* family_of_login_target(const Provider& provider, std::string_view host);
const Family* family_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host);
const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain);
const OtherProduct* product_of_host(const Provider& provider, std::string_view host);
const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain);

// The shared login hosts of all sites and of the look-alike products: a name among them says nothing about a domain.
std::vector<std::string> login_hosts(const Provider& provider);

}  // namespace alimail
