// A case as a short text, and the DNS that answers it. Every text is a script; lines that mean nothing are skipped.
//
//   subject mail.abc.example          complaint The page does not open       start login-page-unreachable
//   reply role postmaster             choose 1 (the second option of each question that is asked)
//   probe reached
//   * abc.example MX has 5 mx1.qiye.aliyun.com       a record at both resolvers; more lines, more records
//   a mail.abc.example CNAME nxdomain                one resolver, another outcome; "*" is any name, or any type
//
// What a resolver does instead of "has": nodata, nxdomain, servfail, refused, timeout, blocked, offline, unreadable, http,
// html, truncated, empty, garbage, other (it answers another question), error (an extended DNS error: code and text),
// raw (the bytes of the line). The first line that fits decides. "\DDD" is a byte, and "{700*ab}" a long text.
//
// Rule: names that no line mentions are those of a healthy domain, abc.example. Resolver "a" answers in wire format, "b"
// in JSON, so both forms are read in every case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/ask.h"
#include "model/case.h"

namespace alimail::fuzz {

inline constexpr std::size_t kMaxScript = 65536;  // after growing

struct ScriptLine {
  char resolver = '*';
  std::string name;
  RecordType type{0};  // 0 for any
  std::string how;
  std::string data;
  bool healthy = false;  // not of the script
};

struct Script {
  Case opening;  // without answers and probes
  ProbeOutcome probe = ProbeOutcome::Failed;
  std::size_t choice = 0;
  std::vector<ScriptLine> lines;
};

Script script_of(std::string_view text);

RawAnswer answer_to(const Script& script, const Query& query, char resolver);

}  // namespace alimail::fuzz
