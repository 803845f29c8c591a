// The command that produced a pasted output.
#pragma once

#include <string>
#include <string_view>

#include "model/dns.h"

namespace alimail {

inline constexpr std::string_view kNslookup = "nslookup";
inline constexpr std::string_view kDig = "dig";
inline constexpr std::string_view kResolveDnsName = "resolve-dnsname";

// A command such as `nslookup -type=mx abc.com 8.8.8.8`. The type is 0 if the command does not name one.
struct PastedCommand {
  std::string tool;
  Question asked{"", RecordType{0}};
  std::string server;
  bool bare = false;   // dig +short: only values
  bool plain = false;  // dig without comments: only records
  bool trace = false;
};

// Reads a line with a tool and matching arguments, with or without a prompt before it. Returns false for prose.
bool read_command(std::string_view line, PastedCommand& command);

// Reads only the arguments, as dig repeats them in its first line.
bool read_arguments(std::string_view arguments, PastedCommand& command);

}  // namespace alimail
