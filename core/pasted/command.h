// The command that produced a pasted output.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "model/dns.h"
#include "pasted/answer.h"

namespace alimail {

// A command such as `nslookup -type=mx abc.com 8.8.8.8`. The type is 0 if the command does not name one.
struct PastedCommand {
  Tool tool = Tool::None;
  Question asked{"", RecordType{0}};
  String server;
  bool bare = false;  // dig +short: only values
  bool trace = false;
  bool several = false;   // it asks for several names, so the type of one is not the type of all
  bool reverse = false;   // it asks for the name of an address
  bool prompted = false;  // a prompt is before it
};

// The tool that prints a line which begins with this word ("ping:", "***"), if there is one.
Tool tool_of(std::string_view word);

// Reads a line with a tool and matching arguments, with or without a prompt before it. Returns false for prose.
bool read_command(std::string_view line, PastedCommand& command);

// Reads only the arguments, as dig repeats them in its first line.
bool read_arguments(std::string_view arguments, PastedCommand& command);

}  // namespace alimail
