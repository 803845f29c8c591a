// Stories whose lookups fail: a sample of them, the turns that follow, and what these claim.

import type { Answer, Case, Turn } from "../../../web/src/contract";
import { faulty } from "./faults";
import { allStories, Stage } from "./stage";
import type { Story } from "./story";

export const stage = new Stage();

/** Whether every combination is wanted, which takes long, or a sample. */
export const everything = process.env["ALIMAIL_ALL_FAILURES"] !== undefined;

// ------------------------------------------------------------------ the sample

let seed = 20261129;
export function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; // Numerical Recipes
  return Math.floor((seed / 2 ** 32) * below);
}

export function some<T>(list: T[], count: number): T[] {
  if (everything || list.length <= count) return list;
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random(left.length), 1)[0]!);
}

// ------------------------------------------------------------------ cases with failed lookups

export interface Told {
  story: Story;
  current: Case;
  whole: Turn;
  lookups: string[]; // "name TYPE", and " cd" if it was made without validation
  purposes: Map<string, string[]>; // purpose -> lookups
}

export const lookupOf = ({ name, type, checkingDisabled }: Pick<Answer, "name" | "type" | "checkingDisabled">): string =>
  `${name} ${type}${checkingDisabled ? " cd" : ""}`;

// Few public suffixes publish a policy, and many of their servers refuse the question (checks/dmarc.cpp).
const isOfSuffix = (lookup: string): boolean => /^_dmarc\.[a-z]+ TXT$/.test(lookup);

async function tell(story: Story): Promise<Told> {
  const { turns, current } = await stage.playQuickly(story);
  const whole = turns[turns.length - 1]!;
  const lookups = [...new Set(current.answers!.map(lookupOf))].filter((lookup) => !isOfSuffix(lookup));
  const purposes = new Map<string, string[]>();
  for (const { name, type, why } of turns.flatMap((turn) => turn.ask.queries)) {
    purposes.set(why, [...(purposes.get(why) ?? []), `${name} ${type}`]);
  }
  return { story, current, whole, lookups, purposes };
}

/** All stories that look something up. */
export const tales = Promise.all(allStories().map(({ story }) => tell(story))).then((all) =>
  all.filter(({ lookups }) => lookups.length > 0),
);

export let runs = 0;
export function turnOf(current: Case, change: (answer: Answer) => Answer[]): Promise<Turn> {
  ++runs;
  return stage.quickly({ ...current, answers: current.answers!.flatMap(change) });
}

export type Chosen = (answer: Answer) => boolean;
export const failing = (told: Told, chosen: Chosen, fault: string): Promise<Turn> =>
  turnOf(told.current, (answer) => [chosen(answer) ? faulty(asked(answer), fault)! : answer]);
// The same for every failure.
const turnsWithout = new WeakMap<Chosen, Promise<Turn>>();
export function unasked(told: Told, chosen: Chosen): Promise<Turn> {
  const known = turnsWithout.get(chosen) ?? turnOf(told.current, (answer) => (chosen(answer) ? [] : [answer]));
  turnsWithout.set(chosen, known);
  return known;
}

export function asked({ resolver, name, type, at, checkingDisabled }: Answer): Answer {
  return { resolver, name, type, at, ...(checkingDisabled ? { checkingDisabled } : {}) } as Answer;
}

// ------------------------------------------------------------------ what a turn claims

export const claims = (turn: Turn): string[] =>
  [...new Set(turn.diagnosis.findings.filter(({ severity }) => severity !== "unknown").map(({ key }) => key))].sort();

export function verdicts(turn: Turn): Map<string, string> {
  return new Map(turn.diagnosis.problems.flatMap(({ id, causes }) => causes.map((cause) => [`${id}: ${cause.id}`, cause.state])));
}

export const settled = (turn: Turn): [string, string][] =>
  [...verdicts(turn)].filter(([, state]) => ["confirmed", "ruled-out"].includes(state));

export const without = (list: string[], known: string[]): string[] => list.filter((each) => !known.includes(each));
