#include "bounces/server_replies.h"

#include <algorithm>
#include <utility>

#include "base/containers.h"
#include "bounces/connections.h"
#include "bounces/plain_text.h"
#include "bounces/reading.h"
#include "words/complaint.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxMatches = 512;  // maximum number of matches read in one text
constexpr std::size_t kFar = 240;         // host and port are this many bytes from the failure of a connection
constexpr std::size_t kNear = 30;         // the same for words as common as "fails"

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kHostNotFound = "code.host-not-found";

void add_text(Args& args, std::string_view name, std::string_view text) {
  if (!text.empty()) args.push_back({name, String(text)});
}

String key_of(const Json& row, const Reading& reading) {
  const String& in_bounce = text_or_empty(row, "bounce");
  if (const String& key = text_or_empty(row, "elsewhere"); !key.empty() && reading.only_others) return key;
  if (is(row, "of", "sender") && is_foreign_sender(reading)) return String(kForeignSender);
  return reading.bounce && !in_bounce.empty() ? in_bounce : text_or_empty(row, "key");
}

Finding finding_of(const Json& row, const Hit& hit, const Reading& reading) {
  Vector<String> matched;
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
  return !is(row, "of", "login") && !is(row, "of", "compose") && !is(row, "of", "connection");
}

// A known reply with its code, but without a known layout: "503 Rcptto account isn't a local account".
void quote(Reading& reading, const Json& row, const Hit& hit) {
  if (reading.bounce || !hit.has_code || !is_of_mail(row)) return;
  reading.bounce = bounce_of_line(reading.plain.text, reading.folded.begin[hit.codes.begin]);
}

void add(Vector<Finding>& findings, Finding finding) {
  const bool known =
      std::any_of(findings.begin(), findings.end(), [&](const Finding& each) { return each.key == finding.key; });
  if (!known) findings.push_back(std::move(finding));
}

Finding symptom_of(std::string_view key, const Hit& hit, const Reading& reading) {
  return {String(key), Severity::Info, {{"matched", Vector<String>{slice(reading, hit.matches.front())}}}, ""};
}

void apply_row(Vector<Finding>& findings, const Json& row, const Hit& hit, Reading& reading) {
  take(reading, hit);
  quote(reading, row, hit);
  reading.of_client = reading.of_client || is(row, "of", "login");
  // a host that is not found is the recipient's domain, unless it is the person's own
  if (is(row, "key", kHostNotFound) && is_own_recipient(reading)) {
    add(findings, symptom_of(kOwnDomainMissing, hit, reading));
    return;
  }
  if (is(row, "of", "recipient") && is_own_recipient(reading)) add(findings, symptom_of(kOwnRecipient, hit, reading));
  add(findings, finding_of(row, hit, reading));
}

void apply_rows(Vector<Finding>& findings, Reading& reading) {
  const Vector<Json>& rows = array_or_empty(reading.replies.facts, "rows");
  for (std::size_t i = 0; i < std::min(rows.size(), reading.replies.matcher.rules.size()); ++i) {
    if (!holds_for_its_owner(rows[i], reading) || (flag(rows[i], "alone") && !findings.empty())) continue;
    if (is(rows[i], "of", "connection")) continue;
    const std::optional<Hit> hit = find_row(rows[i], reading.replies.matcher.rules[i].all, reading);
    if (!hit) continue;
    if (!text_or_empty(rows[i], "key").empty()) {
      apply_row(findings, rows[i], *hit, reading);
    } else if (reading.receiver.empty()) {
      reading.receiver = text_or_empty(rows[i], "provider");
    }
  }
}

// Rows without a key name the servers of other providers.
bool names_only_others(const Reading& reading) {
  const Vector<Json>& rows = array_or_empty(reading.replies.facts, "rows");
  for (const std::string_view ours : {"aliyun.com", "alibabacloud.com", "mxhichina.com"}) {
    if (reading.folded.text.find(ours) != kNone) return false;
  }
  for (const Match& match : reading.matches) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool named = (match.meanings & reading.replies.matcher.rules[i].all).any();
      if (named && text_or_empty(rows[i], "key").empty()) return true;
    }
  }
  return false;
}

