// The list as a model: reads what was pasted, checks one domain after the other, stops and goes on. No DOM.
//
// Law: what was found is kept, also after a stop, a failure, or a reload. A domain that is done is not asked again unless a
// person wants it. Domains that nobody could answer for, because the device is offline or every resolver refuses, stay open.
import type { Case, Turn } from "../contract";
import type { Core } from "../core/core";
import { wasHeard } from "../run/holds";
import { createRun, type RunState } from "../run/loop";
import type { Resolver } from "../lookup/resolvers";
import type { Keeper } from "./keep";
import type { Polite, Trouble } from "./polite";
import { readList } from "./read-list";
import { foundIn, isWorthAnotherLook, type Row } from "./row";
import { readSubjects, type Summary } from "./subjects";

export const atOnce = 6; // domains; their questions share the pace of each resolver

export type Phase = "idle" | "reading" | "running" | "stopped" | "done";
export type Halt = "offline" | "nobody"; // why it stopped by itself

export interface ListState {
  phase: Phase;
  rows: readonly Row[];
  summary?: Summary | undefined; // of what was pasted last
  halt?: Halt | undefined;
  full: boolean; // what is found is no longer kept
  troubles: readonly Trouble[];
  failure?: string | undefined; // core.<code>: the checker's own files did not arrive
}

export interface ListOptions {
  loadCore(): Promise<Core>;
  resolvers: readonly Resolver[];
  makePolite(onTrouble: (trouble: Trouble) => void): Polite;
  keeper: Keeper;
  online(): boolean;
  onChange(state: ListState): void;
  failureOf?(error: unknown): string;
  breathe?(): Promise<void>; // lets the page draw
  now?(): Date;
}

export interface List {
  state(): ListState;
  take(text: string): Promise<void>; // reads a new list and starts
  stop(): void;
  goOn(): void;
  again(): void; // those that are broken, and those of which nothing could be told
  forget(): void;
}

// What arrives in one round is reported in one go (polite.ts), and its queries are closed a microtask later.
const afterRound = (work: () => void): void => queueMicrotask(() => queueMicrotask(work));

const briefly = (core: Core): Core => ({ ...core, advance: (input: Case) => core.advance({ ...input, brief: true }) });

export function createList(options: ListOptions): List {
  const { keeper, resolvers, online, onChange } = options;
  const now = options.now ?? (() => new Date());
  const breathe = options.breathe ?? (() => new Promise<void>((go) => setTimeout(go)));
  const polite = options.makePolite((trouble) => {
    const others = state.troubles.filter(({ resolver }) => resolver !== trouble.resolver);
    show({ troubles: [...others, trouble] });
  });
  const before = keeper.read();
  const isDone = (rows: readonly Row[]): boolean => rows.every((row) => row.state !== "queued");
  let state: ListState = {
    phase: before.length === 0 ? "idle" : isDone(before) ? "done" : "stopped",
    rows: before,
    full: false,
    troubles: [],
  };
  let busy = 0;
  let epoch = 0; // a new list makes what still comes for the old one worthless

  function show(change: Partial<ListState>): void {
    state = { ...state, ...change };
    onChange(state);
  }

  function put(index: number, row: Row): void {
    const rows = [...state.rows];
    rows[index] = row;
    const kept = row.state === "running" || keeper.row(index, row);
    show({ rows, full: state.full || !kept });
  }

  async function take(text: string): Promise<void> {
    halt();
    epoch += 1;
    busy = 0;
    const mine = epoch;
    show({ phase: "reading", rows: [], summary: undefined, halt: undefined, failure: undefined, troubles: [], full: false });
    try {
      const core = await options.loadCore();
      const { rows, summary } = await readSubjects(readList(text), core, now().toISOString(), breathe);
      if (mine !== epoch) return;
      show({ rows, summary, full: !keeper.list(rows) });
      start();
    } catch (error) {
      if (mine === epoch) show({ phase: "idle", failure: options.failureOf?.(error) ?? "core-not-loaded" });
    }
  }

  function start(): void {
    polite.renew(busy === 0);
    polite.pause(false);
    show({ phase: "running", halt: undefined, troubles: [] });
    fill();
  }

  function fill(): void {
    if (state.phase !== "running") return;
    if (!online()) return halt("offline");
    if (!polite.hasAnybody()) return busy === 0 ? halt("nobody") : undefined; // what is on its way ends soon
    for (let index = state.rows.findIndex(isQueued); index >= 0 && busy < atOnce; index = state.rows.findIndex(isQueued)) {
      busy += 1;
      const mine = epoch;
      void check(index, mine).then(() => {
        if (mine !== epoch) return;
        busy -= 1;
        fill();
      });
    }
    if (busy === 0) show({ phase: "done" });
  }

  function halt(why?: Halt): void {
    polite.pause(true);
    if (state.phase === "running") show({ phase: "stopped", halt: why });
  }

  async function check(index: number, mine: number): Promise<void> {
    const { failure: _before, ...row } = state.rows[index] as Row;
    put(index, { ...row, state: "running" });
    try {
      const core = await options.loadCore(); // one that stopped is loaded again
      const ended = await ranOnce(core, row);
      if (mine !== epoch) return;
      const next = judged(row, ended);
      if (next.state !== "queued") polite.forget(row.domain); // else what was answered is not asked again
      put(index, next);
    } catch (error) {
      if (mine === epoch) put(index, { ...row, state: "failed", failure: options.failureOf?.(error) ?? "core-not-loaded" });
    }
  }

  function judged(row: Row, { phase, turn, error }: RunState): Row {
    if (phase !== "done" || !turn) return { ...row, state: "failed", failure: error?.code ?? "core-stopped" };
    if (isCutOff(turn, online()) || (!isHeard(turn) && !polite.hasAnybody())) return { ...row, state: "queued" };
    return { ...row, state: "done", found: foundIn(turn, now().toISOString()) };
  }

  function ranOnce(core: Core, { subject, domain }: Row): Promise<RunState> {
    return new Promise((done) => {
      const run = createRun({
        core: briefly(core),
        subject,
        complaint: "",
        resolvers,
        nonce: () => undefined,
        now,
        makeLookup: () => polite.lookup(domain),
        schedule: afterRound,
        onTurn: (run) => run.phase !== "running" && done(run),
      });
      run.start();
    });
  }

  return {
    state: () => state,
    take,
    stop: () => halt(),
    goOn: () => {
      if (state.phase !== "stopped") return;
      polite.pause(false);
      if (state.halt === "nobody") polite.renew(false);
      show({ phase: "running", halt: undefined });
      fill();
    },
    again: () => {
      if (state.phase !== "done" && state.phase !== "stopped") return;
      const rows = state.rows.map((row): Row => (row.state !== "running" && isWorthAnotherLook(row) ? { ...row, state: "queued" } : row));
      show({ rows });
      start();
    },
    forget: () => {
      halt();
      epoch += 1;
      busy = 0;
      keeper.forget();
      show({ phase: "idle", rows: [], summary: undefined, halt: undefined, troubles: [], full: false });
    },
  };
}

// The network went away in the midst of it. A browser notices that a moment after requests fail.
const isCutOff = ({ diagnosis: { ledger } }: Turn, online: boolean): boolean =>
  ledger.some(({ outcome }) => outcome === "offline" || (!online && (outcome === "blocked" || outcome === "timeout")));

const isQueued = ({ state }: Row): boolean => state === "queued";

// A name that is no domain, or that no resolver has to answer for, is judged all the same.
const isHeard = (turn: Turn): boolean => turn.diagnosis.ledger.length === 0 || wasHeard(turn);
