// Replacements for what the loop uses: a core that follows a script, and a lookup that answers when the test says so.

import type { Answer, Case, Query, Refusal, Turn } from "../../../web/src/contract";
import type { Core } from "../../../web/src/core/core";
import type { Lookup } from "../../../web/src/lookup/lookup";

export interface ScriptedCore extends Core {
  cases: Case[]; // what it was asked
}

export function scriptedCore(script: (input: Case) => Turn | Refusal): ScriptedCore {
  const cases: Case[] = [];
  return {
    cases,
    advance: (input) => {
      cases.push(JSON.parse(JSON.stringify(input)) as Case);
      return script(input);
    },
    version: () => "0",
  };
}

export interface HandLookup extends Lookup {
  asked: string[]; // names and addresses, in order
  answer(name: string, part?: Partial<Answer>): void;
  finish(name: string): void; // there will be no more answers for it
  delay(name: string): void; // what is still missing of it is late
  patient: boolean[]; // for each query, whether it was asked with the longer limit
  reach(url: string): void;
}

export function handLookup(at: string): HandLookup {
  const open = new Map<string, { tell: (answer: Answer) => void; end: () => void; delay?: () => void }>();
  const asked: string[] = [];
  const patient: boolean[] = [];
  return {
    asked,
    patient,
    ask: (queries, onAnswer, _signal, isPatient = false) => {
      const [query] = queries as [Query];
      asked.push(query.name);
      patient.push(isPatient);
      return new Promise((resolve) => {
        const delay = (): void => {
          const rest = new Promise<void>((end) => open.set(query.name, { tell: onAnswer, end }));
          resolve({ rest });
        };
        open.set(query.name, { tell: onAnswer, end: () => resolve({}), delay });
      });
    },
    awaited: () => ["one"],
    delay: (name) => open.get(name)?.delay?.(),
    probe: (url) => {
      asked.push(url);
      return new Promise((resolve) => {
        open.set(url, { tell: () => undefined, end: () => resolve({ url, outcome: "reached", at }) });
      });
    },
    answer: (name, part = {}) => {
      open.get(name)?.tell({ resolver: "one", name, type: "A", at, status: 200, body: "{}", ...part });
    },
    finish: (name) => open.get(name)?.end(),
    reach: (url) => open.get(url)?.end(),
  };
}

export function turn(queries: string[] = [], probes: string[] = []): Turn {
  return {
    subject: { kind: "domain", domain: "abc.com", loginHost: "mail.abc.com", hostTyped: false },
    ask: {
      queries: queries.map((name) => ({ name, type: "A", wire: "AAAA", why: "login", reach: "every" })),
      probes: probes.map((url) => ({ url })),
    },
    progress: { done: 0, total: queries.length },
    diagnosis: { action: "need-more", values: {}, problems: [], findings: [], records: [], path: [], comparisons: [], ledger: [], faq: [] },
  };
}
