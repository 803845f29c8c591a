#include "pasted/command.h"

#include <algorithm>
#include <iterator>

#include "base/digits.h"
#include "dns/name_codec.h"
#include "dns/record_type.h"
#include "pasted/lines.h"

namespace alimail {
namespace {

constexpr std::string_view kTools[] = {"nslookup", "dig", "host", "ping", "resolve-dnsname"};
constexpr std::size_t kLongestPrompt = 160;
constexpr std::size_t kLongestTool = 19;  // resolve-dnsname.exe

bool is_type(std::string_view word) {
  return word.find('.') == std::string_view::npos && type_from_name(word) != RecordType{0};
}

// Reads one option: -type=mx, -querytype=mx, -q=mx or +short. Other options are ignored.
void take_option(std::string_view word, PastedCommand& command) {
  const std::size_t equals = word.find('=');
  if (equals != std::string_view::npos && is_type(word.substr(equals + 1))) {
    command.asked.type = type_from_name(word.substr(equals + 1));
  }
  if (word == "+short") command.bare = true;
  if (word == "+noall" || word == "+nocomments") command.plain = true;
  if (word == "+trace") command.trace = true;
}

bool take_argument(std::string_view word, bool is_server, PastedCommand& command) {
  std::string name = pasted_name(word);
  const std::string address = pasted_address(word);
  if (is_server || word.starts_with('@')) {
    command.server = word.starts_with('@') ? word.substr(1) : word;
    return true;
  }
  if (name.empty() && address.empty()) {
    std::string_view digits = word;
    return is_type(word) || lower(word) == "in" || parse_number(digits, 65535).has_value();
  }
  if (command.asked.name.empty() && address.empty()) {
    command.asked.name = std::move(name);
  } else if (command.server.empty() && command.tool != "ping") {
    command.server = word;
  }
  return true;
}

}  // namespace

bool read_arguments(std::string_view arguments, PastedCommand& command) {
  bool is_server = false;
  while (!arguments.empty()) {
    std::string_view word = take_word(arguments);
    if (word.size() > 1 && word.front() == word.back() && (word.front() == '"' || word.front() == '\'')) {
      word = word.substr(1, word.size() - 2);
    }
    if (word.size() > 1 && (word.front() == '-' || word.front() == '+' || word.front() == '/')) {
      take_option(lower(word), command);
      is_server = lower(word) == "-server";
      continue;
    }
    if (!take_argument(word, is_server, command)) return false;
    if (!is_server && is_type(word)) command.asked.type = type_from_name(word);
    is_server = false;
  }
  return true;
}

bool read_command(std::string_view line, PastedCommand& command) {
  for (std::size_t at = 0; at <= std::min(line.size(), kLongestPrompt); ++at) {
    constexpr std::string_view kPrompts = ">$#%";
    if (at > 0 && kPrompts.find(line[at - 1]) == std::string_view::npos) continue;
    std::string_view rest = line.substr(at);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const std::string_view word = take_word(rest);
    if (word.size() > kLongestTool) continue;
    std::string tool = lower(word);
    if (tool.ends_with(".exe")) tool.resize(tool.size() - 4);
    if (tool == "ping6") tool = "ping";
    if (std::find(std::begin(kTools), std::end(kTools), tool) == std::end(kTools)) continue;
    command = {};
    command.tool = std::move(tool);
    if (read_arguments(rest, command)) return true;
  }
  return false;
}

}  // namespace alimail
