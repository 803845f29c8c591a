// One question and its output among what was pasted: what has been read of it so far, and the answers that it makes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dns/pasted.h"

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

enum class Awaits {
  Nothing,
  ServerAddress,
  Addresses,
  Aliases,
  Text,
  MoreText,  // of the same record
};

struct PastedBlock {
  PastedCommand command;
  std::string server;                               // as the output names it
  std::string owner;                                // nslookup, PowerShell: the name that the next values belong to
  ResourceRecord listed{"", RecordType{0}, 0, {}};  // PowerShell's list form, line by line
  std::vector<std::string> aliases;                 // of owner, the asked name first
  std::vector<ResourceRecord> records;
  std::vector<ResourceRecord> authority;
  std::vector<ExtendedError> errors;
  std::optional<Outcome> outcome;    // that the output says in words
  std::optional<std::size_t> count;  // dig: how many records the answer has
  char section = ' ';                // dig: first letter of QUESTION, ANSWER, ...; 'U' of AUTHORITY
  bool headed = false;               // dig: the header was seen
  bool whole = false;                // dig: something follows the question
  bool loose = false;                // records without a command, which count only once a line of dig follows them
  bool ended = false;                // a prompt follows
  bool greeting = false;             // nslookup names its server before the first question
  Awaits awaits = Awaits::Nothing;
  std::int64_t at = 0;
  std::vector<std::size_t> lines;
};

// Keeps the record if its text is one of the type.
void add_record(PastedBlock& block, std::string_view owner, RecordType type, std::uint32_t ttl, std::string_view data);

// None where it says nothing whole.
std::vector<PastedAnswer> answers_of(PastedBlock block);

// "Thu Nov 26 05:26:13 UTC 2026", dig's WHEN. 0 where the zone is not UTC, GMT or a number of hours.
std::int64_t pasted_time(std::string_view text);

}  // namespace alimail
