// The contract with the core in TypeScript: the Case that goes in, the Turn (or Refusal) that comes out.
//
// Law of this file: types and one guard that match core/case.schema.json and core/turn.schema.json exactly, and nothing
// that only the page knows. tests/web/contract/contract.test.ts compares the two sides.

// ---------------------------------------------------------------- what goes in

export type Time = string; // RFC 3339, UTC

export type Failure = "timeout" | "blocked" | "offline" | "unreadable";

export interface Answer {
  resolver: string;
  name: string;
  type: string; // A, AAAA, CNAME, MX, TXT, NS, SOA, CAA
  at: Time;
  status?: number;
  contentType?: string;
  body?: string;
  bodyBase64?: string; // standard base64: the RFC 8484 message
  checkingDisabled?: boolean;
  failure?: Failure;
}

export type ProbeOutcome = "reached" | "failed" | "timeout";

export interface ProbeResult {
  url: string;
  outcome: ProbeOutcome;
  at: Time;
}

export interface Case {
  version: 1;
  now: Time;
  subject: string;
  complaint: string;
  start?: string; // id of a problem or of a topic
  nonce?: string; // a label that no cache has seen, made for this run
  brief?: boolean; // one of many domains: only what decides the verdict is asked
  replies?: Record<string, string>;
  answers?: Answer[];
  probes?: ProbeResult[];
}

// ---------------------------------------------------------------- what comes out

export type SubjectKind = "empty" | "domain" | "login-host" | "address" | "provider-login" | "refused";

export type SubjectProblem =
  | "too-long"
  | "ip-address"
  | "single-label"
  | "local-name"
  | "reserved-name"
  | "bad-character"
  | "not-ascii"
  | "empty-label"
  | "long-label"
  | "numeric-tld";

export interface Subject {
  kind: SubjectKind;
  problem?: SubjectProblem;
  domain: string;
  loginHost: string;
  hostTyped: boolean;
}

export type Reach = "every" | "first";

export interface Query {
  name: string;
  type: string;
  wire: string; // base64url of the RFC 8484 query
  why: string;
  reach: Reach;
  checkingDisabled?: boolean; // without DNSSEC validation: cd=1 in the JSON form
}

export interface Probe {
  url: string;
}

export interface Question {
  id: string;
  kind: "choice" | "number"; // number: the options are its bands, and "unknown"
  options: string[];
}

export interface Ask {
  queries: Query[];
  probes: Probe[];
  question?: Question;
}

export interface Progress {
  done: number;
  total: number;
}

export type Arg = string | number | string[];
export type Args = Record<string, Arg>;

/** What has parts: { resolver, outcome }, { resolver, code, text }, { resolvers, values }, { resolvers, outcome }, { outcome }. */
export interface Fields {
  resolver?: string;
  resolvers?: string[];
  outcome?: Outcome;
  values?: string[]; // none: it only lacks what others have
  code?: number; // an extended error, RFC 8914
  text?: string; // that a resolver gives with it, or ""
}

export type Severity = "error" | "warning" | "notice" | "info" | "unknown";

export interface Finding {
  key: string; // family.state
  severity: Severity;
  args: Record<string, Arg | Fields[]>;
  source?: string;
}

export type System = "windows" | "macos" | "linux" | "android" | "ios" | "browser" | "any";

export interface Commands {
  system: System;
  lines: string[];
}

export type From = "guide" | "official" | "checker";

export interface Instruction {
  id: string;
  from: From;
  args: Args; // the values of the diagnosis, which core/values.ts hands out
  commands?: Commands[];
  source?: string;
}

export type State = "confirmed" | "likely" | "possible" | "ruled-out" | "cannot-tell";

export type Action =
  | "change-record"
  | "wait"
  | "ask-administrator"
  | "fix-on-your-device"
  | "contact-support"
  | "not-alibaba-mail"
  | "nothing-wrong"
  | "need-more"
  | "use-admin-console"
  | "renew-subscription"
  | "contact-recipient"
  | "contact-sender"
  | "check-domain";

export type Tried = "worked" | "not-yet" | "does-not-apply"; // the values of a reply "fix.<problem>.<cause>"

