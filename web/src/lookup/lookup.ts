// Sends the queries of one run to the resolvers. What it learns about them lasts as long as the run.
//
// Law of this file: no timer waits for another. Reach "every" asks all resolvers in parallel. Reach "first" gives one
// resolver a short head start before asking the next, so no more parties than necessary learn the name; every resolver that
// was asked is waited for, as the ledger must say who learned what.

import type { Answer, ProbeResult, Query } from "../contract";
import { askOne, type Asked, type AskOptions, type Format } from "./ask";
import { createGate, type Gate } from "./gate";
import { probe } from "./probe";
import type { Resolver } from "./resolvers";

export interface Lookup {
  /** Resolves when every resolver that was asked has answered or failed. Never rejects. */
  ask(queries: readonly Query[], onAnswer: (answer: Answer) => void, signal: AbortSignal): Promise<void>;
  probe(url: string, signal: AbortSignal): Promise<ProbeResult | undefined>;
}

export interface LookupOptions {
  queryMs: number; // per query and resolver; resolvers blocked in China do not refuse but hang
  headStartMs: number; // for reach "first"
  probeMs: number; // a person's connection may be slow, and a probe delays nothing else
  perResolver: number; // requests at the same time, as many as browsers open over HTTP/1.1
  now: () => Date;
  online: () => boolean;
}

const defaults: LookupOptions = {
  queryMs: 2500,
  headStartMs: 400,
  probeMs: 5000,
  perResolver: 6,
  now: () => new Date(),
  online: () => typeof navigator === "undefined" || navigator.onLine !== false,
};

interface Known {
  resolver: Resolver;
  gate: Gate;
  firstFormat: Format;
  answered: boolean;
  timedOut: boolean;
}

export function createLookup(resolvers: readonly Resolver[], overrides: Partial<LookupOptions> = {}): Lookup {
  const options: LookupOptions = { ...defaults, ...overrides };
  const all = resolvers.map((resolver): Known => {
    return { resolver, gate: createGate(options.perResolver), firstFormat: "wire", answered: false, timedOut: false };
  });
  let leader: Known | undefined;

  // A resolver that has only timed out is not asked the queries that still wait for it, once another resolver has answered.
  const isSilent = (known: Known): boolean => known.timedOut && !known.answered && all.some((other) => other.answered);

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

  const askAt = (known: Known, query: Query, signal: AbortSignal): Promise<Asked | undefined> =>
    known.gate(async () => {
      if (signal.aborted || isSilent(known)) return undefined;
      const { queryMs, now, online } = options;
      const askOptions: AskOptions = { timeoutMs: queryMs, now, online, firstFormat: known.firstFormat };
      const asked = await askOne(query, known.resolver, askOptions, signal);
      if (asked) learn(known, asked);
      return asked;
    });

  const askEvery = async (query: Query, onAnswer: (answer: Answer) => void, signal: AbortSignal): Promise<void> => {
    await Promise.all(
      all.map(async (known) => {
        const asked = await askAt(known, query, signal);
        if (asked) onAnswer(asked.answer);
      }),
    );
  };

  const askFirst = (query: Query, onAnswer: (answer: Answer) => void, signal: AbortSignal): Promise<void> => {
    const order = leader ? [leader, ...all.filter((known) => known !== leader)] : all;
    return hedge(order.length, options.headStartMs, signal, async (index) => {
      const asked = await askAt(order[index] as Known, query, signal);
      if (asked) onAnswer(asked.answer);
      return asked !== undefined && asked.settled && !asked.gaveUp;
    });
  };

  return {
    ask: async (queries, onAnswer, signal) => {
      await Promise.all(queries.map((query) => (query.reach === "every" ? askEvery : askFirst)(query, onAnswer, signal)));
    },
    probe: (url, signal) => probe(url, { timeoutMs: options.probeMs, now: options.now }, signal),
  };
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
