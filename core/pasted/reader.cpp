#include "pasted/reader.h"

#include <algorithm>

#include "dns/record_type.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

// A prompt without a command: C:\Users\wang>, wang@mac ~ %.
bool is_empty_prompt(std::string_view line) {
  constexpr std::string_view kPrompts = ">$#%";
  return line.size() < 100 && kPrompts.find(line.back()) != std::string_view::npos;
}

}  // namespace

// Lines directly before an output that belong to it ("DNS request timed out.") become part of the new block.
void PastedReader::open(PastedCommand command) {
  Vector<std::size_t> before;
  if (block_.command.tool == Tool::None) before = std::move(block_.lines);
  close();
  block_.command = std::move(command);
  block_.lines = std::move(before);
}

void PastedReader::open_tool(Tool tool) {
  PastedCommand command;
  command.tool = tool;
  open(std::move(command));
}

void PastedReader::finish() {
  close();
  if (!answers.empty()) lines.insert(lines.end(), asides_.begin(), asides_.end());
}

void PastedReader::close(bool followed) {
  if (block_.command.tool == Tool::None) {
    if (label_index_ != index_) block_.lines.clear();
    return;
  }
  Vector<std::size_t> own;
  own.swap(block_.lines);
  const Tool tool = block_.command.tool;
  const bool session = tool == Tool::Nslookup;
  const bool keeps_text = block_.keeps_text;
  // Settings and greetings of nslookup ask for nothing. A command in the middle of a sentence has no output.
  const bool asks = !block_.greeting && !block_.loose && (!block_.command.asked.name.empty() || block_.command.reverse);
  const bool printed = own.size() > 1 || (followed && block_.command.prompted && !block_.command.bare);
  bool any = false;
  for (PastedAnswer& answer : answers_of(std::move(block_))) {
    any = true;
    const bool known = std::any_of(answers.begin(), answers.end(),
                                   [&](const PastedAnswer& each) { return each.answer == answer.answer; });
    if (!known && answers.size() < kMaxPastedAnswers) answers.push_back(std::move(answer));
  }
  block_ = {};
  if (!any && asks && printed && std::find(unread.begin(), unread.end(), tool) == unread.end()) unread.push_back(tool);
  if (keeps_text) return;
  Vector<std::size_t>& kept = any ? lines : asides_;
  if (any || session) kept.insert(kept.end(), own.begin(), own.end());
}

void PastedReader::read(std::string_view raw, std::size_t index) {
  constexpr std::size_t kShortestOpening = 4;  // a name typed in nslookup: q.cn
  index_ = index;
  std::size_t depth = 0;
  for (const char c : raw.substr(0, raw.find_first_not_of(" \t>"))) depth += c == '>' ? 1 : 0;
  padded_ = raw.find(":  ") < raw.size() || raw.find("\xEF\xBC\x9A") < raw.size();
  quoted_ = depth > 0 && depth <= depth_;
  depth_ = depth;
  if (block_.command.tool == Tool::None && raw.size() < kShortestOpening) return;
  const String line = plain_line(raw);
  if (line.empty() || (block_.command.tool == Tool::None && line.size() < kShortestOpening)) return;
  const bool own = read_prompt(raw, line) || read_dig(line) || read_form(line) || read_value(line) || read_shape(line);
  if (!own) return close(true);
  block_.lines.push_back(index);
}

bool PastedReader::read_prompt(std::string_view raw, std::string_view line) {
  PastedCommand command;
  if (read_command(line, command)) {
    session_ = {};
    if (command.tool == Tool::Nslookup) session_ = command;
    open(std::move(command));
    return true;
  }
  if (block_.command.tool != Tool::None && is_empty_prompt(line)) {
    block_.ended = true;
    return true;
  }
  const bool behind_sign = raw.substr(0, raw.find_first_not_of(" \t>")).find('>') != std::string_view::npos;
  return behind_sign && !block_.command.bare && read_typed(line);
}

// Reads what a person typed in an interactive nslookup: a name or a setting.
bool PastedReader::read_typed(std::string_view line) {
  const String word = lower(take_word(line));
  PastedCommand next = session_;
  next.tool = Tool::Nslookup;
  next.asked.name = pasted_name(word);
  // In a mail that quotes an output, every line begins with '>', as after a prompt of nslookup. A name inside an output
  // is therefore not a typed one.
  const bool inside = quoted_ || block_.awaits == Awaits::Aliases ||
                      (block_.command.tool == Tool::Nslookup && !block_.greeting && !block_.server.empty() &&
                       block_.owner.empty() && block_.records.empty() && !block_.outcome);
  const bool asks = !next.asked.name.empty() && line.empty() && !inside;
  if (!asks && word != "set" && word != "server" && word != "exit") return false;
  if (word == "server") next.server = take_word(line);
  if (const std::size_t equals = line.find('='); word == "set" && equals != std::string_view::npos) {
    line.remove_prefix(std::min(line.find_first_not_of("= ", equals), line.size()));
    next.asked.type = type_from_name(line);
  }
  session_ = next;
  depth_ = 0;
  block_.ended = true;
  open(std::move(next));
  return true;
}

}  // namespace alimail
