#include "sender_policy/repair.h"

#include <algorithm>
#include <string_view>

#include "names/domain_name.h"
#include "records/spf_slip.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";
constexpr int kMaxPasses = 4;          // a correction may bring the parts of another slip together
constexpr int kMaxVersionRepairs = 8;  // the version has fewer places for slips

// A colon after the version replaces a space; in the version and after the name of a modifier it replaces "=".
String colon(std::string_view before) {
  return lower(before.substr(before.size() - std::min<std::size_t>(before.size(), 4))) == "spf1" ? " " : "=";
}

// The correct text for the part that the slip marks.
String repaired(const SpfSlip& found, std::string_view text) {
  const std::string_view marked = text.substr(found.span.position, found.span.length);
  const std::string_view slip = found.slip;
  if (slip == "no-version") {
    return lower(text.substr(found.span.position, 4)) == "spf1" ? "v=" : String(kVersion) + ' ';
  }
  if (slip == "wrong-version") return "spf1";
  if (slip == "colon") return colon(text.substr(0, found.span.position));
  if (slip == "no-space" || slip == "separator") return " ";
  if (slip == "equals-sign") return ":";
  if (slip == "include-the-following") return String(marked.substr(0, marked.find(' '))) + ':';
  const bool version = slip == "stray-space" && marked.find('=') != std::string_view::npos;
  return version ? "=" : "";  // "v = spf1"; other spaces and a second version are removed
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

// Corrects the slip and returns where the term then begins. No correction of a term makes the text longer, so the part
// before the slip moves to the right, and the rest of the text stays in its place: moving the rest instead would take
// quadratic time.
std::size_t correct(String& text, std::size_t at, const SpfSlip& slip) {
  const String right = repaired(slip, text);
  const std::size_t begin = slip.span.position;
  std::size_t end = begin + slip.span.length;
  if (slip.slip == "stray-space") end = skip_spaces(text, end);  // all of them at once
  const std::size_t to = end - right.size();
  std::copy(right.begin(), right.end(), text.begin() + static_cast<std::ptrdiff_t>(to));
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(at);
  std::copy_backward(from, text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(to));
  return to - (begin - at);
}

String with_correct_version(String text) {
  for (int i = 0; i < kMaxVersionRepairs && !is_spf(text); ++i) {
    const std::optional<SpfSlip> slip = spf_slip(text);
    if (!slip) break;
    text.replace(slip->span.position, slip->span.length, repaired(*slip, text));
  }
  return text;
}

// Replaces "," and ";" by blanks, unless they are delimiters of a macro.
void part_terms(String& text) {
  bool in_macro = false;
  for (char& c : text) {
    if (c == '{') in_macro = true;
    if (c == '}' || c == ' ') in_macro = false;
    if (!in_macro && (c == ',' || c == ';')) c = ' ';
  }
}

// Precondition: the text begins with a correct version.
String with_correct_terms(String text) {
  part_terms(text);
  String out(kVersion);
  std::string_view between = " ";
  for (std::size_t at = skip_spaces(text, kVersion.size()); at < text.size();) {
    const std::optional<SpfSlip> slip = spf_slip_of_term(text, at);
    if (slip) at = skip_spaces(text, correct(text, at, *slip));
    const bool translated = slip && slip->slip == "include-the-following";
    if (slip && !translated) continue;
    // After a corrected "include:", the rest is read like another term: a row of them would grow with each correction.
    const std::size_t end = translated ? text.find(':', at) + 1 : std::min(text.find(' ', at), text.size());
    (out += between).append(text, at, end - at);
    between = translated ? "" : " ";
    at = skip_spaces(text, end);
  }
  return out;
}

// Writes "ip4:" for "ipv4:", which receivers take for an unknown mechanism. No slip says so, because the syntax error
// already names the term. Precondition: is_spf(text).
String with_correct_names(String text) {
  if (lower(text).find("ipv") == String::npos) return text;
  String out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size() - 1) + 1;  // with the space
    const std::size_t name = at + (std::string_view("+-~?").find(text[at]) != std::string_view::npos ? 1 : 0);
    const String written = lower(std::string_view(text).substr(name, 5));
    const bool wrong = written == "ipv4:" || written == "ipv6:";
    out.append(text, at, name - at);
    if (wrong) (out += "ip") += written.substr(3);
    const std::size_t rest = wrong ? name + written.size() : name;
    out.append(text, rest, end - rest);
    at = end;
  }
  return out;
}

}  // namespace

String repaired_spf(String text) {
  if (text.size() > kMaxRepairBytes) return text;
  for (int i = 0; i < kMaxPasses; ++i) {
    if (is_spf(text)) text = with_correct_names(std::move(text));
    if (!spf_slip(text)) break;
    text = with_correct_version(without_wrong_characters(text));
    if (is_spf(text)) text = with_correct_terms(std::move(text));
  }
  return text;
}

}  // namespace alimail
