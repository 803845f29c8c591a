#include "records/spf_slip.h"

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"
#include "base/containers.h"
#include "base/full_width.h"
#include "base/utf8.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";
constexpr std::string_view kMechanisms[] = {"all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"};
constexpr std::string_view kModifiers[] = {"redirect", "exp"};
constexpr std::string_view kTranslated = "the following:";  // follows "include"

// ---- the text as its author meant it: ASCII, without quotation marks

struct Meant {
  String text;
  Vector<std::uint32_t> from;   // for each byte of text and for its end, the position in the original
  std::optional<SpfSlip> slip;  // the worst slip that was repaired
};

struct LookAlike {
  std::string_view bytes;  // UTF-8
  char meant;              // 0: removed
  std::string_view slip;
};

constexpr std::string_view kQuotes = "\"'`\\";

constexpr LookAlike kLookAlikes[] = {
    {"\"", 0, "quotes"},
    {"'", 0, "quotes"},
    {"`", 0, "quotes"},
    {"\\", 0, "quotes"},                  // the backslash that remains of an escaped quotation mark
    {"\xE2\x80\x98", 0, "quotes"},        // U+2018
    {"\xE2\x80\x99", 0, "quotes"},        // U+2019
    {"\xE2\x80\x9C", 0, "quotes"},        // U+201C
    {"\xE2\x80\x9D", 0, "quotes"},        // U+201D
    {"\xE3\x80\x80", ' ', "full-width"},  // U+3000
    {"\xE3\x80\x82", '.', "full-width"},  // U+3002
    {"\xE2\x80\x90", '-', "look-alike"},  // U+2010
    {"\xE2\x80\x91", '-', "look-alike"},  // U+2011
    {"\xE2\x80\x93", '-', "look-alike"},  // U+2013
    {"\xE2\x80\x94", '-', "look-alike"},  // U+2014
    {"\xE2\x88\x92", '-', "look-alike"},  // U+2212
    {"\xCB\x9C", '~', "look-alike"},      // U+02DC
    {"\xC2\xA0", ' ', "look-alike"},      // U+00A0
    {"\xE2\x80\x8B", 0, "look-alike"},    // U+200B
    {"\xEF\xBB\xBF", 0, "look-alike"},    // U+FEFF
    {"\t", ' ', "look-alike"},
    {"\r", ' ', "look-alike"},
    {"\n", ' ', "look-alike"},
};

std::optional<LookAlike> look_alike(std::string_view text) {
  if (is_alphanumeric(text.front())) return std::nullopt;  // nearly all characters
  if (char half = half_width_at(text); half != 0) {
    if (kQuotes.find(half) != std::string_view::npos) half = 0;
    return LookAlike{text.substr(0, 3), half, "full-width"};
  }
  for (const LookAlike& each : kLookAlikes) {
    if (text.starts_with(each.bytes)) return each;
  }
  return std::nullopt;
}

std::size_t rank(std::string_view slip) {
  return static_cast<std::size_t>(std::find(kSpfSlips.begin(), kSpfSlips.end(), slip) - kSpfSlips.begin());
}

Meant repair(std::string_view text) {
  Meant meant;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<LookAlike> found = look_alike(text.substr(at));
    const std::size_t length = found ? found->bytes.size() : 1;
    const char c = found ? found->meant : text[at];
    if (found && (!meant.slip || rank(found->slip) < rank(meant.slip->slip))) {
      meant.slip = SpfSlip{found->slip, {at, length}};
    }
    if (!found || c != 0) {  // a NUL of the record is kept
      meant.text += c;
      meant.from.push_back(static_cast<std::uint32_t>(at));
    }
    at += length;
  }
  meant.from.push_back(static_cast<std::uint32_t>(text.size()));
  return meant;
}

// ---- the version

struct Found {
  std::string_view slip;  // "" if there is none
  std::size_t position = 0;
  std::size_t length = 0;
};

