#include "bounces/sender_addresses.h"

#include <algorithm>

#include "base/ascii.h"
#include "dns/address_text.h"
#include "names/domain_name.h"
#include "words/complaint.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kLongestText = 45;  // an IPv6 address that ends in a dotted quad

// Many complaints mention the resolver that the person uses.
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

// A word before a number which shows that the number is a version.
constexpr std::string_view kVersionWords[] = {
    "version", "ver",         "v",       "build",   "release",
    "foxmail", "outlook",     "chrome",  "firefox", "edge",
    "safari",  "thunderbird", "android", "ios",     "windows",
    "exim",    "postfix",     "id",      "-",       "\xE7\x89\x88\xE6\x9C\xAC",
};

// A word before an address which shows that the address is not a sender: it is a recipient's server, part of a line of
// a tool (dig, host, ping, tracert), or the name that a host gives itself.
constexpr std::string_view kNotSenders[] = {"to",       "host",       "with",    "by", "relay", "on",     "of",
                                            "at",       "helo",       "ehlo",    "a",  "aaaa",  "has",    "dns",
                                            "resolver", "nameserver", "gateway", "ms", "ping",  "pinging"};

// The same in scripts without spaces between words (U+5230, U+5411).
constexpr std::string_view kTowardsEndings[] = {"\xE5\x88\xB0", "\xE5\x90\x91"};

// Text after the address of a recipient's server in a bounce, or after the address of the host in the output of ping.
constexpr std::string_view kBounceWords[] = {"said",     "reply",     "does not like", "did not like", "failed",
                                             "returned", "responded", ": icmp",        ": bytes",      ": timed"};

// Headers that record the path of a message. The first hop is the person's own device, which SPF does not check.
constexpr std::string_view kTraceHeaders[] = {"received:", "x-received:", "received-from-mta:", "x-originating-ip:"};

template <std::size_t N>
bool is_among(const std::string_view (&list)[N], std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_of_word(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
}

bool sends_mail(std::string_view bytes) {
  if (bytes.size() == kIpv6Bytes) return (static_cast<unsigned char>(bytes[0]) & 0xE0U) == 0x20U;  // global unicast
  return !is_unroutable_ipv4(bytes);
}

std::size_t run_length(std::string_view text, bool colons) {
  std::size_t length = 0;
  const auto belongs = [&](char c) {
    return colons ? is_hex_digit(c) || c == '.' || c == ':' : is_digit(c) || c == '.';
  };
  while (length < text.size() && length <= kLongestText && belongs(text[length])) ++length;
  while (length > 0 &&
         (text[length - 1] == '.' || (text[length - 1] == ':' && !text.substr(0, length).ends_with("::"))))
    --length;
  return length;
}

struct Found {
  String bytes;
  std::size_t length = 0;
};

Found address_at(std::string_view text) {
  const std::size_t v6 = run_length(text, true);
  if (v6 < 3) return {};                     // "1::"
  constexpr std::ptrdiff_t kMostColons = 8;  // a quick check, for long rows of digits and colons
  const bool fits = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(v6), ':') <= kMostColons;
  if (Result<String> bytes = parse_ipv6(text.substr(0, fits ? v6 : 0)); bytes) return {bytes.value(), v6};
  const std::size_t v4 = run_length(text, false);
  if (Result<String> bytes = parse_ipv4(text.substr(0, v4)); bytes) return {bytes.value(), v4};
  return {};
}

// Returns true if a word, a longer number or a prefix length continues where the address ends.
bool goes_on(std::string_view rest) {
  if (rest.empty()) return false;
  if (is_alphanumeric(rest[0]) || rest[0] == '-' || rest[0] == '_') return true;
  const bool joined = rest[0] == '.' ? rest.size() > 1 && is_alphanumeric(rest[1])
                                     : rest[0] == '/' && rest.size() > 1 && is_digit(rest[1]);
  return joined;
}

