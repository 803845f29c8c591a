// The output of tools that a person pasted, as answers of a resolver.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedAnswers = 64;
inline constexpr std::size_t kMaxPastedRecords = 16;  // in one answer

inline constexpr std::string_view kLocalResolver = "local";

// The tools from Dig to Host print records; those from Ping on print the address at the end of the aliases, and not the
// aliases.
enum class Tool : std::uint8_t {
  None,
  Dig,
  Kdig,
  Drill,
  Dog,
  Doggo,
  Q,
  Resolvectl,
  SystemdResolve,
  Host,
  Nslookup,
  ResolveDnsName,
  Ping,
  Tracert,
  Traceroute,
  Getent,
  Curl,
  Wget,
  Whois,
  Browser,
};

// In lower case: "dig", "resolve-dnsname"; "" for None.
std::string_view name_of(Tool tool);

constexpr bool prints_records(Tool tool) {
  return tool >= Tool::Dig && tool <= Tool::Host;
}

constexpr bool hides_aliases(Tool tool) {
  return tool >= Tool::Ping;
}

struct PastedAnswer {
  Tool tool = Tool::None;
  String server;        // the server's address, or else its name, as in the output or the command; "" if neither has it
  bool chosen = false;  // the person named the server, so it is not the one that this machine uses by default
  Answer answer;        // resolver "local", or "local:<server>" if `chosen`. at and TTL are 0 if unknown
  bool undated = false;  // the output does not say when, so `at` is the time of the case (evidence/gather.cpp)
};

struct PastedOutput {
  Vector<PastedAnswer> answers;
  Vector<Tool> unread;  // tools whose output is recognised and gives no answer, each once
  String rest;          // the text with the output replaced by blanks: offsets in it are offsets in the text
};

}  // namespace alimail
