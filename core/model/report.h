// The parts of a diagnosis besides the verdicts: records to publish, how long to wait, the answers of all resolvers,
// the SPF tree, and the route to the login page.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"
#include "model/verdict.h"

namespace alimail {

enum class Change {
  Add,
  Replace,  // replace the record(s) in `current` with this one
  Remove,   // remove exactly this record
};

struct RecordToPublish {
  Change change = Change::Add;
  String host;
  String zone;  // the apex of the zone that contains the host, if an SOA showed it; otherwise the mail domain
  RecordType type = RecordType::Cname;
  String value;
  std::optional<std::uint16_t> priority;
  Vector<String> current;    // for Replace: the current values, in presentation form
  Vector<String> left_out;   // parts of the current values that this one does not have
  Vector<String> flattened;  // parts that addresses replace, which no longer follow their owner
  std::string_view from = "official";
  std::string_view source;
  About about = About::Other;  // not shown
  bool later = false;          // an improvement that does not fix the cause shown
  bool operator==(const RecordToPublish&) const = default;
};

// What a resolver keeps in its cache, and until when: an old record until its TTL ends, an absence until its negative
// TTL ends (RFC 2308 section 5).
struct CachedUntil {
  String resolver;
  Question question;
  std::int64_t until = 0;
  bool negative = false;
  bool operator==(const CachedUntil&) const = default;
};

struct Wait {
  std::int64_t until = 0;  // the latest time in `caches`
  Reasons because;
  Vector<CachedUntil> caches;
};

// What the resolvers say about one name and type. Resolvers with the same answer form a group: a row of the table.
struct Holder {
  String resolver;
  std::optional<std::uint32_t> ttl;  // the remaining TTL when the answer arrived
  bool operator==(const Holder&) const = default;
};

struct AnswerGroup {
  Outcome outcome = Outcome::Records;
  Vector<String> values;  // presentation form, sorted; empty if there is no such record
  Vector<Holder> holders;
  bool operator==(const AnswerGroup&) const = default;
};

struct Comparison {
  Question question;
  Vector<AnswerGroup> groups;  // answers first; within them, groups with the most resolvers first
  bool operator==(const Comparison&) const = default;
};

// The SPF record of the domain and everything that it includes (RFC 7208 section 4.6.4) as a flat list: a node follows
// the node that names it, one level deeper.
enum class PolicyState {
  Fine,
  Pending,  // not answered yet
  Unknown,  // could not be determined
  Absent,   // no SPF record there
  Several,  // more than one: an error, RFC 7208 section 4.5
  Broken,   // syntax
  Loop,
  Cut,  // beyond one of our limits: not examined
};

struct PolicyNode {
  std::size_t depth = 0;
  String term;    // "include:spf.qiye.aliyun.com" as written; "" for the domain's own record
  String domain;  // the domain of the record
  String record;  // "" if there is none
  PolicyState state = PolicyState::Pending;
  std::int64_t lookups = 0;  // terms of this record and of all below it that cost a lookup
  bool operator==(const PolicyNode&) const = default;
};

struct PolicyTree {
  std::int64_t lookups = 0;
  std::int64_t void_lookups = 0;
  bool complete = false;  // every term was counted: nothing is pending, unknown or cut
  Vector<PolicyNode> nodes;
};

enum class HopState {
  Good,
  Bad,
  Unknown,
  Unasked
};

struct Hop {            // one station on the way from the browser to Alibaba Mail, for the drawing
  std::string_view id;  // browser, resolver, login-host, alias, target, alibaba-mail
  String name;          // the host, if there is one
  HopState state = HopState::Unasked;
};

}  // namespace alimail
