// Reads the lines whose forms are in words.json, and values that are alone on their lines below them.
#include "base/digits.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "pasted/reader.h"

namespace alimail {
namespace {

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

}  // namespace

bool PastedReader::read_form(std::string_view line) {
  Places places;
  const LineForm* form = form_of(words_, line, places);
  if (form == nullptr) return false;
  const Awaits awaited = block_.awaits;
  block_.awaits = Awaits::Nothing;
  switch (form->means) {
    case Means::Server: return read_server(places.data);
    case Means::DefaultServer: read_server(places.data); return block_.greeting = true;
    case Means::Slow: return block_.slow = true;
    case Means::Confirms: block_.loose = false; return true;
    case Means::HostServer:
      if (block_.command.tool != Tool::Host) open_tool(Tool::Host);
      return true;
    case Means::Browser: return read_browser(places.name, Outcome::Unreadable);
    case Means::BrowserNxdomain: return read_browser("", Outcome::Nxdomain);
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
    case Means::Failed: return read_failure(form->means, places.name, line);
    case Means::FailedWords: return read_failed_words(places.name, line);
    case Means::Id: return read_error_id(places.data);
    case Means::Ping: return read_ping(places.name, places.data, line);
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
  const bool typed = block_.command.tool == Tool::Nslookup && untouched;
  if (!typed) {
    PastedCommand next = session_;
    next.tool = Tool::Nslookup;
    next.asked.name.clear();
    open(std::move(next));
  }
  block_.greeting = typed && block_.command.asked.name.empty() && !block_.command.reverse;
  block_.server = server;
  block_.awaits = Awaits::ServerAddress;
  return true;
}

bool PastedReader::read_address(std::string_view data, Awaits awaited) {
  const String address = pasted_address(data);
  if (address.empty()) return false;
  const bool of_host = block_.command.tool == Tool::Host;  // prints its server only if the person chose it
  if (of_host) block_.command.server = address;
  if (of_host || awaited == Awaits::ServerAddress) {
    block_.server = address;
    return true;
  }
  constexpr std::size_t kNextLine = 2;  // an empty line may be between
  if (block_.command.tool != Tool::Nslookup && !label_value_.empty() && index_ - label_index_ <= kNextLine) {
    const std::size_t index = label_index_;
    read_server(label_value_);
    block_.lines.push_back(index);
    block_.server = address;
    block_.awaits = Awaits::Nothing;
    return true;
  }
  if (block_.command.tool != Tool::Nslookup || block_.owner.empty()) return false;
  add_address(block_, block_.owner, address);
  block_.awaits = Awaits::Addresses;
  return true;
}

// In a block of nslookup whose server or command was read, this is the name of an answer. Otherwise it may begin a
// record in PowerShell's list form.
bool PastedReader::read_name(std::string_view data) {
  if (block_.command.tool == Tool::Host) return true;  // this is the name of the chosen server
  const String name = pasted_name(data);
  if (name.empty()) return false;
  if (block_.command.tool != Tool::Nslookup && block_.command.tool != Tool::ResolveDnsName)
    open_tool(Tool::ResolveDnsName);
  block_.owner = name;
  block_.listed = {name, RecordType{0}, 0, {}};
  return true;
}

bool PastedReader::read_alias(std::string_view data) {
  if (block_.command.tool != Tool::Nslookup || block_.owner.empty()) return false;
  block_.aliases.push_back(pasted_name(data));
  block_.awaits = Awaits::Aliases;
  return true;
}

bool PastedReader::read_record(const LineForm& form, const Places& places) {
  if (block_.command.tool == Tool::None)
    block_.command.tool = form.form.find('=') < form.form.size() ? Tool::Nslookup : Tool::Host;
  if (form.means == Means::Text) {
    block_.owner = pasted_name(places.name);
    block_.awaits = Awaits::Text;
    return true;
  }
  String data(places.data);
  if (!places.preference.empty()) data = String(places.preference) + ' ' + data;
  add_record(block_, places.name, form.type, 0, data);
  return true;
}

bool PastedReader::read_ping(std::string_view name, std::string_view data, std::string_view line) {
  const String address = pasted_address(data);
  if (address.empty()) return false;
  const bool typed =
      block_.command.tool != Tool::None && !prints_records(block_.command.tool) && block_.records.empty();
  const Tool tool = tool_of(take_word(line));
  if (!typed) open_tool(tool == Tool::None ? Tool::Ping : tool);
  add_address(block_, name, address);
  return true;
}

bool PastedReader::read_failure(Means means, std::string_view text, std::string_view line) {
  const String name = pasted_name(text);
  const bool about_other = !name.empty() && block_.outcome && block_.command.asked.name != name;
  if (block_.command.tool == Tool::None || about_other) {
    if (name.empty()) return false;
    const Tool tool = tool_of(take_word(line));
    const bool resolved = line.find('\'') < line.size() || line.starts_with("resolve call");
    open_tool(tool != Tool::None ? tool : resolved ? Tool::Resolvectl : Tool::Ping);
  }
  block_.outcome = outcome_of(means);
  if (block_.command.asked.name.empty() && block_.records.empty()) block_.command.asked.name = name;
  return true;
}

bool PastedReader::read_failed_words(std::string_view name, std::string_view line) {
  const bool read = read_failure(Means::Failed, name, line);
  block_.keeps_text = read;
  return read;
}

// The last line of the SOA that nslookup on Windows prints if the name has no record of the type.
bool PastedReader::read_negative_ttl(std::string_view data) {
  Question& asked = block_.command.asked;
  if (block_.command.tool != Tool::Nslookup || asked.name.empty()) return false;
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
      const String address = line.find(' ') < line.size() ? "" : pasted_address(line);
      if (address.empty()) break;
      add_address(block_, block_.owner, address);
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
  if (read_table_line(line) || read_addresses(line)) return true;
  // The name above the SOA that is printed instead of an answer.
  String name = block_.command.tool == Tool::Nslookup && block_.records.empty() ? pasted_name(line) : String();
  if (name.empty()) return false;
  if (block_.command.asked.name.empty()) block_.command.asked.name = std::move(name);
  return true;
}

}  // namespace alimail
