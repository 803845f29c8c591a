// One run: advance, ask, advance again, until there is nothing left to ask. No DOM, no texts, no interpretation.
//
// Use:  const run = createRun({ core, subject, complaint, start, resolvers, onTurn });
//       run.start();            onTurn(state) is called at once, and whenever something arrived
//       run.reply(id, value);   the answer to state.turn.ask.question;   run.choose(start): which problem or topic it is
//       run.cancel();           keeps what arrived;      run.recheck(): "verify now", state.before is the turn before
//       run.case();             all evidence as JSON;    replay(core, case): the same turn without a network
//
// Law: the case only grows (until recheck), but an answer that comes late replaces the timeout that was there; a resolver
// gets each query once; what arrives after a cancel is ignored. What enters the case is limited in length and its host is
// ASCII; the caller keeps the text as typed.
//
// "done" is the first verdict. Resolvers that are late may still answer then (state.waiting): the core judges again, and
// what it wants to know in addition is asked while the phase stays "done".

import { isRefusal, type Answer, type Case, type Query, type Refusal, type Turn } from "../contract";
import { freshLabel } from "./fresh-label";
import type { Core } from "../core/core";
import { createLookup, type Lookup, type Rest } from "../lookup/lookup";
import { refusedByCsp } from "../lookup/csp";
import type { Resolver } from "../lookup/resolvers";
import { bodyLimit } from "./bodies";
import { bounded, maxComplaint, maxSubject, toAsciiSubject } from "./subject";

// A core that never stops asking, because of a bug or of a hostile zone, must not make the page ask forever. A normal
// domain takes up to 40 names and four rounds; an SPF record at its limits, ten deep, with sixteen exchanges, takes three
// times as many.
export const maxRounds = 12;
export const maxQueries = 96;
export const maxProbes = 8;

export type Phase = "idle" | "running" | "done" | "cancelled" | "failed";

export interface RunState {
  phase: Phase;
  turn?: Turn; // the last valid one, also after a failure
  before?: Turn; // the one before "verify now"
  error?: { code: string; detail: string }; // phase "failed": a refusal of the core, or core-stopped
  inFlight: number; // queries and probes that have not ended
  waiting: string[]; // phase "done": ids of the resolvers that may still answer
  resolversAnswered: string[]; // ids, in order of their first readable answer
  refusedByCsp: string[]; // ids of resolvers that this page's Content-Security-Policy blocks
  limited: boolean; // a limit above was reached, so something was not asked
}

export interface RunOptions {
  core: Core;
  subject: string;
  complaint: string;
  start?: string;
  replies?: Record<string, string>;
  resolvers: readonly Resolver[];
  patient?: boolean; // no resolver is late before the longer limit
  onTurn(state: RunState): void;
  now?: () => Date;
  nonce?: () => string | undefined;
  makeLookup?: (resolvers: readonly Resolver[]) => Lookup; // one for each start and recheck
  schedule?: (work: () => void) => void; // collects arrivals before the core is called again
}

export interface Run {
  start(): void;
  cancel(): void;
  reply(id: string, value: string | undefined): void; // undefined takes it back
  choose(start: string): void; // a problem or a topic; "" takes it back
  recheck(): void;
  case(): Case;
  state(): RunState;
}

export function replay(core: Core, saved: Case): Turn | Refusal {
  return core.advance(saved);
}

const oneFrame = (work: () => void): void => void setTimeout(work, 16);

