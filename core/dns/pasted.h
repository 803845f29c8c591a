// The output of dig, nslookup, host, Resolve-DnsName and ping in what a person wrote, as the answers of the resolver
// that *this machine* uses; and the text without it, for those who read words.
//
// Law: a line counts only as part of an output that says a whole thing: prose that speaks of nslookup, a log, a mail
// header give nothing. What was cut off gives fewer answers, never an absence: that there is nothing is believed only
// where the tool says so in words, or counts its records. The lines of tools are data: pasted_words.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dns/pasted_lines.h"
#include "model/dns.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedBytes = 65536;  // of the text; what follows is left alone
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

PastedOutput read_pasted(std::string_view text, const PastedWords& words);

}  // namespace alimail
