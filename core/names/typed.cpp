#include "names/typed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/full_width.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";
constexpr std::string_view kAround = " \t\r\n\v\f\"'`<>()[]{},;";
constexpr std::string_view kAroundButBrackets = " \t\r\n\v\f\"'`<>(){},;";  // [ and ] also hold an IPv6 address

// UTF-8 of characters that Chinese keyboards and word processors insert instead of ASCII. Full-width forms are computed
// in half_width().
struct Plain {
  std::string_view written;
  std::string_view meant;
};
constexpr std::array kPlain = {
    Plain{"\xE3\x80\x80", " "},  // ideographic space
    Plain{"\xE3\x80\x82", "."},  // ideographic full stop
    Plain{"\xEF\xBD\xA1", "."},  // half-width ideographic full stop
    Plain{"\xC2\xA0", " "},      // no-break space
    Plain{"\xE2\x80\x8B", ""},   // zero width space
    Plain{"\xE2\x80\x8C", ""},   // zero width non-joiner
    Plain{"\xE2\x80\x8D", ""},   // zero width joiner
    Plain{"\xE2\x80\x8E", ""},   // left-to-right mark
    Plain{"\xE2\x80\x8F", ""},   // right-to-left mark
    Plain{"\xE2\x81\xA0", ""},   // word joiner
    Plain{"\xEF\xBB\xBF", ""},   // byte order mark
    Plain{"\xE2\x80\x98", "'"},  // curly quotes
    Plain{"\xE2\x80\x99", "'"},  Plain{"\xE2\x80\x9C", "\""}, Plain{"\xE2\x80\x9D", "\""},
    Plain{"\xE3\x80\x8A", "<"},  // Chinese brackets
    Plain{"\xE3\x80\x8B", ">"},  Plain{"\xE3\x80\x8C", "\""}, Plain{"\xE3\x80\x8D", "\""},
    Plain{"\xE3\x80\x90", "\""}, Plain{"\xE3\x80\x91", "\""},
};

String plain(std::string_view text) {
  String result;
  while (!text.empty()) {
    const auto* const known =
        std::find_if(kPlain.begin(), kPlain.end(), [&](const Plain& each) { return text.starts_with(each.written); });
    if (known != kPlain.end()) {
      result += known->meant;
      text.remove_prefix(known->written.size());
    } else if (const char half = half_width_at(text); half != '\0') {
      result += half;
      text.remove_prefix(3);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return lower(result);
}

std::string_view trim(std::string_view text, std::string_view around) {
  const std::size_t first = text.find_first_not_of(around);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(around) - first + 1);
}

// For "Zhang San <z@abc.com>", returns the text in the brackets if it could be a name.
std::string_view within_brackets(std::string_view text) {
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.find('>', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return text;
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  return inner.find_first_of("@.") == std::string_view::npos ? text : inner;
}

// For "my domain is abc.com", returns the only word that looks like a name. If several words do, we do not guess.
std::string_view only_name(std::string_view text) {
  std::string_view found;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_of(kSpace));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    if (word.find_first_of("@.") == std::string_view::npos) continue;
    if (!found.empty()) return text;
    found = word;
  }
  return found.empty() ? text : trim(found, kAround);
}

bool is_ipv6(std::string_view text) {
  const bool digits = text.find_first_not_of("0123456789abcdef:.%") == std::string_view::npos;
  return digits && std::count(text.begin(), text.end(), ':') >= 2;
}

std::string_view without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos) return host;
  const std::string_view port = host.substr(colon + 1);
  return port.find_first_not_of("0123456789") == std::string_view::npos ? host.substr(0, colon) : host;
}

std::string_view without_scheme(std::string_view text, Typed& result) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos && scheme < text.find_first_of("/?#@")) {
    result.is_url = true;
    return text.substr(scheme + 3);
  }
  return text.starts_with("mailto:") ? text.substr(7) : text;
}

// Removes the part before the '@'. It is a mailbox, or the user of a URL, which has no meaning for the host.
std::string_view without_user(std::string_view authority, Typed& result) {
  const std::size_t at = authority.rfind('@');
  if (at == std::string_view::npos) return authority;
  result.is_address = !result.is_url && at > 0;
  return authority.substr(at + 1);
}

}  // namespace

Typed cut_out(std::string_view typed) {
  Typed result;
  const String text = plain(typed);
  result.blank = trim(text, kSpace).empty();
  std::string_view rest = trim(only_name(within_brackets(trim(text, kSpace))), kAroundButBrackets);
  rest = without_scheme(rest, result);
  rest = without_user(rest.substr(0, rest.find_first_of("/?#\\")), result);
  if (rest.starts_with('[') && rest.find(':') != std::string_view::npos)
    result.is_ip_literal = is_ipv6(rest.substr(1, rest.find(']') - 1));
  rest = trim(rest, kAround);
  result.is_ip_literal = result.is_ip_literal || is_ipv6(rest);
  rest = without_port(rest);
  if (rest.size() > 1 && rest.ends_with('.')) rest.remove_suffix(1);
  result.host = String(rest);
  return result;
}

}  // namespace alimail