export type Owner =
  | "you"
  | "postmaster"
  | "dns-host"
  | "alibaba-mail"
  | "recipient"
  | "network"
  | "buyer" // who bought the mailbox
  | "sender" // the sender's side
  | "registrant"; // who registered the domain

export interface Cause {
  id: string;
  from: From;
  source?: string;
  state: State;
  owner: Owner;
  action: Action;
  because: Finding[]; // what decided its state
  supports: string[]; // keys of findings for it, and against it, whether or not they decided
  opposes: string[];
  tried?: Tried;
  meanwhile?: Instruction[]; // the way out before the repair: steps
  steps: Instruction[];
  verify: Instruction[];
  notes?: Instruction[];
}

export interface Problem {
  id: string;
  from: From;
  severity: "high" | "medium" | "low";
  state: State;
  describedBy: string[];
  causes: Cause[];
}

/** A how-to question that the person asks. */
export interface Topic {
  id: string;
  from: From;
  source?: string;
  faq?: string; // the entry of the FAQ that has the answer; otherwise topic.<id>.answer
  steps: Instruction[];
  matched: string[]; // slices of the complaint
}

export interface RecordToPublish {
  change: "add" | "replace" | "remove";
  host: string;
  zone: string;
  type: string;
  value: string;
  priority?: number;
  current?: string[]; // for "replace": what is there now
  leftOut?: string[]; // parts of it that the new value does not have
  flattened?: string[]; // terms of SPF that their addresses replace
  later?: true; // an improvement that does not fix the cause shown
  from: From;
  source?: string;
}

export interface CachedUntil {
  resolver: string;
  name: string;
  type: string;
  until: Time;
  negative: boolean; // it remembers that there is no such record
}

export interface Wait {
  until: Time;
  because: Finding[];
  caches: CachedUntil[];
}

export interface AnswerGroup {
  outcome: Outcome;
  values: string[];
  holders: { resolver: string; ttl?: number }[];
}

export interface Comparison {
  name: string;
  type: string;
  groups: AnswerGroup[];
}

export type PolicyState = "fine" | "pending" | "unknown" | "absent" | "several" | "broken" | "loop" | "cut";

export interface PolicyNode {
  depth: number;
  term: string; // "" for the domain's own record
  domain: string;
  record: string;
  state: PolicyState;
  lookups: number;
}

export interface Policy {
  lookups: number;
  voidLookups: number;
  complete: boolean;
  nodes: PolicyNode[];
}

export interface Hop {
  hop: "browser" | "resolver" | "login-host" | "alias" | "target" | "alibaba-mail";
  name?: string;
  state: "good" | "bad" | "unknown" | "unasked";
}

export type Outcome =
  | "records"
  | "nodata"
  | "nxdomain"
  | "servfail"
  | "refused"
  | "other-rcode"
  | "malformed"
  | "truncated"
  | "http-error"
  | "timeout"
  | "blocked"
  | "offline"
  | "unreadable";

export interface LedgerRecord {
  name: string;
  type: string;
  ttl: number;
  data: string;
}

export interface LedgerRow {
  resolver: string;
  name: string;
  type: string;
  at: Time;
  why?: string;
  checkingDisabled?: boolean;
  outcome: Outcome;
  rcode?: number;
  status?: number;
  detail?: string;
  ede?: { code: number; text: string }[]; // RFC 8914
  records: LedgerRecord[];
}

export interface Diagnosis {
  action: Action;
  values: Args; // what fills in the words of all instructions
  topic?: Topic;
  closest?: string[]; // ids of problems and topics, best first; absent where the reading is clear
  problems: Problem[];
  otherwise?: Instruction[]; // steps for where no question is left and no cause can be named
  findings: Finding[];
  records: RecordToPublish[];
  wait?: Wait;
  path: Hop[];
  comparisons: Comparison[];
  policy?: Policy;
  ledger: LedgerRow[];
  faq: string[];
}

export interface Turn {
  subject: Subject;
  ask: Ask;
  progress: Progress;
  diagnosis: Diagnosis;
}

export type RefusalCode = "not-json" | "too-deep" | "too-large" | "not-a-case" | "no-lexicon";

export interface Refusal {
  error: { code: RefusalCode; detail: string };
}

export function isRefusal(outcome: Turn | Refusal): outcome is Refusal {
  return "error" in outcome;
}
