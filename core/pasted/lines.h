// Normalizes one line of a pasted output and finds out what it means.
//
// A form in words.json is a line as the tool prints it, with single blanks and with these places: {n} a domain name,
// {d} the data of the line, {p} a preference, {s} a server, {q} and {r} any text. {d}, {s}, {q} and {r} match at least
// one character. A form matches a whole line.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

enum class Means : std::uint8_t {
  Server,
  DefaultServer,  // the first lines of an interactive session
  Address,
  Name,
  Aliases,
  Record,  // a record of the type LineForm::type
  Text,    // the strings of a TXT record follow
  Nxdomain,
  Nodata,
  Servfail,
  Refused,
  Timeout,
  Failed,       // no answer, and the tool does not say why
  FailedWords,  // the same, in a language that is not known: the line may also be a sentence
  Id,           // PowerShell's identifier for the error above it, the same in every language
  Ping,
  QueryType,
  Ttl,
  Section,
  Data,
  Preference,
  Slow,             // nslookup waited in vain for an answer
  Confirms,         // resolvectl: the lines above are its output
  HostServer,       // host: the server that was chosen follows
  Browser,          // the page of a browser that cannot look up the host
  BrowserNxdomain,  // the same, and the browser knows that the host does not exist
  NegativeTtl,      // last line of the SOA that nslookup prints if there is no record of the type
  Noise,
};

struct LineForm {
  Means means = Means::Noise;
  RecordType type{0};
  String form;
};

struct PastedWords {
  Vector<LineForm> forms;
  // one list for each first byte; the last list has the forms that begin with a place
  Vector<Vector<std::uint16_t>> by_first;
};

// Adds a form under its meaning: "server", "nxdomain" ..., or a record type.
void add_line_form(PastedWords& words, std::string_view means, const String& form);

// The line with single blanks and none at the ends, without the quotation marks (>) of mails, with a full-width colon
// as ": " and " : " as ": ". Returns "" if the line is longer than any line of a tool.
String plain_line(std::string_view line);

struct Places {
  std::string_view name, data, preference, server;
};

// Returns nullptr if no tool prints such a line.
const LineForm* form_of(const PastedWords& words, std::string_view line, Places& places);

// Returns the canonical name if the word has a dot and consists of letters, digits, hyphens and underscores. Otherwise
// returns "".
String pasted_name(std::string_view word);

// The canonical text of an IPv4 or IPv6 address, or "" for anything else. Removes what tools print around an address:
// #53, @53(UDP), :53, [], %5, a comma.
String pasted_address(std::string_view word);

// Removes and returns the first word.
std::string_view take_word(std::string_view& text);

}  // namespace alimail
