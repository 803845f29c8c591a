#include "words/addresses.h"

#include <algorithm>

#include "dns/address_text.h"
#include "names/domain_name.h"
#include "words/complaint.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kLongestText = 45;  // of an IPv6 address that ends in a dotted quad

struct Network {
  std::string_view bytes;  // as many as count
  unsigned last_bits = 8;  // of the last byte
};

// What no mail comes from over the Internet: RFC 6890. The networks of documentation (RFC 5737) pass: examples are
// meant.
constexpr Network kForeignToMail[] = {
    {{"\x00", 1}, 8},     {{"\x0A", 1}, 8},     {{"\x64\x40", 2}, 2}, {{"\x7F", 1}, 8},
    {{"\xA9\xFE", 2}, 8}, {{"\xAC\x10", 2}, 4}, {{"\xC0\xA8", 2}, 8}, {{"\xE0", 1}, 3},
};

// Which resolver somebody uses is said in many complaints.
constexpr std::string_view kResolvers[] = {
    "1.0.0.1",
    "1.1.1.1",
    "114.114.114.114",
    "114.114.115.115",
    "119.29.29.29",
    "180.76.76.76",
    "208.67.220.220",
    "208.67.222.222",
    "223.5.5.5",
    "223.6.6.6",
    "8.8.4.4",
    "8.8.8.8",
    "9.9.9.9",
    "2001:4860:4860::8844",
    "2001:4860:4860::8888",
    "2400:3200::1",
    "2400:3200:baba::1",
    "2606:4700:4700::1111",
    "2620:fe::fe",
};

// The word before a number that makes it the number of a version.
constexpr std::string_view kVersionWords[] = {
    "version", "ver",    "v",       "build", "release", "foxmail",
    "outlook", "chrome", "firefox", "edge",  "safari",  "thunderbird",
    "android", "ios",    "windows", "exim",  "postfix", "\xE7\x89\x88\xE6\x9C\xAC",
};

// The word before an address, or before the name of its host, that makes it somebody's whom mail is brought to, or a
// line of a tool (dig, host, ping, tracert).
constexpr std::string_view kTowards[] = {"to",      "host", "with", "by",  "relay",   "dns",  "resolver", "nameserver",
                                         "gateway", "a",    "aaaa", "has", "pinging", "ping", "ms"};

// The same where no space parts words (U+5230, U+5411).
constexpr std::string_view kTowardsEndings[] = {"\xE5\x88\xB0", "\xE5\x90\x91"};

// What follows the address of a recipient's server in a bounce, or that of the host in a ping.
constexpr std::string_view kBounceWords[] = {" said", " does not like", " failed after", ": icmp", ": bytes"};

