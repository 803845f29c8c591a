// Reads lines by their shape. The labels of nslookup, ping and tracert on Windows are in the language of the system, and a
// wrong code page may have garbled them: "Nom :    qiye.aliyun.com", "╚ь :     qiye.aliyun.com". The order of the lines,
// names, addresses, and the English end of a failure are the same in every language.
#include <algorithm>

#include "base/ascii.h"
#include "dns/record_type.h"
#include "pasted/reader.h"

namespace alimail {
namespace {

bool is_name_byte(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

// The last domain name in the line, or `wanted` if the line has it.
String name_in(std::string_view line, const String& wanted) {
  String last;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_name_byte(line[at])) continue;
    const std::size_t begin = at;
    while (at < line.size() && is_name_byte(line[at])) ++at;
    String name = pasted_name(line.substr(begin, at - begin));
    if (!name.empty() && (last.empty() || last != wanted)) last = std::move(name);
  }
  return last;
}

struct Ending {
  std::string_view text;
  Means means;
};

constexpr Ending kEndings[] = {
    {"Non-existent domain", Means::Nxdomain},
    {"NXDOMAIN", Means::Nxdomain},
    {"Server failed", Means::Servfail},
    {"SERVFAIL", Means::Servfail},
    {"Query refused", Means::Refused},
    {"REFUSED", Means::Refused},
    {"No response from server", Means::Timeout},
    {"Timed out", Means::Timeout},
    {"timed-out", Means::Timeout},
    {"No answer", Means::Nodata},
};

// "No address (A) records available for", with the type in parentheses in every language.
bool names_a_type(std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t close = line.find(')', std::min(open, line.size()));
  if (close == std::string_view::npos) return false;
  const std::string_view type = line.substr(open + 1, close - open - 1);
  return type == "A+AAAA" || type_from_name(type) != RecordType{0};
}

}  // namespace

bool PastedReader::read_shape(std::string_view line) {
  if (read_stars(line) || read_brackets(line) || read_label(line)) return true;
  const Tool tool = block_.command.tool;
  if (tool == Tool::Nslookup) {
    block_.listing = block_.listing || line.starts_with("---");
    const bool expects = !block_.server.empty() && block_.records.empty() && !block_.outcome;
    for (const std::string_view mark : {"-", " = ", "header flags", "AAAA address"}) {
      if (block_.listing && line.find(mark) < line.size()) return true;
    }
    return (block_.listing || expects) && line.ends_with(':');  // "Non-authoritative answer:"
  }
  // "At line:1 char:1", above the identifier of an error.
  if (tool == Tool::ResolveDnsName && block_.outcome) return line.find(':') < line.size() && is_digit(line.back());
  if (tool == Tool::Tracert && block_.command.prompted && block_.lines.size() == 1 && name_in(line, "").empty())
    return true;
  const String& asked = block_.command.asked.name;
  String name = name_in(line, asked);
  // What ping and tracert say in one of many languages about a name that they cannot look up.
  const bool pings = tool == Tool::Ping || tool == Tool::Tracert;
  if (pings && block_.records.empty() && !block_.outcome && !asked.empty() && name == asked) {
    return read_failed_words(asked, line);
  }
  if (!name.empty()) {
    named_ = std::move(name);
    named_index_ = index_;
  }
  return false;
}

// "*** UnKnown can't find mail.abc.com: Non-existent domain", "** server can't find mail.abc.com: NXDOMAIN"
bool PastedReader::read_stars(std::string_view line) {
  if (!line.starts_with("** ") && !line.starts_with("*** ")) return false;
  const String name = name_in(line, block_.command.asked.name);
  for (const Ending& ending : kEndings) {
    if (line.ends_with(ending.text)) return read_failure(ending.means, name, line);
  }
  const bool asked = !name.empty() && name == block_.command.asked.name;
  if (asked && names_a_type(line)) return read_failure(Means::Nodata, name, line);
  return block_.slow && read_failure(Means::Timeout, "", line);
}

