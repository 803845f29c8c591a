#include "pasted/block.h"

#include <algorithm>

#include "dns/rdata.h"
#include "pasted/lines.h"

namespace alimail {
namespace {

constexpr RecordType kAnyType{0};
constexpr RecordType kAny{255};       // QTYPE *, RFC 1035 section 3.2.3
constexpr RecordType kSignature{46};  // RRSIG

// Types that one output may contain together if the command did not name a type.
constexpr RecordType kShown[] = {RecordType::A,   RecordType::Aaaa, RecordType::Mx,
                                 RecordType::Txt, RecordType::Ns,   RecordType::Soa};

bool holds_type(const Vector<ResourceRecord>& records, RecordType type) {
  return std::any_of(records.begin(), records.end(), [type](const ResourceRecord& each) { return each.type == type; });
}

// The host that the record names: tools print its addresses below the answer.
std::string_view target_of(const ResourceRecord& record) {
  if (const auto* host = std::get_if<HostName>(&record.data)) return host->name;
  if (const auto* exchange = std::get_if<MailExchange>(&record.data)) return exchange->exchange;
  return {};
}

// Whether the aliases lead from one name to the other.
bool leads(const PastedBlock& block, std::string_view from, std::string_view to) {
  for (std::size_t step = 0; step < kMaxPastedRecords && from != to; ++step) {
    const auto alias = std::find_if(block.records.begin(), block.records.end(), [from](const ResourceRecord& each) {
      return each.type == RecordType::Cname && each.name == from;
    });
    if (alias == block.records.end()) return false;
    from = target_of(*alias);
  }
  return from == to;
}

// The answers are about the asked name, and without one about every owner that no other record names.
bool is_subject(const PastedBlock& block, std::string_view name) {
  const PastedCommand& command = block.command;
  bool named = false;
  bool owns = false;
  for (const ResourceRecord& record : block.records) {
    named = named || target_of(record) == name;
    owns = owns || record.name == command.asked.name;
  }
  return owns && !command.several ? name == command.asked.name : !named;
}

// nslookup on Windows prints the last name of the chain as the name, and the asked name under "Aliases". Tools that
// print addresses, and not records, print only the last name.
void link_aliases(PastedBlock& block) {
  Vector<String>& names = block.aliases;
  const String& asked = block.command.asked.name;
  const bool shows_last = hides_aliases(block.command.tool) && !asked.empty() && !block.records.empty();
  if (shows_last && block.records.front().name != asked) {
    names = {asked};
    block.owner = block.records.front().name;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    add_record(block, names[i], RecordType::Cname, 0, i + 1 < names.size() ? names[i + 1] : block.owner);
  }
  if (!names.empty()) block.command.asked.name = names.front();
}

PastedAnswer answer_with(const PastedBlock& block, const String& name, RecordType type, Outcome outcome) {
  PastedAnswer pasted;
  pasted.tool = block.command.tool;
  pasted.chosen = !block.command.server.empty();
  const String address = pasted_address(block.command.server);
  pasted.server = pasted.chosen && !address.empty() ? address : block.server;
  if (pasted.server.empty()) pasted.server = block.command.server;
  Answer& answer = pasted.answer;
  answer.resolver = kLocalResolver;
  if (pasted.chosen) answer.resolver += ':' + pasted.server;
  answer.question = {name, type};
  answer.at = block.at;
  answer.outcome = outcome;
  answer.errors = block.errors;
  for (const ResourceRecord& record : block.records) {
    const bool fits = record.type == type || record.type == RecordType::Cname;
    if (fits && leads(block, name, record.name)) answer.records.push_back(record);
  }
  if (outcome == Outcome::Nodata || outcome == Outcome::Nxdomain) answer.authority = block.authority;
  return pasted;
}

// The absence that the block shows: in words; by dig's count, if every counted record is in the text and is an alias; or by a name
// without values, as nslookup on Windows prints it, if the next prompt proves that nothing is cut off.
std::optional<Outcome> absence_of(const PastedBlock& block) {
  if (block.headed && !block.whole) return std::nullopt;
  if (block.outcome) return block.outcome;
  const bool leads_only = std::all_of(block.records.begin(), block.records.end(), [](const ResourceRecord& each) {
    return each.type == RecordType::Cname || each.type == kSignature;
  });
  if (leads_only && block.count && *block.count == block.records.size()) return Outcome::Nodata;
  const bool name_alone = block.command.tool == Tool::Nslookup && block.ended && !block.owner.empty();
  if (name_alone && !block.server.empty() && block.records.empty()) return Outcome::Nodata;
  return std::nullopt;
}

}  // namespace

void add_record(PastedBlock& block, std::string_view owner, RecordType type, std::uint32_t ttl, std::string_view data) {
  const String name = pasted_name(owner);
  if (name.empty() || block.records.size() >= kMaxPastedRecords) return;
  Result<Rdata> read = parse_rdata(type, data);
  if (!read) return;
  ResourceRecord record{name, type, ttl, std::move(read.value())};
  const bool known = std::find(block.records.begin(), block.records.end(), record) != block.records.end();
  if (!known) block.records.push_back(std::move(record));
}

void add_address(PastedBlock& block, std::string_view owner, std::string_view address) {
  const bool v6 = address.find(':') < address.size();
  add_record(block, owner, v6 ? RecordType::Aaaa : RecordType::A, 0, address);
}

Vector<PastedAnswer> answers_of(PastedBlock block) {
  Vector<PastedAnswer> answers;
  if (block.command.tool == Tool::None || block.loose || block.command.reverse) return answers;
  link_aliases(block);
  Question& asked = block.command.asked;
  if (block.command.several || asked.type == kAny) asked.type = kAnyType;
  bool aliased = false;
  for (const ResourceRecord& record : block.records) {
    aliased = aliased || record.type == RecordType::Cname;
    const bool known = !answers.empty() && answers.back().answer.question.name == record.name;
    if (known || !is_subject(block, record.name)) continue;
    for (const RecordType type : kShown) {
      if (asked.type != kAnyType && asked.type != type) continue;
      PastedAnswer answer = answer_with(block, record.name, type, Outcome::Records);
      if (holds_type(answer.answer.records, type)) answers.push_back(std::move(answer));
    }
  }
  if (!answers.empty()) return answers;
  if (asked.name.empty()) asked.name = block.records.empty() ? block.owner : block.records.front().name;
  if (asked.name.empty()) return answers;
  const RecordType type = asked.type == kAnyType ? RecordType::A : asked.type;
  const std::optional<Outcome> outcome = absence_of(block);
  if (outcome && (type != RecordType::Cname || block.records.empty())) {
    answers.push_back(answer_with(block, asked.name, type, *outcome));
  } else if (aliased) {
    PastedAnswer answer = answer_with(block, asked.name, RecordType::Cname, Outcome::Records);
    // An alias of another name is no answer to what was asked.
    if (!answer.answer.records.empty()) answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace alimail
