#include "bounces/server_replies.h"

#include <algorithm>
#include <string>
#include <utility>

#include "bounces/bounce.h"
#include "bounces/plain_text.h"
#include "names/domain_name.h"
#include "words/complaint.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxMatches = 512;  // maximum number of matches read in one text
constexpr std::size_t kReach = 300;       // the texts of a row must be within this many bytes
constexpr std::size_t kCodeReach = 160;   // a code must be within this many bytes before its text
constexpr std::size_t kBeside = 48;       // the same for words so common that they need a code

struct Reading {
  const Replies& replies;
  const Provider& provider;
  std::string_view domain;
  std::string_view complaint;
  Folded plain;
  Folded folded;  // from the plain text
  std::vector<Match> matches;
  std::optional<Bounce> bounce;
  std::vector<std::pair<std::size_t, std::size_t>> taken;  // positions in the folded text
  std::string receiver;                                    // an id of a provider
};

struct Hit {
  std::vector<Match> matches;
  Codes codes;
  bool has_code = false;  // it has a code of its own, not only that of the bounce
};

bool is(const Json& row, std::string_view name, std::string_view value) {
  return text_or_empty(row, name) == value;
}

// Returns the part of the complaint that a piece of the plain text comes from.
std::string slice(const Reading& reading, std::size_t begin, std::size_t end) {
  if (begin >= end || end > reading.plain.text.size()) return "";
  const std::size_t first = reading.plain.begin[begin];
  return std::string(reading.complaint.substr(first, reading.plain.end[end - 1] - first));
}

std::string slice(const Reading& reading, const Match& match) {
  return slice(reading, reading.folded.begin[match.begin], reading.folded.end[match.end - 1]);
}

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
  return std::any_of(reading.taken.begin(), reading.taken.end(),
                     [&](const auto& each) { return match.begin >= each.first && match.begin < each.second; });
}

bool allows_code(const Json& row, const Reading& reading, const Hit& hit) {
  const std::vector<Json>& wanted = array_or_empty(row, "codes");
  if (wanted.empty()) {
    const std::size_t distance = hit.matches.front().begin - std::min(hit.matches.front().begin, hit.codes.begin);
    const bool beside = hit.has_code && distance < kBeside && !flag(row, "alone");
    return !is(row, "whose", "receiver") || reading.bounce || beside;
  }
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const Json& code) { return std::to_string(code.number) == hit.codes.basic; });
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
  }
  return std::nullopt;
}

// Marks the line up to the end of the hit as used, because a more general row would only repeat its meaning.
void take(Reading& reading, const Hit& hit) {
  const std::size_t first = hit.matches.front().begin;
  const std::size_t reach = first - std::min(first, kReach);
  const std::size_t line = reading.folded.text.rfind('\n', first);
  std::size_t begin = line == std::string::npos ? reach : std::max(reach, line);
  if (hit.has_code) begin = std::min(begin, hit.codes.begin);
  reading.taken.emplace_back(begin, hit.matches.back().end + kCodeReach / 3);
}

std::string domain_of(std::string_view mailbox) {
  const std::size_t sign = mailbox.find('@');
  return sign == std::string_view::npos ? "" : lower(mailbox.substr(sign + 1));
}

bool is_own_recipient(const Reading& reading) {
  return reading.bounce && !reading.domain.empty() && reading.bounce->domain == reading.domain;
}

bool is_foreign_sender(const Reading& reading) {
  return is_own_recipient(reading) && reading.bounce && !reading.bounce->sender.empty() &&
         domain_of(reading.bounce->sender) != reading.domain;
}

std::string receiver_of(const Reading& reading) {
  const OtherProvider* known = nullptr;
  if (reading.bounce) {
    known = provider_of_mx(reading.provider, reading.bounce->server);
    if (known == nullptr) known = provider_of_domain(reading.provider, reading.bounce->domain);
  }
  return known == nullptr ? "" : known->id();
}

void add_text(Args& args, std::string_view name, std::string_view text) {
  if (!text.empty()) args.push_back({name, std::string(text)});
}

std::string key_of(const Json& row, const Reading& reading) {
  const std::string& in_bounce = text_or_empty(row, "bounce");
  if (is(row, "of", "sender") && is_foreign_sender(reading)) return std::string(kForeignSender);
  return reading.bounce && !in_bounce.empty() ? in_bounce : text_or_empty(row, "key");
}

Finding finding_of(const Json& row, const Hit& hit, const Reading& reading) {
  std::vector<std::string> matched;
  for (const Match& match : hit.matches) matched.push_back(slice(reading, match));
  Finding finding = {key_of(row, reading),
                     Severity::Info,
                     {{"matched", std::move(matched)}},
                     source_url(reading.provider, text_or_empty(row, "source"))};
  add_text(finding.args, "code", hit.codes.basic);
  add_text(finding.args, "enhanced", hit.codes.enhanced);
  add_text(finding.args, "meaning", text_or_empty(row, "meaning"));
  if (reading.bounce) add_text(finding.args, "server", reading.bounce->server);
  if (is(row, "whose", "receiver"))
    add_text(finding.args, "provider", reading.receiver.empty() ? "unknown" : reading.receiver);
  if (is_own_recipient(reading)) add_text(finding.args, "own", "yes");
  return finding;
}