export function createRun(options: RunOptions): Run {
  const { core, resolvers, onTurn } = options;
  const now = options.now ?? (() => new Date());
  const makeLookup = options.makeLookup ?? ((list) => createLookup(list, { now }));
  const schedule = options.schedule ?? oneFrame;
  const makeNonce = options.nonce ?? freshLabel;
  const current: Required<Omit<Case, "start" | "nonce" | "brief">> & Pick<Case, "start" | "nonce"> = {
    version: 1,
    now: now().toISOString(),
    subject: toAsciiSubject(bounded(options.subject, maxSubject)),
    complaint: bounded(options.complaint, maxComplaint),
    ...(options.start ? { start: options.start } : {}),
    replies: { ...options.replies },
    answers: [],
    probes: [],
  };

  let state: RunState = { phase: "idle", inFlight: 0, waiting: [], resolversAnswered: [], refusedByCsp: [], limited: false };
  let round = newRound();

  // The state of one start or recheck. What arrives for an earlier one is recognized by it.
  function newRound() {
    return {
      controller: new AbortController(),
      lookup: makeLookup(resolvers),
      asked: new Set<string>(),
      rounds: 0,
      queries: 0,
      probes: 0,
      limit: bodyLimit(() => (state = { ...state, limited: true })),
      late: 0, // queries and probes that may still bring something, but are not waited for
      planned: false, // the core will be called soon
      fresh: false, // there is evidence that the core has not seen
    };
  }

  function begin(): void {
    round.controller.abort();
    round = newRound();
    current.answers = [];
    current.probes = [];
    // A new label each time: after the first query, caches know the old one, which it is meant to bypass.
    const nonce = makeNonce();
    if (nonce) current.nonce = nonce;
    state = { ...state, phase: "running", inFlight: 0, resolversAnswered: [], limited: false };
    judge();
  }

  function judge(): void {
    round.fresh = false;
    current.now = now().toISOString();
    const outcome = advanceSafely();
    if ("error" in outcome) {
      round.controller.abort();
      state = { ...state, phase: "failed", inFlight: 0, error: outcome.error };
      return emit();
    }
    const { error: _gone, ...rest } = state;
    state = { ...rest, turn: outcome };
    // What is asked because of a late answer is not waited for.
    if (state.phase === "running") askNext(outcome, open);
    else if (mayComeLate()) askNext(outcome, stayOpen);
    settle();
  }

  function advanceSafely(): Turn | { error: { code: string; detail: string } } {
    try {
      const outcome = core.advance(snapshot());
      return isRefusal(outcome) ? { error: outcome.error } : outcome;
    } catch (error) {
      return { error: { code: "core-stopped", detail: error instanceof Error ? error.message : String(error) } };
    }
  }

  function settle(): void {
    if (state.phase === "running" && state.inFlight === 0) state = { ...state, phase: "done" };
    emit();
  }

  function emit(): void {
    const refused = resolvers.filter((resolver) => refusedByCsp(resolver.wireUrl)).map((resolver) => resolver.id);
    const waiting = mayComeLate() ? round.lookup.awaited() : [];
    state = { ...state, refusedByCsp: refused, waiting };
    onTurn(state);
  }

  function askNext(turn: Turn, keep: (work: Promise<Rest | void>) => void): void {
    const queries = turn.ask.queries.filter((query) => !round.asked.has(key(query)));
    const probes = turn.ask.probes.filter((probe) => !round.asked.has(probe.url));
    if (queries.length + probes.length === 0) return;
    if (!admits("rounds", maxRounds)) return;
    const { lookup, controller } = round;
    const mine = round;
    const patient = options.patient || state.phase === "done";
    for (const query of queries) {
      if (round.asked.has(key(query)) || !admits("queries", maxQueries)) continue;
      round.asked.add(key(query));
      keep(lookup.ask([query], (answer) => arrive(mine, () => addAnswer(answer)), controller.signal, patient));
    }
    for (const { url } of probes) {
      if (round.asked.has(url) || !admits("probes", maxProbes)) continue;
      round.asked.add(url);
      const work = lookup.probe(url, controller.signal);
      keep(work.then((result) => result && arrive(mine, () => current.probes.push(result))));
    }
  }

  function admits(what: "rounds" | "queries" | "probes", limit: number): boolean {
    const room = round[what] < limit;
    if (room) round[what] += 1;
    else state = { ...state, limited: true };
    return room;
  }

  function open(work: Promise<Rest | void>): void {
    const mine = round;
    state = { ...state, inFlight: state.inFlight + 1 };
    const close = (ended: Rest | void): void => {
      if (isOver(mine)) return;
      state = { ...state, inFlight: state.inFlight - 1 };
      if (ended?.rest) stayOpen(ended.rest);
      plan(mine);
    };
    work.then(close, () => close());
  }

  function stayOpen(work: Promise<unknown>): void {
    const mine = round;
    mine.late += 1;
    const close = (): void => {
      mine.late -= 1;
      plan(mine);
    };
    work.then(close, close);
  }

  function arrive(mine: typeof round, add: () => void): void {
    if (isOver(mine)) return;
    add();
    mine.fresh = true;
    plan(mine);
  }

  function addAnswer(arrived: Answer): void {
    const answer = round.limit(arrived);
    const { answers } = current;
    const late = answers.findIndex((one) => one.failure === "timeout" && one.resolver === answer.resolver && key(one) === key(answer));
    answers.splice(late < 0 ? answers.length : late, 1, answer);
    const readable = answer.failure === undefined && (answer.status ?? 0) >= 200 && (answer.status ?? 0) < 300;
    if (readable && !state.resolversAnswered.includes(answer.resolver)) {
      state = { ...state, resolversAnswered: [...state.resolversAnswered, answer.resolver] };
    }
  }

  // Five resolvers answer within one or two frames: calling the core for each would draw the page thirty times.
  function plan(mine: typeof round): void {
    if (mine.planned) return;
    mine.planned = true;
    schedule(() => {
      mine.planned = false;
      if (isOver(mine)) return;
      if (mine.fresh) judge();
      else settle();
    });
  }

  function mayComeLate(): boolean {
    return state.phase === "done" && round.late > 0 && !isOver(round);
  }

  function isOver(mine: typeof round): boolean {
    return mine !== round || mine.controller.signal.aborted;
  }

  // What the person says may lead to further queries. After a cancel it is only judged, as they wanted no more requests.
  function hear(): void {
    if (state.phase === "idle") return;
    if (state.phase === "done" && !isOver(round)) state = { ...state, phase: "running" };
    if (state.phase === "failed") state = { ...state, phase: "cancelled" };
    judge();
  }

  function snapshot(): Case {
    const { replies, answers, probes, ...rest } = current;
    return { ...rest, replies: { ...replies }, answers: [...answers], probes: [...probes] };
  }

  return {
    start: () => {
      if (state.phase === "idle") begin();
    },
    cancel: () => {
      if (mayComeLate()) {
        round.controller.abort();
        emit();
      }
      if (state.phase !== "running") return;
      round.controller.abort();
      state = { ...state, phase: "cancelled", inFlight: 0 };
      if (round.fresh) judge();
      else emit();
    },
    reply: (id, value) => {
      const { [id]: _before, ...others } = current.replies;
      current.replies = value === undefined ? others : { ...others, [id]: bounded(value, maxSubject) };
      hear();
    },
    choose: (start) => {
      if (start) current.start = start;
      else delete current.start;
      hear();
    },
    recheck: () => {
      if (state.turn && state.phase !== "running") state = { ...state, before: state.turn };
      begin();
    },
    case: snapshot,
    state: () => state,
  };
}

function key({ name, type, checkingDisabled }: Pick<Query, "name" | "type" | "checkingDisabled">): string {
  return `${name}|${type}|${checkingDisabled === true}`;
}
