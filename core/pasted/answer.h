// The output of tools that a person pasted, as answers of a resolver.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedAnswers = 64;
inline constexpr std::size_t kMaxPastedRecords = 16;  // in one answer

inline constexpr std::string_view kLocalResolver = "local";

struct PastedAnswer {
  std::string tool;     // dig, nslookup, host, resolve-dnsname, ping
  std::string server;   // the server's address, or else its name, as in the output or the command; "" if neither has it
  bool chosen = false;  // the person named the server, so it is not the one that this machine uses by default
  Answer answer;        // resolver "local", or "local:<server>" if `chosen`. at and TTL are 0 if unknown
};

struct PastedOutput {
  std::vector<PastedAnswer> answers;
  std::string rest;  // the text with the output replaced by blanks: offsets in it are offsets in the text
};

}  // namespace alimail
