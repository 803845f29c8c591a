#include "fuzz/script.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/digits.h"
#include "base/timestamp.h"
#include "base/utf8.h"
#include "dns/message.h"
#include "dns/name_codec.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "fuzz/target.h"
#include "fuzz/wire.h"
#include "model/keys.h"

namespace alimail::fuzz {
namespace {

constexpr std::string_view kNow = "2026-11-23T08:00:00Z";
constexpr std::size_t kMaxChain = 20;  // the core follows 16 aliases
constexpr std::uint16_t kServfail = 2;
constexpr std::uint16_t kNxdomain = 3;
constexpr std::uint16_t kRefused = 5;

// The world "china" of tests/scenarios/worlds/worlds.json; seed.ts compares it with the stories.
constexpr std::string_view kHealthy =
    R"(* abc.example SOA has ns1.dns.example. hostmaster.dns.example. 2026112301 3600 600 86400 600
* abc.example NS has ns1.dns.example.
* abc.example NS has ns2.dns.example.
* abc.example MX has 5 mx1.qiye.aliyun.com.
* abc.example MX has 10 mx2.qiye.aliyun.com.
* abc.example MX has 15 mx3.qiye.aliyun.com.
* abc.example TXT has v=spf1 include:spf.qiye.aliyun.com -all
* mail.abc.example CNAME has qiye.aliyun.com
* imap.abc.example CNAME has imap.qiye.aliyun.com
* pop3.abc.example CNAME has pop.qiye.aliyun.com
* smtp.abc.example CNAME has smtp.qiye.aliyun.com
* default._domainkey.abc.example TXT has v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApxs+AJkOFflARjZdlyd0rBcBnrVaZA6M9ky6j1MN2+hkMeDs858Hp3dbYj0aUSlHS5890HLjfFcpIfefnNOzHTX1EwEkDY7CtiuRfM+641WOc0fEU7uJu6qFfXomqDtWbP/QU+g3SElEaO/M49iaJMwpcdu6/IwEQYaMTcr/rp5cbIluYnDf1rltdKscct+1aLz5F6/CnZjlfje+bczIOGA3BLlkAs++emG2zTuHSLCSJlBOAyhJYwoR6N5LdYjlLFXWADcKYxr2uUr/q89/2ICDTXsN4XryQOMYrqizUgFFRCRNTvOYy8Cv5xav6eEi8oS/F2q5jhvtPbl+Jih7JwIDAQAB
* _dmarc.abc.example TXT has v=DMARC1; p=quarantine; rua=mailto:dmarc@abc.example
* qiye.aliyun.com A has 192.0.2.1
* mx1.qiye.aliyun.com A has 192.0.2.2
* mx2.qiye.aliyun.com A has 192.0.2.3
* mx3.qiye.aliyun.com A has 192.0.2.4
* imap.qiye.aliyun.com A has 192.0.2.5
* pop.qiye.aliyun.com A has 192.0.2.6
* smtp.qiye.aliyun.com A has 192.0.2.7
* spf.qiye.aliyun.com TXT has v=spf1 include:spf1.staff.mail.aliyun.com -all
* ns1.dns.example A has 192.0.2.47
* ns2.dns.example A has 192.0.2.48
* spf1.staff.mail.aliyun.com TXT has v=spf1 ip4:198.51.100.0/26 include:spf2.staff.mail.aliyun.com -all
* spf2.staff.mail.aliyun.com TXT has v=spf1 ip4:198.51.100.64/26 -all
)";

std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    const bool escape = text[at] == '\\' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '2';
    const Result<char> byte = escape ? unescape(text, end) : Result<char>(text[at]);
    out += byte.ok() ? byte.value() : text[at];
    at = byte.ok() ? end : at;
  }
  return out;
}

// The texts of a case are UTF-8, because the case is JSON.
std::string well_formed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    out += length == 0 ? "?" : text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

bool is_of_id(char c) {
  return is_alphanumeric(c) || c == '-' || c == '.';
}

