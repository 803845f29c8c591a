// Sends the queries of one run to the resolvers. What it learns about them lasts as long as the run.
//
// Law of this file: no timer waits for another. Reach "every" asks all resolvers in parallel. Reach "first" gives one
// resolver a short head start before asking the next, so no more parties than necessary learn the name; every resolver that
// was asked is waited for, as the ledger must say who learned what.
//
// An answer that has not come in time is reported as a timeout, and its request goes on: what comes later is reported again
// and replaces the timeout. So a resolver that hangs holds nobody back, and a slow one is still heard.

import type { Answer, ProbeResult, Query } from "../contract";
import { askOne, timeoutOf, type Asked, type Format } from "./ask";
import { startDeadline, stopped } from "./deadline";
import { createGate, type Gate } from "./gate";
import { probe } from "./probe";
import type { Resolver } from "./resolvers";

export interface Lookup {
  /**
   * Resolves when every resolver that was asked has answered, failed, or is late. If answers may still come then, `rest`
   * ends with the last. Neither rejects. `patient`: nothing is late before the longer limit.
   */
  ask(queries: readonly Query[], onAnswer: (answer: Answer) => void, signal: AbortSignal, patient?: boolean): Promise<Rest>;
  /** The resolvers whose answers have not come yet. */
  awaited(): string[];
  probe(url: string, signal: AbortSignal): Promise<ProbeResult | undefined>;
}

export interface Rest {
  rest?: Promise<unknown> | undefined;
}

export interface LookupOptions {
  queryMs: number; // per query and resolver; resolvers blocked in China do not refuse but hang
  lateMs: number; // until when a late answer is still heard
  headStartMs: number; // for reach "first"
  probeMs: number; // a person's connection may be slow, and a probe delays nothing else
  perResolver: number; // requests at the same time, as many as browsers open over HTTP/1.1
  // The same once it has answered: a whole round of a run, which over HTTP/2 takes as long as one of them. Not before, as
  // Firefox tries each request again whose connection is reset, and many of them take longer than queryMs.
  onceAnswered: number;
  now: () => Date;
  online: () => boolean;
}

const defaults: LookupOptions = {
  queryMs: 2500,
  lateMs: 10_000,
  headStartMs: 400,
  probeMs: 5000,
  perResolver: 6,
  onceAnswered: 24,
  now: () => new Date(),
  online: () => typeof navigator === "undefined" || navigator.onLine !== false,
};

interface Known {
  resolver: Resolver;
  gate: Gate;
  firstFormat: Format;
  answered: boolean;
  timedOut: boolean;
  open: number; // requests that have not ended
  deferred: (() => void)[]; // what waits for its first answer, or for the end of its last request
}

// One call of ask().
interface Asking {
  onAnswer: (answer: Answer) => void;
  signal: AbortSignal;
  patient: boolean;
  late: Promise<unknown>[]; // grows until the call has resolved
}

