#include "pasted/block.h"

#include <algorithm>

#include "dns/rdata.h"
#include "pasted/lines.h"

namespace alimail {
namespace {

constexpr RecordType kAnyType{0};

// Types that one output may contain together if the command did not name a type.
constexpr RecordType kShown[] = {RecordType::A,   RecordType::Aaaa, RecordType::Mx,
                                 RecordType::Txt, RecordType::Ns,   RecordType::Soa};

bool holds_type(const std::vector<ResourceRecord>& records, RecordType type) {
  return std::any_of(records.begin(), records.end(), [type](const ResourceRecord& each) { return each.type == type; });
}

bool owns_a_record(const std::vector<ResourceRecord>& records, const std::string& name) {
  return std::any_of(records.begin(), records.end(), [&](const ResourceRecord& each) { return each.name == name; });
}

// nslookup on Windows prints the last name of the chain as the name, and the asked name under "Aliases". ping prints
// only the last name.
void link_aliases(PastedBlock& block) {
  std::vector<std::string>& names = block.aliases;
  const std::string& asked = block.command.asked.name;
  const bool shows_last = block.command.tool == "ping" && !asked.empty() && !block.records.empty();
  if (shows_last && block.records.front().name != asked) {
    names = {asked};
    block.owner = block.records.front().name;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    add_record(block, names[i], RecordType::Cname, 0, i + 1 < names.size() ? names[i + 1] : block.owner);
  }
  if (!names.empty()) block.command.asked.name = names.front();
}

PastedAnswer answer_with(const PastedBlock& block, RecordType type, Outcome outcome) {
  PastedAnswer pasted;
  pasted.tool = block.command.tool;
  pasted.chosen = !block.command.server.empty();
  const std::string address = pasted_address(block.command.server);
  pasted.server = pasted.chosen && !address.empty() ? address : block.server;
  if (pasted.server.empty()) pasted.server = block.command.server;
  Answer& answer = pasted.answer;
  answer.resolver = kLocalResolver;
  if (pasted.chosen) answer.resolver += ':' + pasted.server;
  answer.question = {block.command.asked.name, type};
  answer.at = block.at;
  answer.outcome = outcome;
  answer.errors = block.errors;
  for (const ResourceRecord& record : block.records) {
    if (record.type == type || record.type == RecordType::Cname) answer.records.push_back(record);
  }
  if (outcome == Outcome::Nodata || outcome == Outcome::Nxdomain) answer.authority = block.authority;
  return pasted;
}

// The absence that the block shows: in words; by dig's count, if every counted record is in the text; or by a name
// without values, as nslookup on Windows prints it, if the next prompt proves that nothing is cut off.
std::optional<Outcome> absence_of(const PastedBlock& block) {
  if (block.headed && !block.whole) return std::nullopt;
  if (block.outcome) return block.outcome;
  if (block.count && *block.count == block.records.size()) return Outcome::Nodata;
  const bool name_alone = block.command.tool == "nslookup" && block.ended && !block.owner.empty();
  if (name_alone && !block.server.empty() && block.records.empty()) return Outcome::Nodata;
  return std::nullopt;
}

}  // namespace

void add_record(PastedBlock& block, std::string_view owner, RecordType type, std::uint32_t ttl, std::string_view data) {
  const std::string name = pasted_name(owner);
  if (name.empty() || block.records.size() >= kMaxPastedRecords) return;
  Result<Rdata> read = parse_rdata(type, data);
  if (!read) return;
  ResourceRecord record{name, type, ttl, std::move(read.value())};
  const bool known = std::find(block.records.begin(), block.records.end(), record) != block.records.end();
  if (!known) block.records.push_back(std::move(record));
}

std::vector<PastedAnswer> answers_of(PastedBlock block) {
  std::vector<PastedAnswer> answers;
  if (block.command.tool.empty() || block.loose) return answers;
  link_aliases(block);
  Question& asked = block.command.asked;
  if (!block.records.empty() && (asked.name.empty() || !owns_a_record(block.records, asked.name))) {
    asked.name = block.records.front().name;
  }
  if (asked.name.empty()) asked.name = block.owner;
  if (asked.name.empty()) return answers;
  for (const RecordType type : kShown) {
    if ((asked.type != kAnyType && asked.type != type) || !holds_type(block.records, type)) continue;
    answers.push_back(answer_with(block, type, Outcome::Records));
  }
  if (!answers.empty()) return answers;
  const RecordType type = asked.type == kAnyType ? RecordType::A : asked.type;
  if (type != RecordType::Cname || block.records.empty()) {
    if (const std::optional<Outcome> outcome = absence_of(block)) {
      answers.push_back(answer_with(block, type, *outcome));
      return answers;
    }
  }
  if (holds_type(block.records, RecordType::Cname)) {
    answers.push_back(answer_with(block, RecordType::Cname, Outcome::Records));
  }
  return answers;
}

}  // namespace alimail
