#include "provider/provider.h"

#include <algorithm>

#include "names/domain_name.h"

namespace alimail {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

template <typename T, typename Predicate>
const T* first(const std::vector<T>& list, Predicate matches) {
  const auto found = std::find_if(list.begin(), list.end(), matches);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::string source_url(const Provider& provider, std::string_view id) {
  const Source* source = first(provider.sources, [&](const Source& each) { return each.id == id; });
  return source != nullptr ? source->url : std::string(id);
}

const Family* family_by_id(const Provider& provider, std::string_view id) {
  return first(provider.families, [&](const Family& family) { return family.id == id; });
}

const Family* family_of_login_target(const Provider& provider, std::string_view host) {
  return first(provider.families, [&](const Family& family) { return family.login_target == host; });
}

const Family* family_of_mx(const Provider& provider, std::string_view host) {
  const MxSuffix* match =
      first(provider.mx_suffixes, [&](const MxSuffix& each) { return is_under(host, each.suffix); });
  return match == nullptr ? nullptr : family_by_id(provider, match->family);
}

const OtherProvider* provider_of_mx(const Provider& provider, std::string_view host) {
  return first(provider.other_providers, [&](const OtherProvider& other) {
    return std::any_of(other.mx_suffixes.begin(), other.mx_suffixes.end(),
                       [&](const std::string& suffix) { return is_under(host, suffix); });
  });
}

const OtherProvider* provider_of_domain(const Provider& provider, std::string_view domain) {
  return first(provider.other_providers, [&](const OtherProvider& other) { return contains(other.domains, domain); });
}

const OtherProduct* product_of_host(const Provider& provider, std::string_view host) {
  return first(provider.other_products, [&](const OtherProduct& product) { return contains(product.hosts, host); });
}

const OtherProduct* product_of_domain(const Provider& provider, std::string_view domain) {
  return first(provider.other_products, [&](const OtherProduct& product) { return contains(product.domains, domain); });
}

std::vector<std::string> login_hosts(const Provider& provider) {
  std::vector<std::string> hosts;
  for (const Family& family : provider.families) hosts.push_back(family.login_target);
  for (const OtherProduct& product : provider.other_products) {
    hosts.insert(hosts.end(), product.hosts.begin(), product.hosts.end());
  }
  return hosts;
}

}  // namespace alimail
