// What a person pasted of a tool's output, as answers of a resolver.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedAnswers = 64;
inline constexpr std::size_t kMaxPastedRecords = 16;  // of one answer

inline constexpr std::string_view kLocalResolver = "local";

struct PastedAnswer {
  std::string tool;     // dig, nslookup, host, resolve-dnsname, ping
  std::string server;   // the address, else the name, that the output or the command gives; "" where neither does
  bool chosen = false;  // the person named the server: it is another one than this machine uses by itself
  Answer answer;        // resolver "local", or "local:<server>" where it was chosen. at 0, TTL 0: not said
};

struct PastedOutput {
  std::vector<PastedAnswer> answers;
  std::string rest;  // the text with blanks in place of the output: slices of it are slices of the text
};

}  // namespace alimail