void read_dns_line(std::string_view who, std::string_view rest, Script& script) {
  ScriptLine line;
  line.resolver = who.front();
  const std::string_view name = take_word(rest);
  const Result<std::string> canonical = canonical_name(name);
  line.name = canonical.ok() ? canonical.value() : std::string(name);
  line.type = type_from_name(take_word(rest));
  line.how = take_word(rest);
  line.data = rest;
  script.lines.push_back(std::move(line));
}

void read_line(std::string_view text, Script& script) {
  std::string_view rest = text;
  const std::string_view word = take_word(rest);
  Case& opening = script.opening;
  if (word == "*" || word == "a" || word == "b") return read_dns_line(word, rest, script);
  if (word == "subject") opening.subject = well_formed(unescaped(rest));
  if (word == "complaint") opening.complaint = well_formed(unescaped(rest));
  if (word == "start") opening.start = well_formed(rest);
  if (word == "nonce") opening.nonce = "f3k9q2x7";
  if (word == "probe") script.probe = probe_outcome_from_key(rest).value_or(ProbeOutcome::Failed);
  if (word == "choose") script.choice = static_cast<std::size_t>(parse_number(rest, 9).value_or(0));
  if (word == "reply" && opening.replies.size() < 8) {
    const std::string question(take_word(rest));
    const auto same = [&](const Reply& each) { return each.question == question; };
    const bool known = std::any_of(opening.replies.begin(), opening.replies.end(), same);
    if (!known && std::all_of(question.begin(), question.end(), is_of_id)) {
      opening.replies.push_back({question, well_formed(rest)});
    }
  }
}

void read_lines(std::string_view text, Script& script) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    read_line(text.substr(at, end - at), script);
    at = end + 1;
  }
}

bool is_about(const ScriptLine& line, std::string_view name, char resolver) {
  return (line.name == name || line.name == "*") && (line.resolver == '*' || line.resolver == resolver);
}

// Outcomes that do not take the records away: they change the message around them.
bool keeps_records(const ScriptLine& line) {
  return line.how == "has" || line.how == "truncated" || line.how == "other" || line.how == "error";
}

bool fits(const ScriptLine& line, const Question& question, char resolver) {
  return is_about(line, question.name, resolver) && (line.type == question.type || line.type == RecordType{0});
}

const ScriptLine* first_line(const Script& script, const Question& question, char resolver) {
  const auto found = std::find_if(script.lines.begin(), script.lines.end(),
                                  [&](const ScriptLine& line) { return fits(line, question, resolver); });
  return found == script.lines.end() ? nullptr : &*found;
}

// The records of all lines that fit, unless the first one says otherwise. The healthy domain has none where the script
// has some.
std::vector<ResourceRecord> records_of(const Script& script, const Question& question, char resolver) {
  std::vector<ResourceRecord> records;
  const ScriptLine* first = first_line(script, question, resolver);
  if (first == nullptr || !keeps_records(*first)) return records;
  for (const ScriptLine& line : script.lines) {
    if (!fits(line, question, resolver) || line.how != "has" || records.size() > kMaxRecords) continue;
    if (line.healthy && !first->healthy && first->how == "has") continue;
    const Result<Rdata> data = parse_rdata(question.type, unescaped(line.data));
    if (data.ok()) records.push_back({question.name, question.type, 600, data.value()});
  }
  return records;
}

bool exists(const Script& script, std::string_view name, char resolver) {
  return std::any_of(script.lines.begin(), script.lines.end(), [&](const ScriptLine& line) {
    const bool below = line.name.size() > name.size() && line.name.ends_with(name) &&
                       line.name[line.name.size() - name.size() - 1] == '.';
    return line.how == "has" && (is_about(line, name, resolver) || below);
  });
}

ResourceRecord soa_above(const Script& script, std::string_view name, char resolver) {
  for (std::string_view apex = name; !apex.empty(); apex = parent(apex)) {
    const Question question{std::string(apex), RecordType::Soa};
    std::vector<ResourceRecord> records = records_of(script, question, resolver);
    if (!records.empty()) return std::move(records.front());
  }
  return {std::string(last_label(name)), RecordType::Soa, 900, StartOfAuthority{"a.nic", "h.nic", 1, 2, 3, 4, 900}};
}

