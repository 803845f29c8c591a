// The nouns of the checker: the case that comes in, the turn that goes out, and what lies between them.
//
// Law of this file: values only. No functions, no inheritance, nothing that can fail. Every other room of core/ speaks
// in these types, so they are also the vocabulary of the JSON contract (core/README.md) and of the tests.
//
// Texts: a "name" is a domain name in presentation form, lower case, without the final dot ("" is the root); bytes that
// would break that form (a dot, a backslash, anything outside printable ASCII) stand escaped as in RFC 1035
// section 5.1. Times are seconds since 1970-01-01 UTC, 0 where unknown. TTLs are seconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace alimail {

// ---------------------------------------------------------------- DNS (RFC 1035, names of things from RFC 9499)

enum class RecordType : std::uint16_t {
  A = 1,
  Ns = 2,
  Cname = 5,
  Soa = 6,
  Ptr = 12,
  Mx = 15,
  Txt = 16,
  Aaaa = 28,
  Opt = 41,
  Caa = 257,
};

struct Address {  // A, AAAA: dotted quad, or RFC 5952 text
  std::string text;
  bool operator==(const Address&) const = default;
};

struct HostName {  // CNAME, NS, PTR
  std::string name;
  bool operator==(const HostName&) const = default;
};

struct MailExchange {  // MX, RFC 5321 section 5; exchange "" is the null MX of RFC 7505
  std::uint16_t preference = 0;
  std::string exchange;
  bool operator==(const MailExchange&) const = default;
};

struct CharacterStrings {  // TXT: the strings as published, any bytes; a reader joins them with nothing between
  std::vector<std::string> strings;
  bool operator==(const CharacterStrings&) const = default;
};

struct StartOfAuthority {  // SOA; the negative TTL is min(TTL of the SOA, minimum), RFC 2308 section 5
  std::string mname;
  std::string rname;
  std::uint32_t serial = 0;
  std::uint32_t refresh = 0;
  std::uint32_t retry = 0;
  std::uint32_t expire = 0;
  std::uint32_t minimum = 0;
  bool operator==(const StartOfAuthority&) const = default;
};

struct CertificationAuthority {  // CAA, RFC 8659
  std::uint8_t flags = 0;
  std::string tag;
  std::string value;
  bool operator==(const CertificationAuthority&) const = default;
};

struct UnknownRdata {  // any other type: the bytes as they came
  std::string bytes;
  bool operator==(const UnknownRdata&) const = default;
};

using Rdata = std::variant<Address, HostName, MailExchange, CharacterStrings, StartOfAuthority, CertificationAuthority,
                           UnknownRdata>;

struct ResourceRecord {
  std::string name;
  RecordType type = RecordType::A;
  std::uint32_t ttl = 0;
  Rdata data;
  bool operator==(const ResourceRecord&) const = default;
};

struct Question {
  std::string name;
  RecordType type = RecordType::A;
  bool operator==(const Question&) const = default;
};

struct ExtendedError {  // RFC 8914
  std::uint16_t code = 0;
  std::string text;
  bool operator==(const ExtendedError&) const = default;
};

// What became of one query at one resolver. Records, Nodata and Nxdomain are answers; everything else means that the
// answer is *unknown*, and none of those may ever be read as "the record is missing".
enum class Outcome {
  Records,
  Nodata,
  Nxdomain,
  Servfail,
  Refused,
  OtherRcode,
  Malformed,
  Truncated,
  HttpError,
  Timeout,
  Blocked,
  Offline,
  Unreadable,
};

// A DNS message as both decoders (RFC 8484 bytes and DoH JSON) give it.
struct Message {
  std::vector<Question> questions;  // empty where the dialect does not say
  std::uint16_t rcode = 0;          // with the upper bits of EDNS, RFC 6891 section 6.1.3
  bool truncated = false;
  bool authentic = false;  // AD
  std::vector<ResourceRecord> answer;
  std::vector<ResourceRecord> authority;
  std::vector<ExtendedError> errors;
  std::string comment;  // free text of the JSON dialects, "" for wire
  bool operator==(const Message&) const = default;
};

// ---------------------------------------------------------------- the case, as the page keeps it

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

// ---------------------------------------------------------------- the subject: whose mail is it

