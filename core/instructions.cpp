#include "instructions.h"

#include <algorithm>

namespace alimail {
namespace {

std::string value_of(const Args& values, std::string_view name) {
  for (const Arg& arg : values) {
    const auto* text = std::get_if<std::string>(&arg.value);
    if (arg.name == name && text != nullptr) return *text;
  }
  return {};
}

std::vector<Commands> fill_in(const std::vector<Commands>& commands, const Args& values) {
  std::vector<Commands> filled;
  for (const Commands& each : commands) {
    Commands mine{each.system, {}};
    for (const std::string& line : each.lines) {
      if (std::string text = fill_in(line, values); !text.empty()) mine.lines.push_back(std::move(text));
    }
    if (!mine.lines.empty()) filled.push_back(std::move(mine));
  }
  return filled;
}

bool applies(const InstructionRule& rule, const Args& values) {
  if (!rule.needs.empty() && value_of(values, rule.needs).empty()) return false;
  return rule.without.empty() || value_of(values, rule.without).empty();
}

}  // namespace

std::string fill_in(std::string_view command, const Args& values) {
  std::string filled;
  while (true) {
    const std::size_t open = command.find('{');
    const std::size_t close = command.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return filled.append(command);
    const std::string value = value_of(values, command.substr(open + 1, close - open - 1));
    if (value.empty()) return {};
    filled.append(command.substr(0, open)).append(value);
    command.remove_prefix(close + 1);
  }
}

std::vector<Instruction> instructions(const std::vector<std::string>& ids, const std::vector<InstructionRule>& rules,
                                      const Args& values, const Provider& provider) {
  std::vector<Instruction> list;
  for (const std::string& id : ids) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const InstructionRule& each) { return each.id == id; });
    if (rule == rules.end() || !applies(*rule, values)) continue;
    list.push_back({id, rule->from, source_url(provider, rule->source), values, fill_in(rule->commands, values)});
  }
  return list;
}

}  // namespace alimail
