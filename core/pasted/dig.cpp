// Reads the comments of dig, kdig, drill and host -v, and the values of +short. records.cpp reads the records.
#include <algorithm>

#include "base/digits.h"
#include "base/timestamp.h"
#include "dns/extended_error_text.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "pasted/reader.h"

namespace alimail {
namespace {

// Reads dig's WHEN: "Thu Nov 26 05:26:13 UTC 2026". Returns 0 if the time zone is not UTC, GMT or a number of hours.
std::int64_t pasted_time(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  take_word(text);
  const std::size_t month = kMonths.find(take_word(text));
  const String day(take_word(text));
  const std::string_view clock = take_word(text);
  std::string_view zone = take_word(text);
  if (month == std::string_view::npos || month % 3 != 0 || day.empty()) return 0;
  const String number = to_string(month / 3 + 101);
  const String date =
      String(text) + '-' + number.substr(1) + (day.size() == 1 ? "-0" : "-") + day + 'T' + String(clock) + 'Z';
  const std::int64_t local = parse_time(date);
  if (local == 0 || zone == "UTC" || zone == "GMT") return local;
  const bool west = zone.starts_with('-');
  if (!west && !zone.starts_with('+')) return 0;
  zone.remove_prefix(1);
  const std::optional<std::uint64_t> hours = parse_number(zone.substr(0, 2), 14);
  if (!hours || (zone.size() > 2 && zone.substr(2) != "00")) return 0;
  const std::int64_t seconds = static_cast<std::int64_t>(*hours) * 3600;
  return west ? local + seconds : local - seconds;
}

constexpr std::string_view kHeader = "->>HEADER<<-";

// The text after `mark`, or "" if the line does not contain `mark`.
std::string_view behind(std::string_view line, std::string_view mark) {
  const std::size_t at = line.find(mark);
  return at == std::string_view::npos ? std::string_view() : line.substr(at + mark.size());
}

}  // namespace

std::optional<Outcome> outcome_of_status(std::string_view status) {
  if (status == "NXDOMAIN") return Outcome::Nxdomain;
  if (status == "SERVFAIL") return Outcome::Servfail;
  if (status == "REFUSED") return Outcome::Refused;
  return std::nullopt;
}

bool PastedReader::read_dig(std::string_view line) {
  if (const std::string_view banner = behind(line, "<<>> DiG "); line.starts_with("; <<>>") && !banner.empty()) {
    PastedCommand command;
    command.tool = Tool::Dig;
    std::string_view arguments = behind(banner, "<<>>");
    take_word(arguments);
    read_arguments(arguments, command);
    const bool typed = block_.command.tool == Tool::Dig && !block_.headed && block_.records.empty() && !block_.outcome;
    if (!typed) open(std::move(command));
    return true;
  }
  if (line.front() == ';') return read_dig_comment(line);
  return read_received(line) || read_dig_record(line);
}

bool PastedReader::read_dig_comment(std::string_view line) {
  if (line.find(kHeader) < line.size()) return read_dig_header(line);
  if (line.starts_with(";; Got answer")) return true;
  const bool fails = line.starts_with(";; ERROR") || line.find("no servers could be reached") < line.size();
  if (fails || !prints_records(block_.command.tool)) return false;
  if (read_received(line.substr(std::min(line.find_first_not_of("; "), line.size())))) return true;
  std::string_view count = behind(line, "ANSWER: ");
  if (line.starts_with(";; flags:") || line.starts_with(";; Flags:")) {
    block_.headed = line.find(" qr ") < line.size();  // false for the question that dig +qr prints first
    if (block_.headed) block_.count = take_number(count, 0xFFFF);
  } else if (line.ends_with(" SECTION:") && line.size() > 5) {
    block_.section = line.starts_with(";; AU") ? 'U' : line[line.starts_with(";; AD") ? 4 : 3];
  } else if (line.starts_with(";; SERVER: ") || line.starts_with(";; From ")) {
    block_.server = pasted_address(line.substr(line.find(' ', 3) + 1));
  } else if (line.starts_with(";; WHEN: ")) {
    block_.at = pasted_time(behind(line, "WHEN: "));
  } else if (line.starts_with("; EDE: ")) {
    for (ExtendedError& error : read_opt_text_errors(line)) block_.errors.push_back(std::move(error));
  } else if (block_.section == 'Q') {
    std::string_view question = line.substr(std::min(line.find_first_not_of("; "), line.size()));
    String name = pasted_name(take_word(question));
    const bool internet = take_word(question) == "IN";
    if (name.empty() || !internet || type_from_name(question) == RecordType{0}) return true;
    block_.command.asked = {std::move(name), type_from_name(question)};
    block_.command.several = false;
    block_.section = '?';
    return true;
  }
  if (block_.section != ' ' && block_.section != 'Q') block_.whole = true;
  return true;
}

bool PastedReader::read_dig_header(std::string_view line) {
  const bool known = prints_records(block_.command.tool);
  if (!known || block_.headed) {
    PastedCommand next;
    next.tool = known ? block_.command.tool : line.find("; status") < line.size() ? Tool::Kdig : Tool::Dig;
    if (!known && line.find("rcode:") < line.size()) next.tool = Tool::Drill;
    if (known) next.server = block_.command.server;  // dig a.com b.com @8.8.8.8
    open(std::move(next));
  }
  block_.headed = true;
  block_.whole = false;
  block_.section = ' ';
  block_.outcome.reset();
  std::string_view status = behind(line, "status: ");
  if (status.empty()) status = behind(line, "rcode: ");
  status = status.substr(0, status.find_first_of(",;"));
  if (status != "NOERROR" && !status.empty()) {
    block_.outcome = outcome_of_status(status).value_or(Outcome::OtherRcode);
  }
  return true;
}

// "Received 85 bytes from 192.0.2.30#53": the end of an answer of host -v, or of a step of dig +trace. A step without
// the records that were asked for only refers to other servers.
bool PastedReader::read_received(std::string_view line) {
  const String address = line.starts_with("Received ") ? pasted_address(behind(line, " from ")) : String();
  if (address.empty() || !prints_records(block_.command.tool)) return false;
  if (!block_.command.trace) block_.server = address;
  if (!block_.command.trace || block_.records.empty()) return true;
  block_.command.server = address;
  block_.command.trace = false;
  block_.loose = false;
  return true;
}

// The aliases come first. Each one is the owner of the line after it.
bool PastedReader::read_short(std::string_view line) {
  Question& asked = block_.command.asked;
  if (asked.name.empty()) return false;
  if (block_.command.several) return true;  // nobody can tell whose values they are
  if (const std::size_t from = line.find(" from server "); from < line.size()) {
    block_.server = pasted_address(line.substr(from + 13));
    line = line.substr(0, from);
  }
  const std::size_t before = block_.records.size();
  String& owner = block_.owner;
  if (owner.empty()) owner = asked.name;
  if (asked.type == RecordType{0}) asked.type = RecordType::A;
  String name = pasted_name(line);
  const bool ends = name.empty() || asked.type == RecordType::Ns;
  if (ends && asked.type == RecordType::Txt && !line.starts_with('"')) return false;
  add_record(block_, owner, ends ? asked.type : RecordType::Cname, 0, line);
  if (!ends) owner = std::move(name);
  return block_.records.size() > before;
}

}  // namespace alimail
