#include "pasted/command.h"

#include <algorithm>
#include <iterator>

#include "base/digits.h"
#include "dns/name_codec.h"
#include "dns/record_type.h"
#include "pasted/lines.h"

namespace alimail {
namespace {

// In the order of the enum Tool.
constexpr std::string_view kTools[] = {"",       "dig",        "kdig",
                                       "drill",  "dog",        "doggo",
                                       "q",      "resolvectl", "systemd-resolve",
                                       "host",   "nslookup",   "resolve-dnsname",
                                       "ping",   "tracert",    "traceroute",
                                       "getent", "curl",       "wget",
                                       "whois",  "browser"};
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
  const bool is_drill = command.tool == Tool::Drill;
  if (word == "+short" || word == "--short" || (is_drill && word == "-q")) command.bare = true;
  if (word == "+trace" || (is_drill && word == "-t")) command.trace = true;
}

bool take_argument(std::string_view word, bool is_server, PastedCommand& command) {
  String name = pasted_name(word);
  const String address = pasted_address(word);
  if (is_server || word.starts_with('@')) {
    command.server = word.starts_with('@') ? word.substr(1) : word;
    return true;
  }
  if (name.empty() && address.empty()) {
    std::string_view digits = word;
    return is_type(word) || lower(word) == "in" || parse_number(digits, 65535).has_value();
  }
  if (command.asked.name.empty() && !command.reverse) {
    command.reverse = name.empty();
    command.asked.name = std::move(name);
  } else if (command.server.empty() && (command.tool == Tool::Nslookup || command.tool == Tool::Host)) {
    command.server = word;
  } else {
    command.several = true;
  }
  return true;
}

// `resolvectl query`, `getent hosts`: the tools do other things as well.
bool is_lookup(Tool tool, std::string_view& arguments) {
  if (tool != Tool::Resolvectl && tool != Tool::Getent) return true;
  const std::string_view verb = take_word(arguments);
  return verb == "query" || verb == "hosts" || verb.starts_with("ahosts");
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

std::string_view name_of(Tool tool) {
  return kTools[static_cast<std::size_t>(tool)];
}

Tool tool_of(std::string_view word) {
  if (word.size() > kLongestTool) return Tool::None;
  if (word.starts_with('*')) return Tool::Nslookup;
  String name = lower(word);
  if (name.ends_with(':')) name.pop_back();
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  if (name.ends_with('6')) name.pop_back();      // ping6
  const auto* const end = std::end(kTools) - 1;  // nobody types "browser"
  const auto* const known = std::find(std::begin(kTools), end, name);
  return known == end ? Tool::None : static_cast<Tool>(known - std::begin(kTools));
}

bool read_command(std::string_view line, PastedCommand& command) {
  for (std::size_t at = 0; at <= std::min(line.size(), kLongestPrompt); ++at) {
    constexpr std::string_view kPrompts = ">$#%";
    if (at > 0 && kPrompts.find(line[at - 1]) == std::string_view::npos) continue;
    std::string_view rest = line.substr(at);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const std::string_view word = take_word(rest);
    const Tool tool = word.ends_with(':') || word.starts_with('*') ? Tool::None : tool_of(word);
    if (tool == Tool::None || !is_lookup(tool, rest)) continue;
    command = {};
    command.tool = tool;
    command.prompted = at > 0;
    if (read_arguments(rest, command)) return true;
  }
  return false;
}

}  // namespace alimail
