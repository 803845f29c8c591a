// One question and its output among what was pasted: what has been read of it so far, and the answers that it makes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dns.h"
#include "pasted/answer.h"
#include "pasted/command.h"

namespace alimail {

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

}  // namespace alimail
