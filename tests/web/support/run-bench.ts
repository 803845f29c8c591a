// A run with a scripted core and arrivals that the test controls.

import type { Case, Refusal, Turn } from "../../../web/src/contract";
import { publicResolvers } from "../../../web/src/lookup/resolvers";
import { createRun, type Run, type RunOptions, type RunState } from "../../../web/src/run/loop";
import { handLookup, scriptedCore, type HandLookup, type ScriptedCore } from "./scripted";

export const at = "2026-11-23T08:00:00.000Z";

export interface Bench {
  run: Run;
  core: ScriptedCore;
  lookup: HandLookup;
  states: RunState[];
  settle(): Promise<void>; // lets promises settle, then calls the core for what was collected
}

export function bench(script: (input: Case) => Turn | Refusal, options: Partial<RunOptions> = {}): Bench {
  const core = scriptedCore(script);
  const lookup = handLookup(at);
  const states: RunState[] = [];
  const gathered: (() => void)[] = [];
  const run = createRun({
    core,
    subject: "abc.com",
    complaint: "",
    resolvers: publicResolvers,
    onTurn: (state) => states.push(state),
    now: () => new Date(at),
    nonce: () => "n0nce",
    makeLookup: () => lookup,
    schedule: (work) => gathered.push(work),
    ...options,
  });
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    for (const work of gathered.splice(0)) work();
  };
  return { run, core, lookup, states, settle };
}

export const answered = (input: Case, name: string): boolean => (input.answers ?? []).some((answer) => answer.name === name);
