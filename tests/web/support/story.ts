// A story of tests/scenarios: who asks what, what their DNS holds, and what the checker must say.
//
// Law: a story names everything that it expects. Problems, cause states and findings that it does not name are forbidden.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case, Turn } from "../../../web/src/contract";
import { root } from "./root";
import { answerFor, type Zone } from "./zone";

export interface Story {
  story: string; // one sentence that a mail administrator can read
  now?: string;
  subject: string;
  complaint?: string;
  start?: string;
  replies?: Record<string, string>;
  world?: string; // a zone of tests/scenarios/worlds, to which `zone` is added; null in it removes a name
  zone?: Zone;
  resolvers?: Record<string, ResolverTale>; // two that agree where nothing is said
  probes?: Record<string, "reached" | "failed" | "timeout">;
  expect: Expectation;
}

export interface ResolverTale {
  zone?: Zone; // names that differ from the story's zone; null removes one
  fails?: string; // every query: timeout, blocked, offline, unreadable, servfail, refused, html, http-429 ...
}

export interface Expectation {
  action: string;
  subject?: string; // the kind, where the story is about reading the subject
  problems: Record<string, Record<string, string>>; // problem -> cause -> state, best problem first
  findings: string[]; // every key but those of the family "reply"; those of severity info only if named
  question?: string | null;
  records?: string[]; // "host TYPE [priority ]value", with "replace " or "remove " before it where it is no addition
  wait?: string;
  rounds?: number; // at most so many until nothing is asked any more
}

export const maxRounds = 8;

const worlds = JSON.parse(readFileSync(join(root, "tests/scenarios/worlds/worlds.json"), "utf8")) as Record<string, Zone>;

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

// Adds to the case what the world of the story answers to the turn's questions. Gives false where there were none.
export function answerTurn(story: Story, current: Case, turn: Turn): boolean {
  const { queries, probes } = turn.ask;
  const resolvers = story.resolvers ?? { alidns: {}, google: {} };
  for (const query of queries) {
    const asked = query.reach === "every" ? Object.entries(resolvers) : Object.entries(resolvers).slice(0, 1);
    for (const [resolver, tale] of asked) {
      const zone = { ...worlds[story.world ?? ""], ...story.zone, ...tale.zone };
      current.answers!.push(answerFor({ resolver, name: query.name, type: query.type, at: current.now, ...(query.checkingDisabled ? { checkingDisabled: true } : {}) }, zone, tale.fails));
    }
  }
  for (const { url } of probes) {
    current.probes!.push({ url, outcome: story.probes?.[url] ?? "failed", at: current.now });
  }
  return queries.length + probes.length > 0;
}
