#include "pasted/reader.h"

#include <algorithm>

#include "base/digits.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

// A prompt without a command: C:\Users\wang>, wang@mac ~ %.
bool is_empty_prompt(std::string_view line) {
  constexpr std::string_view kPrompts = ">$#%";
  return line.size() < 100 && kPrompts.find(line.back()) != std::string_view::npos;
}

Outcome outcome_of(Means means) {
  switch (means) {
    case Means::Nxdomain: return Outcome::Nxdomain;
    case Means::Nodata: return Outcome::Nodata;
    case Means::Servfail: return Outcome::Servfail;
    case Means::Refused: return Outcome::Refused;
    case Means::Timeout: return Outcome::Timeout;
    default: return Outcome::Unreadable;
  }
}

RecordType type_of_address(std::string_view address) {
  return address.find(':') == std::string_view::npos ? RecordType::A : RecordType::Aaaa;
}

}  // namespace

// Lines directly before an output that belong to it ("DNS request timed out.") become part of the new block.
void PastedReader::open(PastedCommand command) {
  std::vector<std::size_t> before;
  if (block_.command.tool.empty()) before = std::move(block_.lines);
  close();
  block_.command = std::move(command);
  block_.lines = std::move(before);
}

void PastedReader::open_tool(std::string_view tool) {
  PastedCommand command;
  command.tool = tool;
  open(std::move(command));
}

void PastedReader::finish() {
  close();
  if (!answers.empty()) lines.insert(lines.end(), asides_.begin(), asides_.end());
}

void PastedReader::close() {
  if (block_.command.tool.empty()) return block_.lines.clear();
  std::vector<std::size_t> own;
  own.swap(block_.lines);
  const bool session = block_.command.tool == kNslookup;
  bool any = false;
  for (PastedAnswer& answer : answers_of(std::move(block_))) {
    any = true;
    const bool known = std::any_of(answers.begin(), answers.end(),
                                   [&](const PastedAnswer& each) { return each.answer == answer.answer; });
    if (!known && answers.size() < kMaxPastedAnswers) answers.push_back(std::move(answer));
  }
  std::vector<std::size_t>& kept = any ? lines : asides_;
  if (any || session) kept.insert(kept.end(), own.begin(), own.end());
  block_ = {};
}

void PastedReader::read(std::string_view raw, std::size_t index) {
  constexpr std::size_t kShortestOpening = 4;  // a name typed in nslookup: q.cn
  if (block_.command.tool.empty() && raw.size() < kShortestOpening) return;
  const std::string line = plain_line(raw);
  if (line.empty() || (block_.command.tool.empty() && line.size() < kShortestOpening)) return;
  const bool own = read_prompt(raw, line) || read_dig(line) || read_form(line) || read_value(line);
  if (!own) return close();
  block_.lines.push_back(index);
}

bool PastedReader::read_prompt(std::string_view raw, std::string_view line) {
  PastedCommand command;
  if (read_command(line, command)) {
    session_ = {};
    if (command.tool == kNslookup) session_ = command;
    open(std::move(command));
    return true;
  }
  if (!block_.command.tool.empty() && is_empty_prompt(line)) {
    block_.ended = true;
    return true;
  }
  const bool behind_sign = raw.substr(0, raw.find_first_not_of(" \t>")).find('>') != std::string_view::npos;
  return behind_sign && !block_.command.bare && read_typed(line);
}

// Reads what a person typed in an interactive nslookup: a name or a setting.
bool PastedReader::read_typed(std::string_view line) {
  const std::string word = lower(take_word(line));
  PastedCommand next = session_;
  next.tool = kNslookup;
  next.asked.name = pasted_name(word);
  // In a mail that quotes an output, every line begins with '>', as after a prompt of nslookup. A name inside an output
  // is therefore not a typed one.
  const bool inside = block_.awaits == Awaits::Aliases ||
                      (block_.command.tool == kNslookup && !block_.greeting && !block_.server.empty() &&
                       block_.owner.empty() && block_.records.empty() && !block_.outcome);
  const bool asks = !next.asked.name.empty() && line.empty() && !inside;
  if (!asks && word != "set" && word != "server" && word != "exit") return false;
  if (word == "server") next.server = take_word(line);
  if (const std::size_t equals = line.find('='); word == "set" && equals != std::string_view::npos) {
    line.remove_prefix(std::min(line.find_first_not_of("= ", equals), line.size()));
    next.asked.type = type_from_name(line);
  }
  session_ = next;
  block_.ended = true;
  open(std::move(next));
  return true;
}

bool PastedReader::read_form(std::string_view line) {
  Places places;
  const LineForm* form = form_of(words_, line, places);
  if (form == nullptr) return false;
  const Awaits awaited = block_.awaits;
  block_.awaits = Awaits::Nothing;
  switch (form->means) {
    case Means::Server: return read_server(places.data);
    case Means::DefaultServer: read_server(places.data); return block_.greeting = true;
    case Means::Address: return read_address(places.data, awaited);
    case Means::Name: return read_name(places.data);
    case Means::Aliases: return read_alias(places.name);
    case Means::Record:
    case Means::Text: return read_record(*form, places);
    case Means::Nxdomain:
    case Means::Nodata:
    case Means::Servfail:
    case Means::Refused:
    case Means::Timeout:
    case Means::Failed: return read_failure(form->means, places);
    case Means::Id: return read_error_id(places.data);
    case Means::Ping: return read_ping(places);
    case Means::QueryType:
    case Means::Ttl:
    case Means::Section:
    case Means::Data:
    case Means::Preference: return read_listed(form->means, places.data);
    case Means::NegativeTtl: return read_negative_ttl(places.data);
    case Means::Noise: return true;
  }
  return false;
}