bool holds_for_its_owner(const Json& row, const Reading& reading) {
  const bool elsewhere = reading.bounce && provider_of_mx(reading.provider, reading.bounce->server) != nullptr;
  return !is(row, "whose", "alibaba") || !elsewhere;
}

bool is_of_mail(const Json& row) {
  return !is(row, "of", "login") && !is(row, "of", "compose");
}

// A known reply with its code, but without a known layout: "503 Rcptto account isn't a local account".
void quote(Reading& reading, const Json& row, const Hit& hit) {
  if (reading.bounce || !hit.has_code || !is_of_mail(row)) return;
  reading.bounce = bounce_of_line(reading.plain.text, reading.folded.begin[hit.codes.begin]);
}

void add(std::vector<Finding>& findings, Finding finding) {
  const bool known =
      std::any_of(findings.begin(), findings.end(), [&](const Finding& each) { return each.key == finding.key; });
  if (!known) findings.push_back(std::move(finding));
}

std::vector<Finding> apply_rows(Reading& reading) {
  std::vector<Finding> findings;
  const std::vector<Json>& rows = array_or_empty(reading.replies.facts, "rows");
  for (std::size_t i = 0; i < std::min(rows.size(), reading.replies.matcher.rules.size()); ++i) {
    if (!holds_for_its_owner(rows[i], reading) || (flag(rows[i], "alone") && !findings.empty())) continue;
    const std::optional<Hit> hit = find_row(rows[i], reading.replies.matcher.rules[i].all, reading);
    if (!hit) continue;
    if (text_or_empty(rows[i], "key").empty()) {
      if (reading.receiver.empty()) reading.receiver = text_or_empty(rows[i], "provider");
      continue;
    }
    take(reading, *hit);
    quote(reading, rows[i], *hit);
    if (is(rows[i], "of", "recipient") && is_own_recipient(reading)) {
      add(findings, {std::string(kOwnRecipient),
                     Severity::Info,
                     {{"matched", std::vector<std::string>{slice(reading, hit->matches.front())}}},
                     ""});
    }
    add(findings, finding_of(rows[i], *hit, reading));
  }
  return findings;
}

Finding report_of(const Reading& reading, const Bounce& bounce) {
  std::vector<std::string> matched;
  const std::string_view reply = std::string_view(reading.plain.text).substr(bounce.begin, bounce.end - bounce.begin);
  const std::size_t line = std::min(reply.find('\n'), reply.size());
  if (line > 0) matched.push_back(slice(reading, bounce.begin, bounce.begin + line));
  Finding report = {std::string(kBounceReport),
                    Severity::Info,
                    {{"matched", std::move(matched)}, {"layout", std::string(bounce.layout)}},
                    ""};
  const std::pair<std::string_view, std::string_view> fields[] = {
      {"reporter", bounce.layout == "alibaba" ? "Alibaba Mail" : std::string_view(bounce.reporter)},
      {"recipient", bounce.recipient.empty() ? bounce.domain : bounce.recipient},
      {"sender", bounce.sender},
      {"code", bounce.codes.basic},
      {"enhanced", bounce.codes.enhanced},
      {"server", bounce.server},
      {"ip", bounce.ip},
      {"time", bounce.time},
      {"text", bounce.text},
  };
  for (const auto& [name, text] : fields) add_text(report.args, name, text);
  return report;
}

// Sentences do not matter here, because a reply may be broken into lines anywhere. The line ends are kept as '\n' for
// take().
void look_for_replies(Reading& reading, std::size_t size) {
  reading.folded = reply_form(std::string_view(reading.plain.text).substr(0, size));
  std::string joined = reading.folded.text;
  for (char& c : joined) {
    if (c == '\n') c = ' ';
  }
  reading.matches = find_matches(joined, reading.replies.matcher);
  if (reading.matches.size() > kMaxMatches) reading.matches.resize(kMaxMatches);
}

}  // namespace

Replies replies_from(Json facts) {
  Phrases phrases;
  for (const Json& row : array_or_empty(facts, "rows")) {
    SymptomRule rule;
    rule.key = text_or_empty(row, "key");
    rule.all = texts(row, "texts");
    for (const std::string& text : rule.all) {
      const bool known = std::any_of(phrases.concepts.begin(), phrases.concepts.end(),
                                     [&](const Concept& each) { return each.id == text; });
      if (known) continue;
      Concept words = {text, {}};
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        words.phrases.push_back(text.substr(begin, end - begin));
        begin = end + 1;
      }
      phrases.concepts.push_back(std::move(words));
    }
    phrases.symptoms.push_back(std::move(rule));
  }
  return {std::move(facts), compile(phrases)};
}

std::vector<Finding> read_replies(std::string_view complaint, std::string_view domain, const Replies& replies,
                                  const Provider& provider) {
  const std::string_view text = complaint.substr(0, kMaxComplaintBytes);
  Reading reading = {replies, provider, domain, text, plain_text(text), {}, {}, std::nullopt, {}, ""};
  reading.bounce = read_bounce(reading.plain.text, replies.facts);
  look_for_replies(reading, reading.bounce ? reading.bounce->copy : std::string_view::npos);
  reading.receiver = receiver_of(reading);
  std::vector<Finding> findings = apply_rows(reading);
  if (reading.bounce) findings.insert(findings.begin(), report_of(reading, *reading.bounce));
  return findings;
}

}  // namespace alimail
