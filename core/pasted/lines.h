// One line of a pasted output: brought into one form, and told what it is.
//
// A form of words.json is the line as the tool prints it, with single blanks and these places in it: {n} a
// domain name, {d} what the line is about, {p} a preference, {s} a server, {q} and {r} anything. {d}, {s}, {q} and {r}
// hold at least one character; a form stands for the whole line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/dns.h"

namespace alimail {

enum class Means : std::uint8_t {
  Server,
  DefaultServer,  // the greeting of an interactive session
  Address,
  Name,
  Aliases,
  Record,  // of LineForm::type
  Text,    // the strings of a TXT record follow
  Nxdomain,
  Nodata,
  Servfail,
  Refused,
  Timeout,
  Failed,  // no answer, and it does not say why
  Id,      // PowerShell's own word for the error above, the same in every language
  Ping,
  QueryType,
  Ttl,
  Section,
  Data,
  Preference,
  NegativeTtl,  // last line of an SOA that nslookup prints where there is no record of the type
  Noise,
};

struct LineForm {
  Means means = Means::Noise;
  RecordType type{0};
  std::string form;
};

struct PastedWords {
  std::vector<LineForm> forms;
  std::vector<std::vector<std::uint16_t>> by_first;  // of each byte, and last of those that begin with a place
};

// Adds a form under the key of its meaning ("server", "nxdomain" ..., or a record type).
void add_line_form(PastedWords& words, std::string_view means, const std::string& form);

// Single blanks, none at the ends; quotation marks of mails (>) taken off; a full-width colon as ": ", " : " as ": ".
// Empty for what is longer than any line of a tool.
std::string plain_line(std::string_view line);

struct Places {
  std::string_view name, data, preference, server;
};

// nullptr where it is no line of these tools.
const LineForm* form_of(const PastedWords& words, std::string_view line, Places& places);

// A name with a dot in it, of letters, digits, hyphens and underscores; canonical, or "" where it is none.
std::string pasted_name(std::string_view word);

// Canonical text of an IPv4 or IPv6 address, "" for anything else. Takes away what may stand behind: #53, %5, a comma.
std::string pasted_address(std::string_view word);

// Cuts the first word off.
std::string_view take_word(std::string_view& text);

}  // namespace alimail
