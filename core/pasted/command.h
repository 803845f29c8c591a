// What was typed to get a pasted output.
#pragma once

#include <string>
#include <string_view>

#include "model/dns.h"

namespace alimail {

inline constexpr std::string_view kNslookup = "nslookup";
inline constexpr std::string_view kDig = "dig";
inline constexpr std::string_view kResolveDnsName = "resolve-dnsname";

// What was typed: `nslookup -type=mx abc.com 8.8.8.8`. Of the type 0 where none was named.
struct PastedCommand {
  std::string tool;
  Question asked{"", RecordType{0}};
  std::string server;
  bool bare = false;   // dig +short: values alone
  bool plain = false;  // dig without comments: records alone
  bool trace = false;
};

// A line with a tool and arguments that fit it, behind a prompt or without one. False for prose.
bool read_command(std::string_view line, PastedCommand& command);

// The arguments alone, as dig repeats them in its first line.
bool read_arguments(std::string_view arguments, PastedCommand& command);

}  // namespace alimail
