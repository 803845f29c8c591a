#include "bounces/connections.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/containers.h"
#include "bounces/fields.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kMailPorts = "25 80 110 143 465 587 993 994 995 2525";

// The ends of names of source files. "main.go:25" names a line.
constexpr std::string_view kSources = ".c .cs .go .java .js .kt .mjs .php .py .rb .ts";

// "port" behind its number: U+7AEF, the first letter of the katakana, U+57E0. U+53E3 is the last letter before it.
constexpr std::string_view kPortSigns = "\xE7\xAB\xAF \xE3\x83\x9D \xE5\x9F\xA0";
constexpr std::string_view kPortEnd = "\xE5\x8F\xA3";

bool is_of_name(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
}

std::string_view word_before(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" ,:;=[]()'\"") + 1);
  std::size_t begin = text.size();
  while (begin > 0 && is_of_name(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_host(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  return word == "localhost" || (dot != kNone && dot + 1 < word.size() && !is_listed(kSources, word.substr(dot)));
}

// "host:25", "host, port 25", "port=25", "25 port"; an error number, a line and a date are no port.
bool is_port(std::string_view before, std::string_view after) {
  if (after.starts_with(" port") || before.ends_with(kPortEnd) || before.ends_with("::1:")) return true;
  if (is_listed(kPortSigns, after.substr(0, 3))) return true;
  const std::string_view word = word_before(before);
  const bool goes_on = after.size() > 1 && after[0] == ':' && is_digit(after[1]);
  return word.ends_with("port") || (is_host(word) && !goes_on);
}

bool is_of_domain(std::string_view host, std::string_view domain) {
  return !domain.empty() && host.ends_with(domain) &&
         (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

Whose whose_is(std::string_view host, std::string_view domain, const Provider& provider) {
  if (host == "localhost" || host == "127.0.0.1") return Whose::Local;
  if (!host.starts_with("smtp") && !host.starts_with("imap") && !host.starts_with("pop")) return Whose::Unknown;
  if (is_of_domain(host, domain)) return Whose::Own;
  return site_of_client_target(provider, host) != nullptr ? Whose::Documented : Whose::Unknown;
}

}  // namespace

Connection connection_at(std::string_view text, std::size_t begin, std::size_t end, std::size_t reach,
                         std::string_view domain, const Provider& provider) {
  const std::size_t first = begin - std::min(begin, reach);
  const String window = lower(text.substr(first, end - first + reach));
  const std::string_view near = window;
  const std::size_t failure = begin - first;
  Connection connection;
  // A server that Alibaba Mail names is worth more than any other.
  const auto hear = [&](Whose whose) {
    if (connection.whose == Whose::Unknown || whose == Whose::Documented) connection.whose = whose;
  };
  std::size_t best = kNone;  // lines between failure and port, then whether the port comes behind it, then the distance
  for (std::size_t at = 0; at < near.size(); ++at) {
    std::size_t size = 0;
    while (at + size < near.size() && is_of_name(near[at + size])) ++size;
    if (size == 0) {
      if (near.substr(at, 4) == "::1:") hear(Whose::Local);
      continue;
    }
    std::string_view word = near.substr(at, size);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (is_host(word)) hear(whose_is(word, domain, provider));
    const std::size_t port = kMailPorts.find(word);
    if (is_listed(kMailPorts, word) && is_port(near.substr(0, at), near.substr(at + word.size()))) {
      const std::string_view between =
          near.substr(std::min(at, failure), std::max(at, failure) - std::min(at, failure));
      std::size_t rank = between.size() + (at < failure ? 0 : 1024);
      for (const char c : between) rank += c == '\n' ? 4096 : 0;
      if (rank < best) {
        best = rank;
        connection.port = kMailPorts.substr(port, word.size());
      }
    }
    at += size - 1;
  }
  return connection;
}

std::string_view port_key(const Connection& connection) {
  if (connection.port == "25") return "connection.port-25";
  if (connection.port == "465") return "connection.port-465";
  return is_listed("80 587 2525", connection.port) ? "connection.port-587" : "";
}

std::string_view server_key(const Connection& connection) {
  switch (connection.whose) {
    case Whose::Documented: return "connection.documented-server";
    case Whose::Own: return "connection.own-server";
    case Whose::Local: return "connection.local-server";
    case Whose::Unknown: return "";
  }
  return "";
}

}  // namespace alimail
