// Reads the output of Resolve-DnsName: a table, a list of properties, or an error with an identifier.
#include "base/digits.h"
#include "dns/rdata.h"
#include "dns/record_type.h"
#include "names/domain_name.h"
#include "pasted/reader.h"

namespace alimail {

// The same in every language: "+ FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient..."
bool PastedReader::read_error_id(std::string_view data) {
  struct Id {
    std::string_view begin;
    Outcome outcome;
  };
  constexpr Id kIds[] = {{"DNS_ERROR_RCODE_NAME_ERROR", Outcome::Nxdomain},
                         {"DNS_ERROR_RCODE_SERVER_FAILURE", Outcome::Servfail},
                         {"DNS_ERROR_RCODE_REFUSED", Outcome::Refused},
                         {"DNS_INFO_NO_RECORDS", Outcome::Nodata},
                         {"ERROR_TIMEOUT", Outcome::Timeout}};
  if (!block_.outcome) return false;
  for (const Id& id : kIds) {
    if (data.starts_with(id.begin)) block_.outcome = id.outcome;
  }
  return true;
}

// PowerShell's list form, with one property per line.
bool PastedReader::read_listed(Means means, std::string_view data) {
  ResourceRecord& listed = block_.listed;
  if (block_.command.tool != Tool::ResolveDnsName || listed.name.empty()) return false;
  if (means == Means::QueryType) listed.type = type_from_name(data);
  if (means == Means::Ttl) listed.ttl = sane_ttl(parse_number(data, kMaxTtl).value_or(0));
  if (means == Means::Section && data != "Answer") listed.type = RecordType{0};
  if (means == Means::Preference && !block_.records.empty()) {
    auto* last = std::get_if<MailExchange>(&block_.records.back().data);
    if (last != nullptr) last->preference = static_cast<std::uint16_t>(parse_number(data, 0xFFFF).value_or(0));
  }
  if (means != Means::Data || listed.type == RecordType{0}) return true;
  String text(data);
  if (listed.type == RecordType::Mx) text = "0 " + text;
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  add_record(block_, listed.name, listed.type, listed.ttl, text);
  return true;
}

// PowerShell's table form: "abc.com MX 600 Answer mx1.qiye.aliyun.com 5". Text that does not fit into a column
// continues on the next line.
bool PastedReader::read_table_line(std::string_view line) {
  const std::string_view first = take_word(line);
  const std::string_view type_word = take_word(line);
  const std::optional<std::uint64_t> ttl = parse_number(take_word(line), kMaxTtl);
  const std::string_view section = take_word(line);
  if (!ttl || line.empty()) return false;
  if (section != "Answer" && section != "Authority" && section != "Additional") return false;
  const RecordType type = type_from_name(type_word);
  if (type == RecordType{0}) return false;
  String owner(first);
  if (block_.command.tool != Tool::ResolveDnsName) open_tool(Tool::ResolveDnsName);
  if (section == "Authority" && type == RecordType::Soa && block_.records.empty()) block_.outcome = Outcome::Nodata;
  const std::string_view end = line.substr(0, line.find_last_not_of('}') + 1);
  const bool cut = end.ends_with("...") || end.ends_with("…");  // by the width of the window
  if (section != "Answer" || cut) return true;
  const String& asked = block_.command.asked.name;
  while (owner.ends_with('.')) owner.pop_back();
  if (block_.records.empty() && asked.size() > owner.size() && asked.starts_with(lower(owner))) owner = asked;
  String data(line);
  if (type == RecordType::Mx) {
    const std::string_view exchange = take_word(line);
    data = String(line) + ' ' + String(exchange);
  }
  if (data.starts_with('{') && data.ends_with('}')) data = data.substr(1, data.size() - 2);
  add_record(block_, owner, type, static_cast<std::uint32_t>(*ttl), data);
  return true;
}

}  // namespace alimail