// Honest DNS: follows the aliases from the question, then gives the records or an absence.
Message resolved(const Script& script, const Question& question, char resolver) {
  Message message;
  message.questions = {question};
  Question at = question;
  for (std::size_t links = 0; links < kMaxChain; ++links) {
    std::vector<ResourceRecord> found = records_of(script, at, resolver);
    message.answer.insert(message.answer.end(), found.begin(), found.end());
    if (!found.empty()) return message;
    const std::vector<ResourceRecord> alias = records_of(script, {at.name, RecordType::Cname}, resolver);
    if (alias.empty()) break;
    message.answer.push_back(alias.front());
    at.name = std::get<HostName>(alias.front().data).name;
  }
  const ScriptLine* line = first_line(script, at, resolver);
  if (line != nullptr && !keeps_records(*line) && line->how != "nodata" && line->how != "nxdomain") {
    message.rcode = kServfail;  // in some way, the end of the aliases fails
    return message;
  }
  const bool nowhere = line != nullptr ? line->how == "nxdomain" : !exists(script, at.name, resolver);
  if (nowhere) message.rcode = kNxdomain;
  message.authority = {soa_above(script, at.name, resolver)};
  return message;
}

void fail_message(Message& message, const ScriptLine& line) {
  const bool refused = line.how == "refused";
  if (line.how == "truncated") {
    message.truncated = true;
  } else if (line.how == "other") {
    message.questions.front().name = "elsewhere.example";
  } else if (line.how == "error") {
    std::string_view rest = line.data;
    const auto code = parse_number(take_word(rest), 0xFFFF);
    message.errors.push_back({static_cast<std::uint16_t>(code.value_or(0)), std::string(rest.substr(0, 300))});
    if (message.answer.empty()) message.rcode = code.value_or(0) % 2 == 0 ? kServfail : kNxdomain;
  } else if (refused || line.how == "servfail") {
    message.rcode = refused ? kRefused : kServfail;
    message.answer.clear();
    message.authority.clear();
  }
}

// A failure below the messages; returns false if there is none.
bool fail_answer(RawAnswer& answer, const ScriptLine& line) {
  answer.failure = failure_from_key(line.how).value_or(Failure::None);
  if (answer.failure != Failure::None) {
    answer.status = 0;
    return true;
  }
  if (line.how == "http") answer.status = static_cast<int>(parse_number(line.data, 999).value_or(500));
  if (line.how == "html") answer.content_type = "text/html";
  if (line.how == "html" || line.how == "http") answer.body = "<html>";
  if (line.how == "raw") answer.body = unescaped(line.data);
  if (line.how == "garbage") answer.body.assign(40, '\xFF');
  return line.how == "http" || line.how == "html" || line.how == "raw" || line.how == "garbage" || line.how == "empty";
}

}  // namespace

Script script_of(std::string_view text) {
  Script script;
  script.opening.now = parse_time(kNow);
  script.opening.subject = "abc.example";
  read_lines(grown(text, kMaxScript), script);
  const auto own = static_cast<std::ptrdiff_t>(script.lines.size());
  read_lines(kHealthy, script);
  std::for_each(script.lines.begin() + own, script.lines.end(), [](ScriptLine& line) { line.healthy = true; });
  return script;
}

RawAnswer answer_to(const Script& script, const Query& query, char resolver) {
  RawAnswer answer;
  answer.resolver.assign(1, resolver);
  answer.name = query.question.name;
  answer.type = query.question.type;
  answer.at = script.opening.now;
  answer.status = 200;
  answer.checking_disabled = query.checking_disabled;
  answer.content_type = resolver == 'a' ? "application/dns-message" : "application/dns-json";
  const ScriptLine* line = first_line(script, query.question, resolver);
  if (line != nullptr && fail_answer(answer, *line)) return answer;
  Message message = resolved(script, query.question, resolver);
  if (line != nullptr) fail_message(message, *line);
  answer.body = resolver == 'a' ? wire_of(message) : doh_json_of(message);
  return answer;
}

}  // namespace alimail::fuzz
