// The case, as the page keeps it: what was typed, what the resolvers answered, what the browser could reach, what was replied.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/dns.h"

namespace alimail {

struct Reply {  // what the person answered to a question of ours
  std::string question;
  std::string value;
  bool operator==(const Reply&) const = default;
};

enum class Failure {
  None,
  Timeout,
  Blocked,
  Offline,
  Unreadable
};

struct RawAnswer {  // what came over HTTP, undecoded
  std::string resolver;
  std::string name;
  RecordType type = RecordType::A;
  std::int64_t at = 0;
  int status = 0;  // HTTP status, 0 where there was none
  std::string content_type;
  std::string body;
  Failure failure = Failure::None;
  bool checking_disabled = false;  // it answers a query with the CD bit set, RFC 4035 section 3.2.2
  bool operator==(const RawAnswer&) const = default;
};

enum class ProbeOutcome {
  Reached,
  Failed,
  Timeout
};

struct ProbeResult {
  std::string url;
  ProbeOutcome outcome = ProbeOutcome::Failed;
  std::int64_t at = 0;
  bool operator==(const ProbeResult&) const = default;
};

struct Case {
  std::int64_t now = 0;
  std::string subject;    // as typed, IDN labels already ASCII
  std::string complaint;  // as typed or pasted
  std::string start;      // problem id that an article or a button opens with, or ""
  std::string nonce;      // a label that no cache has seen, made by the page for this run; "" where there is none
  std::vector<Reply> replies;
  std::vector<RawAnswer> answers;
  std::vector<ProbeResult> probes;
};

}  // namespace alimail
