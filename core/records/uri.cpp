#include "records/uri.h"

#include <algorithm>

#include "names/domain_name.h"

namespace alimail {
namespace {

// Characters allowed in a URI (RFC 3986 section 2), except ",", which separates addresses in DMARC.
bool is_of_uri(char c) {
  return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|},").find(c) == std::string_view::npos;
}

bool is_of_scheme(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

String host_of_address(std::string_view address) {
  address = address.substr(0, address.find('?'));
  const std::size_t at = address.rfind('@');
  return at == std::string_view::npos || at == 0 ? String() : lower(address.substr(at + 1));
}

String host_of_web(std::string_view rest) {
  if (!rest.starts_with("//")) return {};
  rest.remove_prefix(2);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  return lower(rest.substr(0, rest.rfind(':')));
}

}  // namespace

std::optional<Uri> parse_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  Uri uri{lower(text.substr(0, colon)), {}};
  if (uri.scheme.front() > 'z' || uri.scheme.front() < 'a') return std::nullopt;
  if (!std::all_of(uri.scheme.begin(), uri.scheme.end(), is_of_scheme)) return std::nullopt;
  const std::string_view rest = text.substr(colon + 1);
  if (rest.empty() || !std::all_of(rest.begin(), rest.end(), is_of_uri)) return std::nullopt;
  const bool mail = uri.scheme == "mailto";
  if (!mail && uri.scheme != "https" && uri.scheme != "http") return uri;
  uri.host = mail ? host_of_address(rest) : host_of_web(rest);
  if (!is_valid_host_name(uri.host)) return std::nullopt;
  return uri;
}

}  // namespace alimail
