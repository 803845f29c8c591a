#include "names/domain_name.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace alimail {
namespace {

// First labels of suffixes such as com.cn under which registries sell names. The Public Suffix List would be complete,
// but it is larger than the whole checker. The suffixes missing here (such as pvt.k12.ma.us) have no company mail.
constexpr std::array<std::string_view, 11> kRegistryLabels = {"com", "net", "org", "gov", "edu", "ac",
                                                              "co",  "or",  "ne",  "go",  "mil"};

constexpr std::array<std::string_view, 6> kSpecialUse = {"localhost", "local", "test", "invalid", "onion", "alt"};

bool is_octet(std::string_view label) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
  return error == std::errc() && end == label.data() + label.size() && value <= 255 && label.size() <= 3;
}

}  // namespace

String lower(std::string_view text) {
  String result(text);
  for (char& c : result) c = lower(c);
  return result;
}

std::size_t label_count(std::string_view name) {
  return name.empty() ? 0 : static_cast<std::size_t>(std::count(name.begin(), name.end(), '.')) + 1;
}

std::string_view first_label(std::string_view name) {
  return name.substr(0, name.find('.'));
}

std::string_view last_label(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::string_view parent(std::string_view name) {
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

bool is_under(std::string_view name, std::string_view zone) {
  if (zone.empty() || name == zone) return true;
  return name.size() > zone.size() && name.ends_with(zone) && name[name.size() - zone.size() - 1] == '.';
}

bool is_special_use(std::string_view name) {
  return std::find(kSpecialUse.begin(), kSpecialUse.end(), last_label(name)) != kSpecialUse.end();
}

bool is_valid_host_label(std::string_view label) {
  if (label.empty() || label.size() > kMaxLabelLength || label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_valid_host_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxNameLength || name.back() == '.') return false;
  for (std::string_view rest = name; !rest.empty(); rest = parent(rest)) {
    if (!is_valid_host_label(first_label(rest))) return false;
  }
  return true;
}

bool is_ipv4_address(std::string_view text) {
  if (label_count(text) != 4 || text.back() == '.') return false;
  for (std::string_view rest = text; !rest.empty(); rest = parent(rest)) {
    if (!is_octet(first_label(rest))) return false;
  }
  return true;
}

bool is_registry_suffix(std::string_view name) {
  if (label_count(name) < 2) return true;
  const bool shape = label_count(name) == 2 && last_label(name).size() == 2;
  return shape && std::find(kRegistryLabels.begin(), kRegistryLabels.end(), first_label(name)) != kRegistryLabels.end();
}

std::string_view registered_domain(std::string_view name) {
  std::string_view domain = name;
  while (label_count(domain) > 2 && !is_registry_suffix(parent(domain))) domain = parent(domain);
  return domain;
}

}  // namespace alimail