enum class SubjectKind {
  Empty,
  Domain,         // abc.com
  LoginHost,      // mail.abc.com, or a URL on it: the person named the login page
  Address,        // someone@abc.com
  ProviderLogin,  // the provider's own shared login page: says nothing about a domain
  Refused,        // cannot be one of these; see SubjectProblem
};

enum class SubjectProblem {
  None,
  TooLong,
  IpAddress,
  SingleLabel,
  LocalName,
  BadCharacter,
  NotAscii,
  EmptyLabel,
  LongLabel,
  NumericTld,
};

struct Subject {
  SubjectKind kind = SubjectKind::Empty;
  SubjectProblem problem = SubjectProblem::None;
  std::string domain;       // the mail domain, "" for ProviderLogin, Empty and Refused
  std::string login_host;   // where its login page should be: as typed, or mail.<domain>
  bool host_typed = false;  // the person named the login host
  bool operator==(const Subject&) const = default;
};

// ---------------------------------------------------------------- evidence and findings

// One answer of one resolver, decoded.
struct Answer {
  std::string resolver;
  Question question;
  std::int64_t at = 0;
  Outcome outcome = Outcome::Unreadable;
  int status = 0;
  std::uint16_t rcode = 0;
  std::vector<ResourceRecord> records;    // the answer section
  std::vector<ResourceRecord> authority;  // for the negative TTL and the zone's apex
  std::vector<ExtendedError> errors;
  std::string detail;  // a key that says what was wrong with it ("other-question", "html" ...), or ""
  bool checking_disabled = false;
  bool operator==(const Answer&) const = default;
};

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

// The table with which a check opens: everything that it may say.
struct Says {
  std::string_view key;
  Severity severity;
  std::string_view source;
};

// Who must be asked. The names that decide a verdict go to every resolver of the page, so that disagreement shows; the
// rest goes to the first that answers, so that no more parties than necessary learn them.
enum class Reach {
  Every,
  First
};

struct Query {
  Question question;
  Reach reach = Reach::Every;
  std::string_view why;            // a key with words: the purpose that the ledger shows
  bool checking_disabled = false;  // the second look without DNSSEC validation
  bool operator==(const Query&) const = default;
};

struct Probe {
  std::string url;
  bool operator==(const Probe&) const = default;
};

// What a check gives back: what it knows, and what it still needs to know.
struct CheckResult {
  std::vector<Finding> findings;
  std::vector<Query> queries;
  std::vector<Probe> probes;
  bool decisive = false;  // the subject is somebody else's: no further check has anything to ask
};

// ---------------------------------------------------------------- the diagnosis

// In the order of how much each says about a cause.
enum class State {
  Confirmed,
  Likely,
  Possible,
  CannotTell,
  RuledOut
};

enum class Action {
  ChangeRecord,
  Wait,
  AskAdministrator,
  FixOnYourDevice,
  ContactSupport,
  NotAlibabaMail,
  NothingWrong,
  NeedMore,
  UseAdminConsole,
};

// What the person says after trying what a cause asks for.
enum class Tried {
  No,
  Worked,
  NotYet,
  DoesNotApply,
};

struct Commands {           // of one system, in the order of typing
  std::string_view system;  // windows, macos, linux, android, ios, browser, any
  std::vector<std::string> lines;
  bool operator==(const Commands&) const = default;
};

// From here on, a string_view is a piece of the catalogue, which outlives every turn. `from` says whose statement
// something is (guide, official, checker), `owner` who mends it; both are closed sets of turn.schema.json, and
// tests/web/contract/contract.test.ts sees to it that the data keeps to them.

struct Instruction {  // a step or a verification
  std::string_view id;
  std::string_view from;
  std::string_view source;  // the official page that says it, or that says otherwise than the guide
  std::vector<Commands> commands;
  bool operator==(const Instruction&) const = default;
};

using Reasons = std::vector<const Finding*>;  // of Diagnosis::findings; of Bench::findings before (judge.h)

struct CauseVerdict {
  std::string_view id;
  std::string_view from;
  std::string_view source;
  State state = State::Possible;
  std::string_view owner;
  Action action = Action::NeedMore;
  Reasons because;                    // what decided the state
  std::vector<std::string> supports;  // keys of findings that its clauses read as speaking for it, ...
  std::vector<std::string> opposes;   // ... and against it, whether or not a whole clause holds
  Tried tried = Tried::No;
  std::vector<Instruction> steps;
  std::vector<Instruction> verify;
};