export function createLookup(resolvers: readonly Resolver[], overrides: Partial<LookupOptions> = {}): Lookup {
  const options: LookupOptions = { ...defaults, ...overrides };
  const all = resolvers.map((resolver): Known => {
    const limit = (): number => (known.answered ? options.onceAnswered : options.perResolver);
    const known: Known = {
      resolver,
      gate: createGate(limit),
      firstFormat: "wire",
      answered: false,
      timedOut: false,
      open: 0,
      deferred: [],
    };
    return known;
  });
  let leader: Known | undefined;

  const hangs = (known: Known): boolean => known.timedOut && !known.answered;

  const learn = (known: Known, asked: Asked): void => {
    if (asked.settled) {
      known.answered = true;
      known.firstFormat = asked.format; // saves the failing request next time
      if (!asked.gaveUp) leader = leader ?? known;
      else if (leader === known) leader = undefined;
    } else {
      known.timedOut = known.timedOut || asked.answer.failure === "timeout";
      if (leader === known) leader = undefined;
    }
  };

  // One request until its very end.
  const request = async (known: Known, query: Query, signal: AbortSignal): Promise<Asked | undefined> => {
    known.open += 1;
    const { queryMs, lateMs, now, online } = options;
    const timeoutMs = Math.max(queryMs, lateMs); // also if an answer is not expected earlier
    const asked = await askOne(query, known.resolver, { timeoutMs, now, online, firstFormat: known.firstFormat }, signal);
    known.open -= 1;
    if (asked) learn(known, asked);
    if (known.answered || known.open === 0) for (const go of known.deferred.splice(0)) go();
    return asked;
  };

  // A resolver that has only timed out is not asked the queries that still wait for it, once another resolver has answered:
  // only if it answers after all.
  const defer = async (known: Known, query: Query, { onAnswer, signal }: Asking): Promise<void> => {
    if (known.open > 0) await new Promise<void>((go) => known.deferred.push(go));
    if (!known.answered || signal.aborted) return;
    const asked = await request(known, query, signal);
    if (asked) onAnswer(asked.answer);
  };

  /** Whether it has answered in time, and no other needs to be asked. */
  const askAt = (known: Known, query: Query, asking: Asking): Promise<boolean> =>
    known.gate(async () => {
      const { onAnswer, signal, patient, late } = asking;
      if (signal.aborted) return false;
      if (hangs(known) && all.some(({ answered }) => answered)) {
        if (query.reach === "every") late.push(defer(known, query, asking));
        return false;
      }
      // Where nobody has answered, a query that had to wait for a hanging resolver has waited long enough.
      const limit = hangs(known) ? 0 : patient ? options.lateMs : options.queryMs;
      const work = request(known, query, signal);
      const asked = await inTime(work, limit, signal);
      if (asked === stopped) {
        if (signal.aborted) return false;
        known.timedOut = true;
        if (leader === known) leader = undefined;
        onAnswer(timeoutOf(query, known.resolver, options.now()));
        late.push(work.then((last) => last && last.answer.failure !== "timeout" && onAnswer(last.answer)));
        return false;
      }
      if (asked) onAnswer(asked.answer);
      return asked !== undefined && asked.settled && !asked.gaveUp;
    });

  const askEvery = (query: Query, asking: Asking): Promise<unknown> => Promise.all(all.map((known) => askAt(known, query, asking)));

  const askFirst = (query: Query, asking: Asking): Promise<void> => {
    const order = leader ? [leader, ...all.filter((known) => known !== leader)] : all;
    return hedge(order.length, options.headStartMs, asking.signal, (index) => askAt(order[index] as Known, query, asking));
  };

  return {
    ask: async (queries, onAnswer, signal, patient = false) => {
      const asking: Asking = { onAnswer, signal, patient, late: [] };
      await Promise.all(queries.map((query) => (query.reach === "every" ? askEvery : askFirst)(query, asking)));
      return { rest: asking.late.length > 0 ? Promise.all(asking.late) : undefined };
    },
    awaited: () => all.filter(({ open }) => open > 0).map(({ resolver }) => resolver.id),
    probe: (url, signal) => probe(url, { timeoutMs: options.probeMs, now: options.now }, signal),
  };
}

async function inTime<T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T | typeof stopped> {
  const deadline = startDeadline(milliseconds, signal);
  try {
    return await deadline.race(work);
  } finally {
    deadline.end();
  }
}

// Starts attempt 0, then each next one after the head start or as soon as one fails, and none after a success. Ends when
// all have ended.
function hedge(count: number, headStartMs: number, signal: AbortSignal, attempt: (index: number) => Promise<boolean>): Promise<void> {
  return new Promise((resolve) => {
    let next = 0;
    let open = 0;
    let settled = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const advance = (): void => {
      clearTimeout(timer);
      if (!settled && !signal.aborted && next < count) {
        open += 1;
        attempt(next).then(finish, () => finish(false));
        next += 1;
        if (next < count) timer = setTimeout(advance, headStartMs);
      } else if (open === 0) {
        resolve();
      }
    };
    const finish = (success: boolean): void => {
      open -= 1;
      settled = settled || success;
      advance();
    };
    advance();
  });
}
