#include "judge/instructions.h"

#include <algorithm>

namespace alimail {
namespace {

// The value with this name, or nullptr.
const Arg* find_value(const Args& values, std::string_view name) {
  const auto found = std::find_if(values.begin(), values.end(), [&](const Arg& arg) { return arg.name == name; });
  return found == values.end() ? nullptr : &*found;
}

// Whether one of these names, separated by spaces, has a value.
bool is_any_known(const Args& values, std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (find_value(values, names.substr(0, end)) != nullptr) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

std::string_view text_of(const Args& values, std::string_view name) {
  const Arg* value = find_value(values, name);
  const auto* text = value == nullptr ? nullptr : std::get_if<String>(&value->value);
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

Vector<Commands> commands_of(const InstructionRule& rule, const Args& values) {
  Vector<Commands> filled;
  for (const auto& [system, lines] : rule.commands()) {
    Commands mine{system, {}};
    for (const std::string_view line : lines) {
      if (String text = fill_in(line, values); !text.empty()) mine.lines.push_back(std::move(text));
    }
    if (!mine.lines.empty()) filled.push_back(std::move(mine));
  }
  return filled;
}

}  // namespace

bool applies(const InstructionRule& rule, const Reader& reader) {
  const String& needs = rule.needs();
  const String& without = rule.without();
  const String& role = rule.role();
  return (needs.empty() || find_value(reader.values, needs) != nullptr) && !is_any_known(reader.values, without) &&
         (role.empty() || reader.role.empty() || role == reader.role);
}

String fill_in(std::string_view command, const Args& values) {
  String filled;
  while (true) {
    const std::size_t open = command.find('{');
    const std::size_t close = command.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return filled.append(command);
    const std::string_view value = text_of(values, command.substr(open + 1, close - open - 1));
    if (value.empty()) return {};
    filled.append(command.substr(0, open)).append(value);
    command.remove_prefix(close + 1);
  }
}

Vector<Instruction> instructions(const Indexes& indexes, const Vector<InstructionRule>& rules, const Reader& reader) {
  Vector<Instruction> list;
  for (const Index index : indexes) {
    const InstructionRule& rule = rules[index];
    if (!applies(rule, reader)) continue;
    list.push_back({rule.id(), rule.from(), rule.source(), commands_of(rule, reader.values)});
  }
  return list;
}

}  // namespace alimail
