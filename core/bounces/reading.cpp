#include "bounces/reading.h"

#include <algorithm>

#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::size_t kReach = 300;      // the texts of a row must be within this many bytes
constexpr std::size_t kCodeReach = 160;  // a code must be within this many bytes before its text
constexpr std::size_t kBehind = 53;      // a row uses up this many bytes behind its last text
constexpr std::size_t kBeside = 48;      // the same for words so common that they need a code, within a line
constexpr std::size_t kCodeBehind = 60;  // libraries print "text, SMTP code: 526", too

bool all_found(Hit& hit, const Reading& reading, std::size_t from, const ConceptSet& wanted) {
  ConceptSet found;
  const std::size_t reach = reading.matches[from].begin + kReach;
  for (std::size_t i = from; i < reading.matches.size() && reading.matches[i].begin < reach && found != wanted; ++i) {
    const ConceptSet some = reading.matches[i].meanings & wanted & ~found;
    if (some.none()) continue;
    found |= some;
    hit.matches.push_back(reading.matches[i]);
  }
  return found == wanted;
}

bool is_taken(const Reading& reading, const Match& match) {
  return std::any_of(reading.taken.begin(), reading.taken.end(), [&](const auto& each) {
    return match.begin >= each.first && match.begin < each.second + kBehind;
  });
}

bool allows_code(const Json& row, const Reading& reading, const Hit& hit) {
  const Vector<Json>& wanted = array_or_empty(row, "codes");
  if (wanted.empty()) {
    const std::size_t distance = hit.matches.front().begin - std::min(hit.matches.front().begin, hit.codes.begin);
    const bool begins = hit.codes.begin == 0 || reading.folded.text[hit.codes.begin - 1] == '\n';
    const bool beside = hit.has_code && (begins || distance < kBeside) && !flag(row, "alone");
    return !is(row, "whose", "receiver") || reading.bounce || beside;
  }
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const Json& code) { return to_string(code.number) == hit.codes.basic; });
}

String domain_of(std::string_view mailbox) {
  const std::size_t sign = mailbox.find('@');
  return sign == std::string_view::npos ? "" : lower(mailbox.substr(sign + 1));
}

}  // namespace

bool is(const Json& row, std::string_view name, std::string_view value) {
  return text_or_empty(row, name) == value;
}

String slice(const Reading& reading, std::size_t begin, std::size_t end) {
  if (begin >= end || end > reading.plain.text.size()) return "";
  const std::size_t first = reading.plain.begin[begin];
  return String(reading.complaint.substr(first, reading.plain.end[end - 1] - first));
}

String slice(const Reading& reading, const Match& match) {
  return slice(reading, reading.folded.begin[match.begin], reading.folded.end[match.end - 1]);
}

std::optional<Hit> find_row(const Json& row, const ConceptSet& wanted, const Reading& reading) {
  for (std::size_t i = 0; i < reading.matches.size(); ++i) {
    const Match& match = reading.matches[i];
    if ((match.meanings & wanted).none() || is_taken(reading, match)) continue;
    Hit hit;
    if (!all_found(hit, reading, i, wanted)) continue;
    const std::size_t reach = match.begin - std::min(match.begin, kCodeReach);
    hit.codes = codes_in(reading.folded.text, reach, hit.matches.back().end);
    hit.has_code = !hit.codes.basic.empty();
    if (!hit.has_code && reading.bounce) hit.codes.basic = reading.bounce->codes.basic;
    if (allows_code(row, reading, hit)) return hit;
    if (array_or_empty(row, "codes").empty()) continue;
    const std::size_t end = hit.matches.back().end;
    hit.codes = codes_in(reading.folded.text, end, end + kCodeBehind);
    hit.has_code = true;
    if (allows_code(row, reading, hit)) return hit;
  }
  return std::nullopt;
}

void take(Reading& reading, const Hit& hit) {
  const std::size_t first = hit.matches.front().begin;
  const std::size_t reach = first - std::min(first, kReach);
  const std::size_t line = reading.folded.text.rfind('\n', first);
  std::size_t begin = line == String::npos ? reach : std::max(reach, line);
  if (hit.has_code) begin = std::min(begin, hit.codes.begin);
  reading.taken.emplace_back(begin, hit.matches.back().end);
}

bool is_own_recipient(const Reading& reading) {
  return reading.bounce && !reading.domain.empty() && reading.bounce->domain == reading.domain;
}

bool is_foreign_sender(const Reading& reading) {
  return is_own_recipient(reading) && reading.bounce && !reading.bounce->sender.empty() &&
         domain_of(reading.bounce->sender) != reading.domain;
}

String receiver_of(const Reading& reading) {
  const OtherProvider* known = nullptr;
  if (reading.bounce) {
    known = provider_of_mx(reading.provider, reading.bounce->server);
    if (known == nullptr) known = provider_of_domain(reading.provider, reading.bounce->domain);
  }
  return known == nullptr ? "" : known->id();
}

}  // namespace alimail