// "Server:  UnKnown", "Nom :    qiye.aliyun.com" in an output of nslookup: the server, the name, then the aliases.
bool PastedReader::read_label(std::string_view line) {
  constexpr std::size_t kLongestLabel = 64;
  const std::size_t colon = line.find(": ");
  label_value_.clear();
  if (colon > kLongestLabel) return false;
  const std::string_view value = line.substr(colon + 2);
  if (value.empty() || value.find(' ') < value.size()) return false;
  if (block_.command.tool != Tool::Nslookup) {
    if (!padded_) return false;
    label_value_ = value;
    label_index_ = index_;
    return false;
  }
  if (block_.outcome) return false;
  if (block_.server.empty() && block_.records.empty()) return read_server(value);
  if (pasted_name(value).empty()) return false;
  return block_.records.empty() ? read_name(value) : read_alias(value);
}

// "Pinging qiye.aliyun.com [203.0.113.5] with 32 bytes of data:"
bool PastedReader::read_brackets(std::string_view line) {
  const std::size_t open = line.find(" [");
  const std::size_t close = line.find(']', std::min(open, line.size()));
  if (close == std::string_view::npos) return false;
  const Tool tool = block_.command.tool;
  const bool typed = (tool == Tool::Ping || tool == Tool::Tracert) && block_.records.empty();
  if (!typed && (!line.ends_with(':') || line.find(" 32", close) == std::string_view::npos)) return false;
  return read_ping(name_in(line.substr(0, open), ""), line.substr(open + 2, close - open - 2), line);
}

// resolvectl: "mail.abc.com: 203.0.113.5", more addresses, "(qiye.aliyun.com)". getent: "203.0.113.5 qiye.aliyun.com".
bool PastedReader::read_addresses(std::string_view line) {
  std::string_view rest = line;
  std::string_view first = take_word(rest);
  const bool getent = block_.command.tool == Tool::Getent;
  if (getent) {
    const String address = pasted_address(first);
    if (rest.starts_with("STREAM ")) take_word(rest);
    const String name = pasted_name(take_word(rest));
    if (!name.empty()) block_.owner = name;
    if (address.empty() || block_.owner.empty()) return false;
    add_address(block_, block_.owner, address);
    return true;
  }
  if (first.ends_with(':')) {
    const String name = pasted_name(first.substr(0, first.size() - 1));
    if (name.empty() || pasted_address(rest).empty()) return false;
    if (block_.command.tool != Tool::Resolvectl && block_.command.tool != Tool::SystemdResolve) {
      open_tool(Tool::Resolvectl);
      block_.loose = true;
    }
    block_.owner = name;
    first = take_word(rest);
  }
  if (block_.owner.empty() || !prints_records(block_.command.tool) || block_.headed) return false;
  if (first.starts_with('(')) {
    const String canonical = pasted_name(first.substr(1, first.find(')') - 1));
    if (canonical.empty()) return false;
    block_.aliases.push_back(block_.owner);
    block_.owner = canonical;
    for (ResourceRecord& record : block_.records) record.name = block_.owner;
    return true;
  }
  const String address = pasted_address(first);
  if (address.empty() || !(rest.empty() || rest.starts_with("-- "))) return false;
  add_address(block_, block_.owner, address);
  return true;
}

// The page of a browser names the host some lines above the code. The lines stay words, because they also say that the
// page does not open.
bool PastedReader::read_browser(std::string_view name, Outcome outcome) {
  constexpr std::size_t kFarthest = 8;
  String host = pasted_name(name);
  if (host.empty() && index_ - named_index_ <= kFarthest) host = named_;
  named_.clear();
  if (host.empty()) return false;
  open_tool(Tool::Browser);
  block_.command.asked = {host, RecordType::A};
  block_.outcome = outcome;
  block_.keeps_text = true;
  return true;
}

}  // namespace alimail