struct ProblemVerdict {
  std::string_view id;
  std::string_view from;
  std::string_view severity;
  std::vector<std::string> described_by;
  std::string_view note;
  State state = State::Possible;
  std::vector<CauseVerdict> causes;  // best first
};

enum class Change {
  Add,
  Replace,  // the record(s) in `current` by this one
  Remove,   // this very record
};

struct RecordToPublish {
  Change change = Change::Add;
  std::string host;
  std::string zone;  // the apex of the zone that holds the host, as far as an SOA showed it; else the mail domain
  RecordType type = RecordType::Cname;
  std::string value;
  std::optional<std::uint16_t> priority;
  std::vector<std::string> current;  // for Replace: what stands there now, in presentation form
  std::string_view from = "official";
  std::string_view source;
  bool operator==(const RecordToPublish&) const = default;
};

// What one resolver keeps in its cache, and until when: an old record until its TTL has run out, an absence until the
// negative TTL has (RFC 2308 section 5).
struct CachedUntil {
  std::string resolver;
  Question question;
  std::int64_t until = 0;
  bool negative = false;
  bool operator==(const CachedUntil&) const = default;
};

struct Wait {
  std::int64_t until = 0;  // the last of `caches`
  Reasons because;
  std::vector<CachedUntil> caches;
};

// What the resolvers say about one name and type, those with the same answer together: a row of the table.
struct Holder {
  std::string resolver;
  std::optional<std::uint32_t> ttl;  // what was left of it when the answer came
  bool operator==(const Holder&) const = default;
};

struct AnswerGroup {
  Outcome outcome = Outcome::Records;
  std::vector<std::string> values;  // presentation form, sorted; empty where there is no such record
  std::vector<Holder> holders;
  bool operator==(const AnswerGroup&) const = default;
};

struct Comparison {
  Question question;
  std::vector<AnswerGroup> groups;  // answers first, most holders first
  bool operator==(const Comparison&) const = default;
};

// The SPF record of the domain and all that it includes (RFC 7208 section 4.6.4), flattened: a node follows the one
// that names it, one level deeper.
enum class PolicyState {
  Fine,
  Pending,  // not answered yet
  Unknown,  // could not be told
  Absent,   // no SPF record there
  Several,  // more than one: an error, RFC 7208 section 4.5
  Broken,   // syntax
  Loop,
  Cut,  // beyond a limit of ours: not looked at
};

struct PolicyNode {
  std::size_t depth = 0;
  std::string term;    // "include:spf.qiye.aliyun.com" as written; "" for the domain's own record
  std::string domain;  // whose record it is
  std::string record;  // "" where there is none
  PolicyState state = PolicyState::Pending;
  std::int64_t lookups = 0;  // terms that cost a lookup, of this record and of all below it
  bool operator==(const PolicyNode&) const = default;
};

struct PolicyTree {
  std::int64_t lookups = 0;
  std::int64_t void_lookups = 0;
  bool complete = false;  // every term was counted: nothing is pending, unknown or cut
  std::vector<PolicyNode> nodes;
};

enum class HopState {
  Good,
  Bad,
  Unknown,
  Unasked
};

struct Hop {            // one station of the way from the browser to Alibaba Mail, for the drawing
  std::string_view id;  // browser, resolver, login-host, alias, target, alibaba-mail
  std::string name;     // the host where there is one
  HopState state = HopState::Unasked;
};

struct Diagnosis {
  Action action = Action::NeedMore;
  std::vector<ProblemVerdict> problems;
  std::vector<Finding> findings;
  Args values;  // domain, login_host, login_url, target: what steps and verifications are filled in with
  std::vector<RecordToPublish> records;
  std::optional<Wait> wait;
  std::vector<Hop> path;
  std::vector<Comparison> comparisons;
  PolicyTree policy;  // without nodes where there is no domain
  std::vector<Answer> ledger;
  std::vector<Query> purposes;  // why each name was asked for, for the ledger
  std::vector<std::string> faq;
};

struct FollowUp {  // the one question that splits the causes still open
  std::string_view id;
  std::vector<std::string> options;
  bool number = false;  // the person gives a number; the options are its bands, and "unknown"
};

struct Turn {
  Subject subject;
  std::vector<Query> queries;
  std::vector<Probe> probes;
  std::optional<FollowUp> question;
  std::size_t done = 0;
  std::size_t total = 0;
  Diagnosis diagnosis;
};

}  // namespace alimail