template <std::size_t N>
bool is_among(const std::string_view (&list)[N], std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_hex(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_of_word(char c) {
  return is_ascii_word(c) || c == '.' || c == '-' || c == '_';
}

bool starts_with_any(std::string_view bytes, const Network& network) {
  const std::size_t whole = network.bytes.size() - 1;
  if (bytes.substr(0, whole) != network.bytes.substr(0, whole)) return false;
  const unsigned differing =
      static_cast<unsigned char>(bytes[whole]) ^ static_cast<unsigned char>(network.bytes[whole]);
  return differing >> (8U - network.last_bits) == 0;
}

bool sends_mail(std::string_view bytes) {
  if (bytes.size() == kIpv6Bytes) return (static_cast<unsigned char>(bytes[0]) & 0xE0U) == 0x20U;  // global unicast
  return std::none_of(std::begin(kForeignToMail), std::end(kForeignToMail),
                      [&](const Network& each) { return starts_with_any(bytes, each); });
}

// IPv4 addresses in IPv6 (RFC 4291 section 2.5.5.2) are the same host.
std::string without_mapping(std::string bytes) {
  constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
  return std::string_view(bytes).starts_with(kMapped) ? bytes.substr(kMapped.size()) : bytes;
}

std::size_t run_length(std::string_view text, bool colons) {
  std::size_t length = 0;
  const auto belongs = [&](char c) {
    return colons ? is_hex(c) || c == '.' || c == ':' : is_ascii_digit(c) || c == '.';
  };
  while (length < text.size() && length <= kLongestText && belongs(text[length])) ++length;
  while (length > 0 &&
         (text[length - 1] == '.' || (text[length - 1] == ':' && !text.substr(0, length).ends_with("::"))))
    --length;
  return length;
}

struct Found {
  std::string bytes;
  std::size_t length = 0;
};

Found address_at(std::string_view text) {
  const std::size_t v6 = run_length(text, true);
  if (Result<std::string> bytes = parse_ipv6(text.substr(0, v6)); bytes) return {without_mapping(bytes.value()), v6};
  const std::size_t v4 = run_length(text, false);
  if (Result<std::string> bytes = parse_ipv4(text.substr(0, v4)); bytes) return {bytes.value(), v4};
  return {};
}

// Whether a word, a longer number or a prefix length goes on where the address ends.
bool goes_on(std::string_view rest) {
  if (rest.empty()) return false;
  if (is_ascii_word(rest[0]) || rest[0] == '-' || rest[0] == '_') return true;
  const bool joined = rest[0] == '.' ? rest.size() > 1 && is_ascii_word(rest[1])
                                     : rest[0] == '/' && rest.size() > 1 && is_ascii_digit(rest[1]);
  return joined;
}

// Takes the last word off the end, with what parts it from what follows.
std::string_view take_last_word(std::string_view& text) {
  constexpr std::string_view kBetween = " \t:=[(";
  while (!text.empty() && kBetween.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && (is_of_word(text[begin - 1]) || static_cast<unsigned char>(text[begin - 1]) >= 0x80)) --begin;
  const std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  return word;
}

bool is_of_somebody_else(std::string_view before, std::string_view after) {
  if (before.size() > 1 && before.back() == '/' && is_ascii_word(before[before.size() - 2]))
    return true;  // Mail/1.2.3.4
  std::string word = lower(take_last_word(before));
  if (word.find('.') != std::string::npos) word = lower(take_last_word(before));  // the name of the host
  if (word == "address" || word == "addresses") {  // nslookup and host begin so; "IP address" is what a person writes
    word = lower(take_last_word(before));
    if (word.empty()) return true;
  }
  if (is_among(kVersionWords, word) || is_among(kTowards, word)) return true;
  for (const std::string_view ending : kTowardsEndings) {
    if (word.ends_with(ending)) return true;
  }
  after = after.substr(after.starts_with(']') || after.starts_with(')') ? 1 : 0);
  return std::any_of(std::begin(kBounceWords), std::end(kBounceWords),
                     [&](std::string_view each) { return after.starts_with(each); });
}

}  // namespace

std::vector<std::string> addresses_in(std::string_view complaint) {
  const std::string_view text = complaint.substr(0, kMaxComplaintBytes);
  std::vector<std::string> addresses;
  for (std::size_t at = 0; at < text.size() && addresses.size() < kMaxNamedAddresses; ++at) {
    if (!is_hex(text[at]) || (at > 0 && is_of_word(text[at - 1]))) continue;
    const Found found = address_at(text.substr(at));
    if (found.bytes.empty()) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + found.length);
    at += found.length - 1;
    if (goes_on(after) || !sends_mail(found.bytes) || is_of_somebody_else(before, after)) continue;
    std::string name = found.bytes.size() == kIpv4Bytes ? ipv4_text(found.bytes) : ipv6_text(found.bytes);
    const bool known =
        is_among(kResolvers, name) || std::find(addresses.begin(), addresses.end(), name) != addresses.end();
    if (!known) addresses.push_back(std::move(name));
  }
  return addresses;
}

}  // namespace alimail
