// A story of tests/scenarios: who asks what, what their DNS contains, and what the checker must say.
//
// Law: a story names everything that it expects. Problems, states of causes and findings that it does not name are forbidden,
// except findings of severity info, as a healthy domain has a dozen.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Case, Query, Turn } from "../../../web/src/contract";
import { expand } from "./expand";
import { faultFor, faulty, type Faults } from "./faults";
import { root } from "./root";
import { answerOf, lookUp, type Cache, type Zone } from "./zone";

export interface Story {
  story: string; // one sentence that a mail administrator can read
  now?: string;
  subject: string;
  complaint?: string;
  start?: string;
  replies?: Record<string, string>;
  world?: string; // a zone of tests/scenarios/worlds, to which `zone` is added; null in it removes a name
  zone?: Zone; // "+name" adds to the types of a name of the world, "name" replaces them all
  fails?: string | Faults; // at every resolver; see faults.ts
  resolvers?: Record<string, ResolverTale>; // by default two that agree
  probes?: "reached" | Record<string, "reached" | "failed" | "timeout">; // what this browser can open; by default nothing
  expect: Expectation;
}

export interface ResolverTale {
  zone?: Zone; // where its answers always differ from others': filtering, geography
  cache?: Cache; // what it remembers from earlier; null is an absence
  fails?: string | Faults;
  at?: string; // when its answers come, if time matters
}

export interface Expectation {
  action: string;
  subject?: string; // the kind, if the story is about reading the subject
  // problem -> cause -> state, best problem first; "others" -> the state of all causes not named; or only "cause is state" of
  // the best cause
  problems: Record<string, Record<string, string> | string>;
  findings: string[]; // all keys except those of the family "reply"; those of severity info only if named
  args?: Record<string, Record<string, unknown>>; // finding -> arguments that it must have
  question?: string | null;
  records?: string[]; // "host TYPE [priority ]value", after "replace " or "remove " if it is not an addition, after "later: " if it can wait
  advice?: string[]; // ids of the steps that the first cause begins with, or of the last resort where there is no cause
  meanwhile?: string[]; // ids of the steps of the first cause that come before its fix
  never?: string[]; // ids of steps, or parts of records, that nobody may be told here
  leftOut?: string[]; // of all records together
  flattened?: string[];
  wait?: string;
  rounds?: number; // at most so many until nothing is left to ask
  queries?: number; // at most so many to the first resolver
}

export const maxRounds = 12;

export const worlds = JSON.parse(readFileSync(join(root, "tests/scenarios/worlds/worlds.json"), "utf8")) as Record<string, Zone>;

const defaultNow = "2026-11-23T08:00:00Z";

export function opening(story: Story): Case {
  return {
    version: 1,
    now: story.now ?? defaultNow,
    subject: story.subject,
    complaint: story.complaint ?? "",
    ...(story.start === undefined ? {} : { start: story.start }),
    ...(story.replies === undefined ? {} : { replies: story.replies }),
    nonce: "f3k9q2x7",
    answers: [],
    probes: [],
  };
}

// Everything in the DNS of a story: what the providers publish, the world, and the story's own names over them.
export function zoneOf(story: Story, tale: ResolverTale = {}): Zone {
  const zone: Zone = { ...worlds["provider"], ...worlds[story.world ?? ""] };
  for (const [name, node] of [...Object.entries(expand(story.zone ?? {})), ...Object.entries(expand(tale.zone ?? {}))]) {
    if (name.startsWith("+")) zone[name.slice(1)] = { ...zone[name.slice(1)], ...node };
    else zone[name] = node;
  }
  return zone;
}

// Adds the answers of the story's world to the case. Returns false if the turn asked nothing.
export function answerTurn(story: Story, current: Case, turn: Turn): boolean {
  const { queries, probes } = turn.ask;
  const resolvers = Object.entries(story.resolvers ?? { alidns: {}, google: {} });
  const zones = resolvers.map(([, tale]) => zoneOf(story, tale));
  for (const query of queries) {
    for (const [index, [resolver, tale]] of resolvers.entries()) {
      const answer = answerTo(query, resolver, current.now, story, tale, zones[index]!);
      current.answers!.push(answer);
      if (query.reach === "first" && isDns(answer)) break;
    }
  }
  for (const { url } of probes) {
    current.probes!.push({ url, outcome: story.probes === "reached" ? "reached" : (story.probes?.[url] ?? "failed"), at: current.now });
  }
  return queries.length + probes.length > 0;
}

// The page asks the next resolver if this one gave no DNS answer, or gave up (web/src/lookup/ask.ts).
function isDns(answer: Answer): boolean {
  if (/"Status":[25]\b/.test(answer.body ?? "")) return false;
  return answer.failure === undefined && answer.status === 200 && (answer.contentType ?? "").startsWith("application/dns");
}

function answerTo(query: Query, resolver: string, now: string, story: Story, tale: ResolverTale, zone: Zone): Answer {
  const unchecked = query.checkingDisabled ? { checkingDisabled: true } : {};
  const asked = { resolver, name: query.name, type: query.type, at: tale.at ?? now, ...unchecked };
  const fault = faultFor(asked, tale.fails, story.fails);
  return (fault === undefined ? undefined : faulty(asked, fault)) ?? answerOf(asked, lookUp(asked, zone, tale.cache));
}
