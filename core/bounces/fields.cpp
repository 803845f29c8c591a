#include "bounces/fields.h"

#include <algorithm>

#include "base/ascii.h"
#include "dns/address_text.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kNearby = 400;  // the value of a field is searched in this many bytes
constexpr std::size_t kMaxIp = 45;
constexpr std::string_view kBetween = " \t\n:;<'\"(=";

bool is_of_host(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
}

bool is_of_local_part(char c) {
  return is_alphanumeric(c) || std::string_view(".!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_of_ip(char c) {
  return is_of_host(c) || c == ':';
}

String host_of(std::string_view text) {
  while (text.ends_with('.') || text.ends_with('-')) text.remove_suffix(1);
  while (text.starts_with('.') || text.starts_with('-')) text.remove_prefix(1);
  const bool named = text.find('.') != std::string_view::npos && text.size() <= kMaxHost;
  return named ? String(text) : "";
}

String ip_of(std::string_view text) {
  if (text.starts_with("IPv6:")) text.remove_prefix(5);
  if (text.size() > kMaxIp) return "";
  return parse_ipv4(text) || parse_ipv6(text) ? String(text) : "";
}

// Handles a name that is in fact an IP address.
Server server_of(std::string_view name, std::string_view ip) {
  Server server = {host_of(name), ip_of(ip)};
  if (String bare = ip_of(server.name); !bare.empty()) server = {"", std::move(bare)};
  return server;
}

}  // namespace

String mailbox_after(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(std::min(at, text.size()), kNearby);
  for (std::size_t sign = near.find('@'); sign != std::string_view::npos; sign = near.find('@', sign + 1)) {
    std::size_t begin = sign;
    std::size_t end = sign + 1;
    while (begin > 0 && is_of_local_part(near[begin - 1])) --begin;
    while (end < near.size() && is_of_host(near[end])) ++end;
    const String domain = host_of(near.substr(sign + 1, end - sign - 1));
    if (begin == sign || domain.empty() || sign - begin + 1 + domain.size() > kMaxMailbox) continue;
    return String(near.substr(begin, sign - begin)) + "@" + domain;
  }
  return "";
}

Server server_after(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(std::min(at, text.size()), kMaxHost + kNearby);
  const auto skip = [&rest] { rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size())); };
  skip();
  for (const std::string_view type : {"dns", "DNS", "smtp"}) {
    if (rest.starts_with(type) && rest.substr(type.size(), 3).find(';') != std::string_view::npos) {
      rest.remove_prefix(type.size());
      skip();
    }
  }
  if (rest.starts_with('[')) rest.remove_prefix(1);
  std::size_t size = 0;
  while (size < rest.size() && is_of_host(rest[size])) ++size;
  const std::string_view name = rest.substr(0, size);
  rest.remove_prefix(size);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  if (!rest.starts_with('[') && !rest.starts_with('(')) return server_of(name, "");
  std::size_t end = 1;
  while (end < rest.size() && is_of_ip(rest[end])) ++end;
  return server_of(name, rest.substr(1, end - 1));
}

Server server_before(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, std::min(at, text.size()));
  before.remove_prefix(before.size() - std::min(before.size(), kMaxHost + kMaxIp));
  const auto take = [&before](bool (*belongs)(char)) {
    std::size_t begin = before.size();
    while (begin > 0 && belongs(before[begin - 1])) --begin;
    const std::string_view word = before.substr(begin);
    before.remove_suffix(word.size());
    return word;
  };
  if (before.ends_with(']') || before.ends_with(')')) before.remove_suffix(1);
  const std::string_view last = take(is_of_ip);
  if (!before.ends_with('[') && !before.ends_with('(')) return server_of(last, "");
  before.remove_suffix(1);
  while (before.ends_with(' ') || before.ends_with('\n')) before.remove_suffix(1);
  return server_of(take(is_of_host), last);
}

bool is_listed(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); !word.empty() && at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

std::string_view line_after(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(std::min(at, text.size()), kNearby);
  rest = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t:;"), rest.size()));
  return rest;
}

String one_line(std::string_view text) {
  String line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace alimail
