// Reads lines that hold one record: those of a zone file, as dig and its kin print them, and the tables of dog, doggo and
// q:
//   dig        mail.abc.com. 600 IN CNAME qiye.aliyun.com.
//   dog        CNAME mail.abc.com. 10m00s   "qiye.aliyun.com."
//   doggo      mail.abc.com. CNAME IN 600s qiye.aliyun.com. 192.168.1.1:53
//   q          mail.abc.com. 10m0s CNAME qiye.aliyun.com.
//   resolvectl mail.abc.com IN CNAME qiye.aliyun.com -- link: eth0
#include <algorithm>

#include "base/digits.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "pasted/reader.h"

namespace alimail {
namespace {

// Seconds, or "1h10m0s".
std::optional<std::uint64_t> duration(std::string_view word) {
  std::uint64_t seconds = 0;
  while (!word.empty()) {
    const std::optional<std::uint64_t> number = take_number(word, UINT32_MAX);
    if (!number) return std::nullopt;
    constexpr std::string_view kUnits = "smhdw";
    constexpr std::uint64_t kSeconds[] = {1, 60, 3600, 86400, 604800};
    const std::size_t unit = word.empty() ? 0 : kUnits.find(word.front());
    if (unit == std::string_view::npos) return std::nullopt;
    if (!word.empty()) word.remove_prefix(1);
    seconds += *number * kSeconds[unit];
  }
  return seconds;
}

struct Fields {
  Tool tool = Tool::None;  // if only one tool prints such a line
  std::string_view owner;
  RecordType type{0};
  std::optional<std::uint64_t> ttl;
  bool internet = false;  // IN
  std::string_view data;
};

bool take_ttl(Fields& fields) {
  std::string_view rest = fields.data;
  const std::optional<std::uint64_t> ttl = duration(take_word(rest));
  if (!ttl) return false;
  fields.ttl = ttl;
  fields.data = rest;
  return true;
}

bool take_class(Fields& fields) {
  if (!fields.data.starts_with("IN ")) return false;
  take_word(fields.data);
  return fields.internet = true;
}

// The type is 0 if the line holds no record.
Fields fields_of(std::string_view line) {
  Fields fields;
  fields.data = line;
  fields.owner = take_word(fields.data);
  if (fields.owner.find('.') == std::string_view::npos) {
    const RecordType type = type_from_name(fields.owner);
    fields.owner = take_word(fields.data);
    fields.tool = Tool::Dog;
    if (fields.owner.ends_with('.') && take_ttl(fields)) fields.type = type;
    return fields;
  }
  const bool timed = take_ttl(fields);
  const std::string_view read = line.substr(0, line.size() - std::min(line.size(), fields.data.size()));
  const std::size_t last = read.find_last_not_of(" \t");
  const bool units = timed && last != std::string_view::npos && read[last] == 's';
  take_class(fields);
  const RecordType type = type_from_name(take_word(fields.data));
  if (!timed && !fields.internet) {
    fields.tool = Tool::Doggo;
    if (!take_class(fields) || !take_ttl(fields)) return fields;
  } else if (!fields.internet) {
    if (units) fields.tool = Tool::Q;
  } else if (!timed) {
    fields.tool = Tool::Resolvectl;
  }
  fields.type = type;
  return fields;
}

void erase_last_word(std::string_view& text) {
  text = text.substr(0, std::min(text.rfind(' '), text.size()));
}

}  // namespace

// dig +multiline breaks long records (SOA, RRSIG) into several lines, until ")". They are not read.
bool PastedReader::read_dig_record(std::string_view line) {
  if (block_.broken) {
    block_.broken = line.substr(0, line.find(';')).find(')') == std::string_view::npos;  // "3600 ; refresh (1 hour)"
    return true;
  }
  block_.broken = line.ends_with(" (") && fields_of(line).type != RecordType{0};
  return block_.broken || read_record_line(line);
}

bool PastedReader::read_record_line(std::string_view line) {
  Fields fields = fields_of(line);
  const String owner = pasted_name(fields.owner);
  if (fields.type == RecordType{0} || fields.data.empty()) return false;
  if (!prints_records(block_.command.tool)) {
    const bool named = fields.tool != Tool::Resolvectl && fields.tool != Tool::None;
    if (owner.empty() || (!named && !fields.internet)) return false;
    open_tool(fields.tool == Tool::None ? Tool::Dig : fields.tool);
    block_.loose = !named;
    block_.command.trace = fields.tool == Tool::None;
  }
  add_fields(owner, fields.type, sane_ttl(fields.ttl.value_or(0)), fields.data);
  return true;
}

void PastedReader::add_fields(const String& owner, RecordType type, std::uint32_t ttl, std::string_view data) {
  const Tool tool = block_.command.tool;
  const RecordType asked = block_.command.asked.type;
  bool counts = block_.section == 'A' || (block_.section == ' ' && !block_.headed);
  if (block_.command.trace) {
    const bool referral = type == RecordType::Ns || type == RecordType::Soa;
    counts = !referral && (type == RecordType::Cname || type == asked || asked == RecordType{0});
  }
  String text(data.substr(0, data.find(" -- link: ")));
  if (tool == Tool::Doggo) {
    std::string_view rest = text;
    if (const std::optional<Outcome> status = outcome_of_status(rest.substr(rest.rfind(' ') + 1))) {
      block_.outcome = status;
      erase_last_word(rest);
    }
    block_.server = pasted_address(rest.substr(rest.rfind(' ') + 1));
    erase_last_word(rest);
    text = String(rest);
  }
  const bool dog = tool == Tool::Dog;
  const bool elsewhere = dog && (text.starts_with("A ") || text.starts_with("+ "));
  if (dog && type != RecordType::Txt) {
    for (std::size_t quote = 0; (quote = text.find('"')) < text.size();) text.erase(quote, 1);
  }
  const bool instead = type == RecordType::Soa && asked != type && (elsewhere || tool == Tool::Doggo);
  if (instead && dog && !block_.outcome) block_.outcome = Outcome::Nodata;  // doggo's line may be cut before its status
  if (block_.section == 'U' && type == RecordType::Soa) {
    Result<Rdata> soa = parse_rdata(type, text);
    if (soa) block_.authority.push_back({owner, type, ttl, std::move(soa.value())});
  }
  if (counts && !elsewhere && !instead) add_record(block_, owner, type, ttl, text);
}

}  // namespace alimail
