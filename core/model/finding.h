// A finding: one thing that a check, the words or a reply says about the case.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// Error: fails for most people. Warning: fails for some. Notice: worth knowing. Info: for the record. Unknown: could
// not be determined; the finding says why.
enum class Severity {
  Error,
  Warning,
  Notice,
  Info,
  Unknown
};

struct Arg;
using Args = Vector<Arg>;

// The last is a list of records with named fields: {resolver, outcome}, {resolvers, values}. Values
// with parts are never joined into one text, because the page would have to split it again.
using ArgValue = std::variant<String, std::int64_t, Vector<String>, Vector<Args>>;

struct Arg {
  std::string_view name;  // a string literal
  ArgValue value;
  bool operator==(const Arg&) const = default;
};

// What the rooms above the checks do about a finding. They read this value and never a key.
enum class Follows : std::uint8_t {
  Nothing,
  Publish,            // a record to publish fixes it: the record that the finding is about
  PublishForAnySite,  // the same, and the record does not depend on the site
  Undecided,          // the result must not be "nothing wrong"
  AskFirst,           // the same, and the person must say whether it is on purpose
  WaitForSome,        // wait for the resolvers that cache an old answer
  WaitForAll,         // wait for all resolvers, because the zone was edited after they asked
  WaitHere,           // wait for this machine's resolver
};

// The record that a finding is about, for the same rooms.
enum class About : std::uint8_t {
  Other,
  Login,
  Apex,
  Mx,
  Spf,
  Dkim,
  Dmarc,
  Sender,  // the senders that the SPF record allows
};

// The answers that a finding is about.
struct Basis {
  Question question;
  String resolver;  // "" for several resolvers
  bool operator==(const Basis&) const = default;
};

// A turn shows key, severity, args and source. The other members are for the rooms above the checks.
struct Finding {
  String key;  // family.state
  Severity severity = Severity::Info;
  Args args;
  std::string_view source;  // an RFC section or a vendor page: a string literal, or text of the catalogue
  Follows follows = Follows::Nothing;
  About about = About::Other;
  std::optional<Basis> basis = std::nullopt;  // if the wait needs it
  bool operator==(const Finding&) const = default;
};

// One thing that a check may say: a row of the table at the top of the check.
struct Says {
  std::string_view key;
  Severity severity;
  std::string_view source;
  Follows follows = Follows::Nothing;
  About about = About::Other;  // set once for the whole table
};

// True if something fails for most people, or for some.
inline bool is_trouble(const Finding& finding) {
  return finding.severity == Severity::Error || finding.severity == Severity::Warning;
}

// The first finding with this key, or nullptr.
inline const Finding* find_finding(const Vector<Finding>& findings, std::string_view key) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace alimail
