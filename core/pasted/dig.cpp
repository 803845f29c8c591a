// Reads the output of dig: comments, records as in a zone file, and only values with +short.
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
  const std::string day(take_word(text));
  const std::string_view clock = take_word(text);
  std::string_view zone = take_word(text);
  if (month == std::string_view::npos || month % 3 != 0 || day.empty()) return 0;
  const std::string number = std::to_string(month / 3 + 101);
  const std::string date = std::string(text) + '-' + number.substr(1) + (day.size() == 1 ? "-0" : "-") + day + 'T' +
                           std::string(clock) + 'Z';
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

bool PastedReader::read_dig(std::string_view line) {
  if (const std::string_view banner = behind(line, "<<>> DiG "); line.starts_with("; <<>>") && !banner.empty()) {
    PastedCommand command;
    command.tool = kDig;
    std::string_view arguments = behind(banner, "<<>>");
    take_word(arguments);
    read_arguments(arguments, command);
    const bool typed = block_.command.tool == kDig && !block_.headed && block_.records.empty() && !block_.outcome;
    if (!typed) open(std::move(command));
    return true;
  }
  return line.front() == ';' ? read_dig_comment(line) : read_zone_line(line);
}

bool PastedReader::read_dig_comment(std::string_view line) {
  if (line.find(kHeader) < line.size()) {
    read_dig_header(line);
    return true;
  }
  if (line.starts_with(";; Got answer")) return true;
  if (block_.command.tool != kDig || behind(line, "no servers could be reached").data() != nullptr) return false;
  if (line.starts_with(";; Received ")) return read_received(line);
  if (const std::string_view count = behind(line, "ANSWER: "); line.starts_with(";; flags:") && !count.empty()) {
    std::string_view digits = count;
    block_.count = take_number(digits, 0xFFFF);
  } else if (line.ends_with(" SECTION:") && line.size() > 4) {
    block_.section = line.starts_with(";; AU") ? 'U' : line[3];
  } else if (line.starts_with(";; SERVER: ")) {
    block_.server = pasted_address(behind(line, "SERVER: "));
  } else if (line.starts_with(";; WHEN: ")) {
    block_.at = pasted_time(behind(line, "WHEN: "));
  } else if (line.starts_with("; EDE: ")) {
    for (ExtendedError& error : read_opt_text_errors(line)) block_.errors.push_back(std::move(error));
  } else if (block_.section == 'Q') {
    std::string_view question = line.substr(1);
    std::string name = pasted_name(take_word(question));
    const bool internet = take_word(question) == "IN";
    if (name.empty() || !internet || type_from_name(question) == RecordType{0}) return true;
    block_.command.asked = {std::move(name), type_from_name(question)};
    block_.section = '?';
    return true;
  }
  if (block_.section != ' ' && block_.section != 'Q') block_.whole = true;
  return true;
}

void PastedReader::read_dig_header(std::string_view line) {
  if (block_.command.tool != kDig || block_.headed) {
    PastedCommand next;
    next.tool = kDig;
    if (block_.command.tool == kDig) next.server = block_.command.server;  // dig a.com b.com @8.8.8.8
    open(std::move(next));
  }
  block_.headed = true;
  const std::string_view status = behind(line, "status: ");
  const std::string_view word = status.substr(0, status.find(','));
  if (word == "NXDOMAIN") block_.outcome = Outcome::Nxdomain;
  if (word == "SERVFAIL") block_.outcome = Outcome::Servfail;
  if (word == "REFUSED") block_.outcome = Outcome::Refused;
}

// A "Received" line ends a step of +trace and names the server that sent the answer.
bool PastedReader::read_received(std::string_view line) {
  if (!block_.command.trace || block_.records.empty()) return true;
  block_.command.server = pasted_address(behind(line, " from "));
  block_.loose = false;
  block_.command.trace = false;
  return true;
}

// Reads a line such as "mail.abc.com. 600 IN CNAME qiye.aliyun.com."
bool PastedReader::read_zone_line(std::string_view line) {
  const std::string_view first = take_word(line);
  const std::optional<std::uint64_t> ttl = parse_number(take_word(line), UINT32_MAX);
  if (!ttl || take_word(line) != "IN") return false;
  const RecordType type = type_from_name(take_word(line));
  if (type == RecordType{0} || line.empty()) return false;
  const std::string owner = pasted_name(first);
  if (block_.command.tool != kDig) {
    if (owner.empty()) return false;
    open_tool(kDig);
    block_.loose = true;
    block_.command.trace = true;
  }
  if (block_.section == 'U' && type == RecordType::Soa) {
    Result<Rdata> soa = parse_rdata(type, line);
    if (soa) block_.authority.push_back({owner, type, sane_ttl(*ttl), std::move(soa.value())});
  }
  const bool plain = block_.section == ' ' && !block_.headed;
  // The steps of +trace list the servers of each parent zone.
  const bool step = block_.command.trace && (type == RecordType::Ns || type == RecordType::Soa);
  if (block_.section == 'A' || (plain && !step)) add_record(block_, owner, type, sane_ttl(*ttl), line);
  return true;
}

// The aliases come first. Each one is the owner of the line after it.
bool PastedReader::read_short(std::string_view line) {
  Question& asked = block_.command.asked;
  if (asked.name.empty()) return false;
  const std::size_t before = block_.records.size();
  std::string& owner = block_.owner;
  if (owner.empty()) owner = asked.name;
  if (asked.type == RecordType{0}) asked.type = RecordType::A;
  std::string name = pasted_name(line);
  const bool ends = name.empty() || asked.type == RecordType::Ns;
  add_record(block_, owner, ends ? asked.type : RecordType::Cname, 0, line);
  if (!ends) owner = std::move(name);
  return block_.records.size() > before;
}

}  // namespace alimail
