// A finding: one thing that a check, the words or a reply says about the case.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

using ArgValue = std::variant<std::string, std::int64_t, std::vector<std::string>>;

struct Arg {
  std::string_view name;  // a literal
  ArgValue value;
  bool operator==(const Arg&) const = default;
};

using Args = std::vector<Arg>;

struct Finding {
  std::string key;  // family.state
  Severity severity = Severity::Info;
  Args args;
  std::string_view source;  // an RFC section or a vendor page: a literal, or out of the catalogue
  bool operator==(const Finding&) const = default;
};

// One thing that a check may say: a row of the table with which it opens.
struct Says {
  std::string_view key;
  Severity severity;
  std::string_view source;
};

// The first with this key, or null.
inline const Finding* find_finding(const std::vector<Finding>& findings, std::string_view key) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace alimail