// Removes the last word of the line, and the separator after it, from the end of `text`.
String take_last_word(std::string_view& text) {
  constexpr std::string_view kBetween = " \t:=[(<";
  while (!text.empty() && kBetween.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  constexpr std::size_t kLongestWord = 300;  // longer words are truncated
  std::size_t begin = text.size();
  const std::size_t least = text.size() - std::min(text.size(), kLongestWord);
  while (begin > least && (is_of_word(text[begin - 1]) || static_cast<unsigned char>(text[begin - 1]) >= 0x80)) --begin;
  std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  while (word.ends_with('.')) word.remove_suffix(1);
  return lower(word);
}

bool is_host_name(std::string_view word) {
  return word.find('.') != std::string_view::npos && std::any_of(word.begin(), word.end(), is_letter);
}

bool is_trace(std::string_view line) {
  constexpr std::size_t kLongestHeader = 20;
  line.remove_prefix(std::min(line.find_first_not_of("> \t"), line.size()));
  const String text = lower(line.substr(0, kLongestHeader));
  // sendmail writes this header as a line of its own: "from out.abc.com [192.0.2.1]".
  if (text.starts_with("from ") && line.ends_with('[')) return true;
  return std::any_of(std::begin(kTraceHeaders), std::end(kTraceHeaders),
                     [&](std::string_view each) { return text.starts_with(each); });
}

// The position in the lines of a header. A header field may continue on the next lines (RFC 5322 section 2.2.3).
struct Place {
  std::size_t line = 0;       // start of this line
  bool trace_before = false;  // the previous line belongs to a trace header
};

bool continues(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

bool is_in_trace(const Place& place, std::string_view before) {
  const std::string_view line = before.substr(place.line);
  return is_trace(line) || (place.trace_before && continues(line));
}

bool is_no_sender_before(std::string_view before) {
  constexpr std::string_view kJoints = "@|?";
  if (!before.empty() && kJoints.find(before.back()) != std::string_view::npos) return true;
  if (before.size() > 1 && before.back() == '/' && is_alphanumeric(before[before.size() - 2]))
    return true;  // Mail/1.2.3.4
  const bool in_brackets = before.ends_with('[') || before.ends_with('(');
  const String word = take_last_word(before);
  if (is_host_name(word) || (in_brackets && parse_ipv4(word))) return take_last_word(before) != "from";
  // Lines of nslookup and host begin with this word. A person writes "IP address".
  if (word == "address" || word == "addresses") {
    const String earlier = take_last_word(before);
    return earlier.empty() || earlier == "has";
  }
  return is_among(kVersionWords, word) || is_among(kNotSenders, word) ||
         std::any_of(std::begin(kTowardsEndings), std::end(kTowardsEndings),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_no_sender_after(std::string_view after) {
  if (after.starts_with(']') || after.starts_with(')')) after.remove_prefix(1);
  // the port of a server that a program connects to
  if (after.size() > 1 && after[0] == ':' && is_digit(after[1])) return true;
  after = after.substr(std::min(after.find_first_not_of(" \r\n\t"), after.size()));
  return std::any_of(std::begin(kBounceWords), std::end(kBounceWords),
                     [&](std::string_view each) { return after.starts_with(each); });
}

bool is_sender(std::string_view before, std::string_view after, const Place& place) {
  return !is_no_sender_before(before) && !is_no_sender_after(after) && !is_in_trace(place, before);
}

}  // namespace

Vector<String> addresses_in(std::string_view complaint) {
  const std::string_view text = complaint.substr(0, kMaxComplaintBytes);
  Vector<String> addresses;
  Place place;
  for (std::size_t at = 0; at < text.size() && addresses.size() < kMaxNamedAddresses; ++at) {
    if (text[at] == '\n') place = {at + 1, is_in_trace(place, text.substr(0, at))};
    if (!is_hex_digit(text[at]) || (at > 0 && is_of_word(text[at - 1]))) continue;
    const Found found = address_at(text.substr(at));
    if (found.bytes.empty()) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + found.length);
    at += found.length - 1;
    if (goes_on(after) || !sends_mail(found.bytes) || !is_sender(before, after, place)) continue;
    String name = found.bytes.size() == kIpv4Bytes ? ipv4_text(found.bytes) : ipv6_text(found.bytes);
    const bool known =
        is_among(kResolvers, name) || std::find(addresses.begin(), addresses.end(), name) != addresses.end();
    if (!known) addresses.push_back(std::move(name));
  }
  return addresses;
}

}  // namespace alimail
