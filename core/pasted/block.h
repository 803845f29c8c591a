// One question in the pasted text with its output: what has been read so far, and the answers that follow from it.
#pragma once

#include <optional>
#include <string_view>

#include "base/containers.h"
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
  String server;                                    // as in the output
  String owner;                                     // nslookup, PowerShell: the name that the next values belong to
  ResourceRecord listed{"", RecordType{0}, 0, {}};  // PowerShell's list form, which has one property per line
  Vector<String> aliases;                           // aliases of owner, beginning with the asked name
  Vector<ResourceRecord> records;
  Vector<ResourceRecord> authority;
  Vector<ExtendedError> errors;
  std::optional<Outcome> outcome;    // the outcome that the output states in words
  std::optional<std::size_t> count;  // dig: the number of records in the answer
  char section = ' ';                // dig: first letter of QUESTION, ANSWER, ...; 'U' for AUTHORITY
  bool headed = false;               // dig: the header was read
  bool whole = false;                // dig: there is text after the question
  bool loose = false;                // records without a command; they count only if a later line names the tool
  bool ended = false;                // a prompt follows
  bool slow = false;                 // nslookup: the server did not answer at least once
  bool listing = false;              // nslookup -debug
  bool keeps_text = false;           // its lines are also read as words
  bool broken = false;               // dig +multiline: a record goes on until ")"
  bool greeting = false;             // nslookup prints its server before the first question
  Awaits awaits = Awaits::Nothing;
  std::int64_t at = 0;
  Vector<std::size_t> lines;
};

// Keeps the record if its text is valid for the type.
void add_record(PastedBlock& block, std::string_view owner, RecordType type, std::uint32_t ttl, std::string_view data);

// An A or AAAA record.
void add_address(PastedBlock& block, std::string_view owner, std::string_view address);

// Returns nothing if the block is incomplete.
Vector<PastedAnswer> answers_of(PastedBlock block);

}  // namespace alimail
