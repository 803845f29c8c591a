// A finding: one thing that a check, the words or a reply says about the case.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/dns.h"

namespace alimail {

// Error: fails for most people. Warning: fails for some. Notice: worth knowing. Info: for the record.
// Unknown: it could not be told, and why.
enum class Severity {
  Error,
  Warning,
  Notice,
  Info,
  Unknown
};

struct Arg;
using Args = std::vector<Arg>;

// The last is a list of records with named fields: {resolver, outcome}, {resolvers, values}. What has parts is never put
// into one text: the page would have to take it apart again.
using ArgValue = std::variant<std::string, std::int64_t, std::vector<std::string>, std::vector<Args>>;

struct Arg {
  std::string_view name;  // a literal
  ArgValue value;
  bool operator==(const Arg&) const = default;
};

// What the rooms above the checks do about a finding. They ask for this, and never for a key.
enum class Follows : std::uint8_t {
  Nothing,
  Publish,      // there is a record to publish that puts it right: the one that the finding is about
  Undecided,    // nobody may say that nothing is wrong
  WaitForSome,  // wait for the resolvers that keep an old answer ...
  WaitForAll,   // ... for all of them, since the zone was edited after they asked ...
  WaitHere,     // ... or for the one of this machine
};

// The record that a finding is about, for those rooms as well.
enum class About : std::uint8_t {
  Other,
  Login,
  Apex,
  Mx,
  Spf,
  Dkim,
  Dmarc,
  Sender,  // whom the SPF record permits
};

// The answers that a finding speaks of.
struct Basis {
  Question question;
  std::string resolver;  // "" for those of several
  bool operator==(const Basis&) const = default;
};

// Key, severity, args and source are what the turn shows; the rest is for the rooms above the checks.
struct Finding {
  std::string key;  // family.state
  Severity severity = Severity::Info;
  Args args;
  std::string_view source;  // an RFC section or a vendor page: a literal, or out of the catalogue
  Follows follows = Follows::Nothing;
  About about = About::Other;
  std::optional<Basis> basis = std::nullopt;  // where the wait needs it
  bool operator==(const Finding&) const = default;
};

// One thing that a check may say: a row of the table with which it opens.
struct Says {
  std::string_view key;
  Severity severity;
  std::string_view source;
  Follows follows = Follows::Nothing;
  About about = About::Other;  // given once for the whole table
};

// Fails for most people, or for some.
inline bool is_trouble(const Finding& finding) {
  return finding.severity == Severity::Error || finding.severity == Severity::Warning;
}

// The first with this key, or null.
inline const Finding* find_finding(const std::vector<Finding>& findings, std::string_view key) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace alimail
