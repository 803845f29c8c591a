#include "pasted/lines.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "dns/record_type.h"

namespace alimail {
namespace {

constexpr std::size_t kLongestLine = 2048;
constexpr std::size_t kPlaceFirst = 256;  // index of the list of forms that begin with a place

// In the order of the enum Means.
constexpr std::string_view kMeans[] = {"server",       "default-server",
                                       "address",      "name",
                                       "aliases",      "",
                                       "text",         "nxdomain",
                                       "nodata",       "servfail",
                                       "refused",      "timeout",
                                       "failed",       "failed-words",
                                       "id",           "ping",
                                       "query-type",   "ttl",
                                       "section",      "data",
                                       "preference",   "slow",
                                       "confirms",     "host-server",
                                       "browser",      "browser-nxdomain",
                                       "negative-ttl", "noise"};

bool is_name_byte(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool fill(Places& places, char place, std::string_view text) {
  if (text.empty()) return false;
  switch (place) {
    case 'n': places.name = text; return true;
    case 'd': places.data = text; return true;
    case 'p': places.preference = text; return true;
    case 's': places.server = text; return true;
    default: return true;
  }
}

bool matches(std::string_view form, std::string_view line, Places& places) {
  while (!form.empty()) {
    if (form.front() != '{') {
      const std::string_view literal = form.substr(0, form.find('{'));
      if (!line.starts_with(literal)) return false;
      form.remove_prefix(literal.size());
      line.remove_prefix(literal.size());
      continue;
    }
    const char place = form[1];
    form.remove_prefix(3);
    const std::string_view next = form.substr(0, form.find('{'));
    std::size_t end = line.size();
    if (place == 'n' && !next.empty() && !is_name_byte(next.front())) {
      end = 0;
      while (end < line.size() && is_name_byte(line[end])) ++end;
      if (!line.substr(end).starts_with(next)) return false;
    } else if (!next.empty() && next.size() == form.size()) {
      if (!line.ends_with(next)) return false;
      end -= next.size();
    } else if (!next.empty()) {
      end = line.find(next);
      if (end == std::string_view::npos) return false;
    }
    if (!fill(places, place, line.substr(0, end))) return false;
    line.remove_prefix(end);
  }
  return line.empty() && (places.name.empty() || !pasted_name(places.name).empty());
}

// A quick check: most lines do not begin with a name, or have another character after it.
bool begins_with_other(std::string_view form, std::string_view line, std::size_t name) {
  if (!form.starts_with("{n}") || form.size() < 4 || is_name_byte(form[3])) return false;
  return name == 0 || line.substr(name, 1) != form.substr(3, 1);
}

}  // namespace

void add_line_form(PastedWords& words, std::string_view means, const String& form) {
  words.by_first.resize(kPlaceFirst + 1);
  const auto known = std::find(std::begin(kMeans), std::end(kMeans), means);
  LineForm added{Means::Record, type_from_name(means), form};
  if (known != std::end(kMeans)) added.means = static_cast<Means>(known - std::begin(kMeans));
  if (form.empty() || (added.means == Means::Record && added.type == RecordType{0})) return;
  const std::size_t first = form.front() == '{' ? kPlaceFirst : static_cast<unsigned char>(form.front());
  words.by_first[first].push_back(static_cast<std::uint16_t>(words.forms.size()));
  words.forms.push_back(std::move(added));
}

String plain_line(std::string_view line) {
  constexpr std::string_view kWideColon = "\xEF\xBC\x9A";
  constexpr std::string_view kFixedBlank = "\xC2\xA0";
  String plain;
  if (line.size() > kLongestLine) return plain;
  bool blank = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool high = (line[i] & 0x80) != 0;
    const bool fixed = high && line.substr(i, 2) == kFixedBlank;
    if (fixed || is_blank(line[i])) {
      if (fixed) ++i;
      blank = true;
      continue;
    }
    if (plain.empty() && line[i] == '>') continue;
    const bool wide = high && line.substr(i, 3) == kWideColon;
    const bool colon = wide || (line[i] == ':' && (i + 1 == line.size() || is_blank(line[i + 1])));
    if (blank && !plain.empty() && !colon) plain += ' ';
    blank = wide;  // "{server}: {address}" where the colon and the blank were one full-width character
    plain += wide ? ':' : line[i];
    if (wide) i += 2;
  }
  return plain;
}

const LineForm* form_of(const PastedWords& words, std::string_view line, Places& places) {
  if (line.empty() || words.by_first.empty()) return nullptr;
  std::size_t name = 0;
  while (name < line.size() && is_name_byte(line[name])) ++name;
  if (line.substr(0, name).find('.') >= name) name = 0;
  for (const std::size_t first : {std::size_t{static_cast<unsigned char>(line.front())}, kPlaceFirst}) {
    for (const std::uint16_t index : words.by_first[first]) {
      if (begins_with_other(words.forms[index].form, line, name)) continue;
      places = {};
      if (matches(words.forms[index].form, line, places)) return &words.forms[index];
    }
  }
  return nullptr;
}

String pasted_name(std::string_view word) {
  std::string_view last = word.substr(0, word.find_last_not_of('.') + 1);
  last.remove_prefix(last.rfind('.') + 1);
  const bool sound = word.size() <= kMaxNameBytes && word.find('.') < word.size() - 1 &&
                     std::all_of(word.begin(), word.end(), is_name_byte);
  // An address, or the beginning of one, ends in a number.
  if (!sound || last.find_first_not_of("0123456789") >= last.size()) return {};
  const Result<String> name = canonical_name(word);
  return name ? name.value() : String();
}

String pasted_address(std::string_view word) {
  word = word.substr(0, word.find_first_of("#%,@]() "));
  if (word.starts_with('[')) word.remove_prefix(1);
  if (word.find(':') == word.rfind(':')) word = word.substr(0, word.find(':'));
  if (const Result<String> bytes = parse_ipv4(word)) return ipv4_text(bytes.value());
  if (const Result<String> bytes = parse_ipv6(word)) return ipv6_text(bytes.value());
  return {};
}

std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  return word;
}

}  // namespace alimail