// A mail server that reports how it fails to deliver is no program that fails to send through Alibaba Mail.
bool is_of_client(const Connection& connection, const Reading& reading, bool weak) {
  const bool port = !connection.port.empty();
  switch (connection.whose) {
    case Whose::Documented: return port || !weak;
    case Whose::Own: return (port || !weak) && !reading.bounce;
    case Whose::Local: return port;
    case Whose::Unknown: return port && !reading.bounce;
  }
  return false;
}

void say_connection(Vector<Finding>& findings, std::string_view key, const Connection& connection, const Hit& hit,
                    Reading& reading) {
  take(reading, hit);
  reading.of_client = true;
  if (reading.bounce && reading.bounce->codes.basic.empty()) reading.bounce.reset();
  add(findings, symptom_of(reading.only_others ? kOtherProvider : key, hit, reading));
  if (reading.only_others) return;
  // A server that is not found is not found on any port, and the ports of the own machine are closed because no server
  // of Alibaba Mail is configured.
  const bool closed = (key == kConnectionFailed && connection.whose != Whose::Local) || connection.port == "465";
  for (const std::string_view each : {server_key(connection), closed ? port_key(connection) : ""}) {
    if (!each.empty()) add(findings, symptom_of(each, hit, reading));
  }
}

// The first failure at a server that Alibaba Mail names; without one, the first.
void look_for_connection(Vector<Finding>& findings, Reading& reading) {
  const Vector<Json>& rows = array_or_empty(reading.replies.facts, "rows");
  Connection best;
  Hit hit;
  std::string_view key;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!is(rows[i], "of", "connection")) continue;
    const bool weak = flag(rows[i], "near");
    for (const Match& match : reading.matches) {
      if ((match.meanings & reading.replies.matcher.rules[i].all).none()) continue;
      const Connection connection =
          connection_at(reading.plain.text, reading.folded.begin[match.begin], reading.folded.end[match.end - 1],
                        weak ? kNear : kFar, reading.domain, reading.provider);
      if (!is_of_client(connection, reading, weak)) continue;
      if (!key.empty() && (best.whose == Whose::Documented || connection.whose != Whose::Documented)) continue;
      best = connection;
      hit.matches = {match};
      key = text_or_empty(rows[i], "key");
    }
  }
  if (!key.empty()) say_connection(findings, key, best, hit, reading);
}

Finding report_of(const Reading& reading, const Bounce& bounce) {
  Vector<String> matched;
  const std::string_view reply = std::string_view(reading.plain.text).substr(bounce.begin, bounce.end - bounce.begin);
  const std::size_t line = std::min(reply.find('\n'), reply.size());
  if (line > 0) matched.push_back(slice(reading, bounce.begin, bounce.begin + line));
  Finding report = {
      String(kBounceReport), Severity::Info, {{"matched", std::move(matched)}, {"layout", String(bounce.layout)}}, ""};
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
  String joined = reading.folded.text;
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
    for (const String& text : rule.all) {
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

MachineText read_machine_text(std::string_view complaint, std::string_view domain, const Replies& replies,
                              const Provider& provider) {
  const std::string_view text = complaint.substr(0, kMaxComplaintBytes);
  Reading reading = {replies, provider, domain, text, plain_text(text), {}, {}, std::nullopt, {}, ""};
  reading.bounce = read_bounce(reading.plain.text, replies.facts);
  look_for_replies(reading, reading.bounce ? reading.bounce->copy : std::string_view::npos);
  reading.receiver = receiver_of(reading);
  reading.only_others = names_only_others(reading);
  MachineText read;
  look_for_connection(read.findings, reading);
  apply_rows(read.findings, reading);
  if (reading.bounce) read.findings.insert(read.findings.begin(), report_of(reading, *reading.bounce));
  for (const auto& [begin, end] : reading.taken) {
    const auto original = [&](std::size_t at) { return reading.plain.begin[reading.folded.begin[at]]; };
    read.printed.emplace_back(original(std::min(begin + 1, end - 1)), original(end - 1));
  }
  read.of_client = reading.of_client;
  return read;
}

Vector<Finding> read_replies(std::string_view complaint, std::string_view domain, const Replies& replies,
                             const Provider& provider) {
  return read_machine_text(complaint, domain, replies, provider).findings;
}

}  // namespace alimail