struct Start {
  bool is_meant = false;  // the author meant it as SPF
  Found found;
  std::size_t terms = 0;  // where the terms begin
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

bool has_all(std::string_view text) {
  return text.ends_with("-all") || text.ends_with("~all") || text.ends_with("?all") || text.ends_with("+all");
}

// Checks what follows "spf" and its number.
Found after_version(std::string_view text, std::size_t at) {
  if (at == text.size() || text[at] == ' ') return {};
  if (text[at] == ':' || text[at] == '=') return {"colon", at, 1};
  if (text[at] == ',' || text[at] == ';') return {"separator", at, 1};
  return {"no-space", at, 0};
}

Start read_start(std::string_view text) {
  const std::size_t begin = skip_spaces(text, 0);
  const std::string_view rest = text.substr(begin);
  if (rest.starts_with("spf1") && (rest.size() == 4 || rest[4] == ' ' || rest[4] == ':')) {
    return {true, {"no-version", begin, 0}, begin + 4};
  }
  if (rest.starts_with("include:") && has_all(rest)) return {true, {"no-version", begin, 0}, begin};
  if (!rest.starts_with('v')) return {};
  const std::size_t sign = skip_spaces(text, begin + 1);
  if (sign == text.size() || (text[sign] != '=' && text[sign] != ':')) return {};
  const std::size_t name = skip_spaces(text, sign + 1);
  if (!text.substr(name).starts_with("spf")) return {};
  const std::size_t number = name + 3;
  const std::size_t end = std::min(text.find_first_not_of("0123456789.", number), text.size());
  const bool sender_id = end < text.size() && text[end] == '/';
  if (sender_id) return {};
  if (text.substr(number, end - number) != "1") return {true, {"wrong-version", name, end - name}, end};
  if (text[sign] == ':') return {true, {"colon", sign, 1}, end};
  if (Found found = after_version(text, end); !found.slip.empty()) return {true, found, end};
  if (begin > 0) return {true, {"stray-space", 0, begin}, end};
  if (name - begin > 2) return {true, {"stray-space", begin + 1, name - begin - 1}, end};
  return {true, {}, end};
}

// ---- the terms

template <std::size_t N>
bool is_among(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Finds a "," or ";" that is not a delimiter of a macro.
std::size_t separator_in(std::string_view term) {
  bool in_macro = false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (term[i] == '{') in_macro = true;
    if (term[i] == '}') in_macro = false;
    if (!in_macro && (term[i] == ',' || term[i] == ';')) return i;
  }
  return std::string_view::npos;
}

// `at` is the position of `term`. `next` is what follows it, without the spaces between them. Both are in lower case.
Found slip_of_term(std::string_view term, std::string_view next, std::size_t at) {
  if (term == kVersion) return {"repeated-version", at, term.size()};
  const bool qualified = std::string_view("+-~?").find(term.front()) != std::string_view::npos;
  const std::string_view bare = term.substr(qualified ? 1 : 0);
  if (const std::size_t sign = separator_in(term); sign != std::string_view::npos) return {"separator", at + sign, 1};
  const std::size_t end = std::min(bare.find_first_of(":="), bare.size());
  const std::string_view name = bare.substr(0, end);
  const std::size_t place = at + term.size() - bare.size() + end;
  const bool mechanism = is_among(kMechanisms, name);
  if (end == bare.size()) {
    const bool parted = bare.empty() || (mechanism && next.starts_with(':'));
    return parted && !next.empty() ? Found{"stray-space", at + term.size(), 1} : Found{};
  }
  if (mechanism && bare[end] == '=') return {"equals-sign", place, 1};
  if (is_among(kModifiers, name) && bare[end] == ':') return {"colon", place, 1};
  const bool takes = mechanism || is_among(kModifiers, name);
  return takes && end + 1 == bare.size() && !next.empty() ? Found{"stray-space", at + term.size(), 1} : Found{};
}

// The slip of the term at this position.
Found slip_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find(' ', at), text.size());
  const std::size_t behind = skip_spaces(text, end);
  const String term = lower(text.substr(at, end - at));
  const String next = lower(text.substr(behind, kTranslated.size()));
  const bool bare = term.find_first_of(":=") == String::npos;
  if (bare && term.ends_with("include") && next == kTranslated) {
    return {"include-the-following", at, behind + kTranslated.size() - at};
  }
  return slip_of_term(term, next, at);
}

Found slip_of_terms(std::string_view text, std::size_t at) {
  while (true) {
    at = skip_spaces(text, at);
    if (at == text.size()) return {};
    if (const Found found = slip_at(text, at); !found.slip.empty()) return found;
    at = std::min(text.find(' ', at), text.size());
  }
}

SpfSlip in_original(const Meant& meant, Found found) {
  const std::size_t begin = meant.from[found.position];
  const std::size_t end = meant.from[found.position + found.length];
  return {found.slip, {begin, end - begin}};
}

}  // namespace

std::optional<SpfSlip> spf_slip(std::string_view text) {
  const Meant meant = repair(text);
  const Start start = read_start(lower(meant.text));
  if (!start.is_meant) return std::nullopt;
  if (meant.slip) return meant.slip;
  if (!start.found.slip.empty()) return in_original(meant, start.found);
  const Found found = slip_of_terms(meant.text, start.terms);
  if (found.slip.empty()) return std::nullopt;
  return in_original(meant, found);
}

std::optional<SpfSlip> spf_slip_of_term(std::string_view text, std::size_t at) {
  const Found found = slip_at(text, at);
  if (found.slip.empty()) return std::nullopt;
  return SpfSlip{found.slip, {found.position, found.length}};
}

String without_wrong_characters(std::string_view text) {
  String valid(text);
  for (std::size_t i = 0; i < valid.size();) {
    const std::size_t length = utf8_length(valid, i);
    if (length == 0) valid[i] = '\x7F';
    i += std::max<std::size_t>(length, 1);
  }
  return repair(valid).text;
}

}  // namespace alimail