bool PastedReader::read_server(std::string_view server) {
  const bool untouched = block_.server.empty() && block_.records.empty() && !block_.outcome;
  if (block_.command.tool != kNslookup || !untouched) {
    PastedCommand next = session_;
    next.tool = kNslookup;
    next.asked.name.clear();
    open(std::move(next));
  }
  block_.server = server;
  block_.awaits = Awaits::ServerAddress;
  return true;
}

bool PastedReader::read_address(std::string_view data, Awaits awaited) {
  const std::string address = pasted_address(data);
  if (address.empty()) return false;
  if (awaited == Awaits::ServerAddress || block_.command.tool == "host") {
    block_.server = address;
    return true;
  }
  if (block_.command.tool != kNslookup || block_.owner.empty()) return false;
  add_record(block_, block_.owner, type_of_address(address), 0, address);
  block_.awaits = Awaits::Addresses;
  return true;
}

// In a block of nslookup whose server or command was read, this is the name of an answer. Otherwise it may begin a
// record in PowerShell's list form.
bool PastedReader::read_name(std::string_view data) {
  if (block_.command.tool == "host") return true;  // this is the name of the chosen server
  const std::string name = pasted_name(data);
  if (name.empty()) return false;
  if (block_.command.tool != kNslookup && block_.command.tool != kResolveDnsName) open_tool(kResolveDnsName);
  block_.owner = name;
  block_.listed = {name, RecordType{0}, 0, {}};
  return true;
}

bool PastedReader::read_alias(std::string_view data) {
  if (block_.command.tool != kNslookup || block_.owner.empty()) return false;
  block_.aliases.push_back(pasted_name(data));
  block_.awaits = Awaits::Aliases;
  return true;
}

bool PastedReader::read_record(const LineForm& form, const Places& places) {
  if (block_.command.tool.empty()) block_.command.tool = form.form.find('=') < form.form.size() ? kNslookup : "host";
  if (form.means == Means::Text) {
    block_.owner = pasted_name(places.name);
    block_.awaits = Awaits::Text;
    return true;
  }
  std::string data(places.data);
  if (!places.preference.empty()) data = std::string(places.preference) + ' ' + data;
  add_record(block_, places.name, form.type, 0, data);
  return true;
}

bool PastedReader::read_ping(const Places& places) {
  const std::string address = pasted_address(places.data);
  if (address.empty()) return false;
  if (block_.command.tool != "ping" || !block_.records.empty()) open_tool("ping");
  add_record(block_, places.name, type_of_address(address), 0, address);
  return true;
}

bool PastedReader::read_failure(Means means, const Places& places) {
  const std::string name = pasted_name(places.name);
  const bool about_other = !name.empty() && block_.outcome && block_.command.asked.name != name;
  if (block_.command.tool.empty() || about_other) {
    if (name.empty()) return false;
    open_tool(places.server.empty() ? "ping" : kNslookup);
  }
  block_.outcome = outcome_of(means);
  if (block_.command.asked.name.empty() && block_.records.empty()) block_.command.asked.name = name;
  return true;
}

// The last line of the SOA that nslookup on Windows prints if the name has no record of the type.
bool PastedReader::read_negative_ttl(std::string_view data) {
  Question& asked = block_.command.asked;
  if (block_.command.tool != kNslookup || asked.name.empty()) return false;
  if (asked.type == RecordType{0} || asked.type == RecordType::Soa) return true;
  const auto seconds = static_cast<std::uint32_t>(take_number(data, kMaxTtl).value_or(0));
  StartOfAuthority soa;
  soa.minimum = seconds;
  block_.authority.push_back({asked.name, RecordType::Soa, seconds, std::move(soa)});
  block_.outcome = Outcome::Nodata;
  return true;
}

bool PastedReader::read_value(std::string_view line) {
  if (block_.command.bare) return read_short(line);
  switch (block_.awaits) {
    case Awaits::Addresses: {
      const std::string address = line.find(' ') < line.size() ? "" : pasted_address(line);
      if (address.empty()) break;
      add_record(block_, block_.owner, type_of_address(address), 0, address);
      return true;
    }
    case Awaits::Aliases:
      if (pasted_name(line).empty()) break;
      block_.aliases.push_back(pasted_name(line));
      return true;
    case Awaits::Text:
    case Awaits::MoreText: {
      if (line.front() != '"') break;
      const Result<Rdata> text = parse_rdata(RecordType::Txt, line);
      const auto* added = text ? std::get_if<CharacterStrings>(&text.value()) : nullptr;
      if (added == nullptr) return false;
      if (block_.awaits == Awaits::Text) {
        add_record(block_, block_.owner, RecordType::Txt, 0, line);
      } else if (auto* last =
                     block_.records.empty() ? nullptr : std::get_if<CharacterStrings>(&block_.records.back().data)) {
        last->strings.insert(last->strings.end(), added->strings.begin(), added->strings.end());
      }
      block_.awaits = Awaits::MoreText;
      return true;
    }
    case Awaits::Nothing:
    case Awaits::ServerAddress: break;
  }
  if (read_table_line(line)) return true;
  // The name above the SOA that is printed instead of an answer.
  std::string name = block_.command.tool == kNslookup && block_.records.empty() ? pasted_name(line) : std::string();
  if (name.empty()) return false;
  if (block_.command.asked.name.empty()) block_.command.asked.name = std::move(name);
  return true;
}

}  // namespace alimail
