// Asks the resolvers for a whole list of domains: two places, one for a resolver of China and one for a resolver of the world,
// so that one failure is never taken as an absence. Each resolver has a pace of its own.
//
// Law: no question that a resolver has answered is asked there again. Answers about names that many domains share (what a
// site publishes) are kept for the whole list, the others until their domain is done. A resolver that says it is asked too
// much (429, or 503 with Retry-After) rests, twice as long each time, and is asked more slowly; one that goes on refusing, or
// fails several times in a row, gives its place to the next resolver of its region, or else to one of the other region.
import type { Answer, Query } from "../contract";
import { askOne, type Asked } from "../lookup/ask";
import type { Lookup, Rest } from "../lookup/lookup";
import type { Resolver } from "../lookup/resolvers";
import { createPace, type Clock, type Pace, type PaceLimits } from "./pace";

// Far below what any of them is known to take. AliDNS limits what one address asks at the same time, and names no number:
// https://www.alibabacloud.com/help/en/dns/public-dns-free-version-access-speed-limit-notification
export const politeLimits: PaceLimits = { inFlight: 4, perSecond: 10 };
export const timeoutMs = 5000;
export const firstRestMs = 1000;
export const longestRestMs = 60_000;
export const mostRests = 4; // in a row, then the resolver has lost its place
export const mostFailures = 6; // in a row
export const mostAtFirst = 3; // failures of a resolver that never answered: it is blocked here, as many are in China

/** Why a resolver is no longer asked, or is asked later. */
export interface Trouble {
  resolver: string;
  what: "limits" | "fails";
  until?: number; // it rests; absent: it is not asked any more
  instead?: string; // the resolver that took its place
}

export interface PoliteOptions {
  resolvers: readonly Resolver[];
  clock: Clock;
  limits?: PaceLimits;
  now?: () => Date;
  online?: () => boolean;
  onTrouble?(trouble: Trouble): void;
  ask?: typeof askOne; // for tests
}

export interface Polite {
  /** For one domain: what it asks in one round is answered in one go. */
  lookup(domain: string): Lookup;
  /** The domain is done: forgets the answers about names in it. */
  forget(domain: string): void;
  pause(paused: boolean): void;
  /** Whether anybody can still be asked. */
  hasAnybody(): boolean;
  /** The resolvers that are asked now. */
  asked(): Resolver[];
  /** All resolvers get their places back. `fresh`: shared names are asked again too. */
  renew(fresh: boolean): void;
}

interface Desk {
  resolver: Resolver;
  pace: Pace;
  rests: number; // in a row
  failures: number; // in a row
  answered: boolean;
  gone: boolean; // it has lost its place
  firstFormat: "wire" | "json";
}

interface Seat {
  desks: Desk[]; // in the order in which they take the place
  desk: Desk | undefined; // the one that is asked; undefined: nobody is left
}

// A name outside of the domain: what it says, and the names in that which were asked next.
interface Shared {
  key: string;
  answers: Answer[];
  next: Set<Shared>;
}

const keyOf = ({ name, type, checkingDisabled }: Query): string => `${name}|${type}|${checkingDisabled === true}`;
// The text of a record is plain in both formats.
const mentions = ({ answers }: Shared, name: string): boolean =>
  answers.some(({ body, bodyBase64 }) => (body ?? (bodyBase64 ? atob(bodyBase64) : "")).includes(name));
const isIn = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/**
 * Two places: for a resolver of China, and for one of the world, each with those that may take it. Of the resolvers that a page's
 * author named, the first two have the places.
 */
export function seatsOf(resolvers: readonly Resolver[]): Resolver[][] {
  const own = resolvers.filter(({ region }) => region === "own");
  const [first, second, ...others] = own;
  if (first)
    return second
      ? [
          [first, ...others],
          [second, ...others],
        ]
      : [[first]];
  const of = (region: Resolver["region"]): Resolver[] => resolvers.filter((one) => one.region === region);
  return [
    [...of("china"), ...of("world").reverse()],
    [...of("world"), ...of("china").reverse()],
  ];
}

export function createPolite(options: PoliteOptions): Polite {
  const { resolvers, clock, limits = politeLimits, onTrouble = () => undefined, ask = askOne } = options;
  const now = options.now ?? (() => new Date());
  const online = options.online ?? (() => typeof navigator === "undefined" || navigator.onLine !== false);
  const never = new AbortController().signal; // what is on its way is always heard
  const deskOf = (resolver: Resolver): Desk => {
    return { resolver, pace: createPace(limits, clock), rests: 0, failures: 0, answered: false, gone: false, firstFormat: "wire" };
  };
  const desks = new Map(resolvers.map((resolver) => [resolver, deskOf(resolver)]));
  const seats = seatsOf(resolvers).map((list): Seat => {
    const mine = list.flatMap((resolver) => desks.get(resolver) ?? []);
    return { desks: mine, desk: mine[0] };
  });
  const known = new Map<string, Promise<Asked | undefined>>();
  const shared = new Map<string, Shared>();

  const leave = (seat: Seat, desk: Desk, what: Trouble["what"]): void => {
    if (seat.desk !== desk) return; // somebody else has noticed it already
    desk.gone = true;
    seat.desk = seat.desks.find((one) => !one.gone && seats.every((other) => other.desk !== one));
    const next = seat.desk?.resolver.id;
    onTrouble({ resolver: desk.resolver.id, what, ...(next ? { instead: next } : {}) });
  };

  const rest = (seat: Seat, desk: Desk, seconds: number | undefined): void => {
    if (desk.pace.resting()) return; // this was asked before the rest began
    if (desk.rests >= mostRests) return leave(seat, desk, "limits");
    const milliseconds = Math.min(longestRestMs, Math.max((seconds ?? 0) * 1000, firstRestMs * 2 ** desk.rests));
    desk.rests += 1;
    desk.pace.slow();
    desk.pace.rest(milliseconds);
    onTrouble({ resolver: desk.resolver.id, what: "limits", until: clock.now() + milliseconds });
  };

  /** Until somebody in this place answers. What fails at its last resolver is its answer. */
  const askAt = async (seat: Seat, query: Query): Promise<Asked | undefined> => {
    let last: Asked | undefined;
    for (;;) {
      const { desk } = seat;
      if (!desk) return last;
      const asked = await desk.pace.run(async () => {
        if (seat.desk !== desk) return undefined; // it lost its place while this waited
        return ask(query, desk.resolver, { timeoutMs, now, online, firstFormat: desk.firstFormat }, never);
      });
      if (!asked) continue;
      last = asked;
      if (asked.limited) {
        rest(seat, desk, asked.retryAfter);
        continue;
      }
      if (asked.settled) {
        desk.rests = desk.failures = 0;
        desk.answered = true;
        desk.firstFormat = asked.format;
        return asked;
      }
      if (asked.answer.failure === "offline") return asked; // says nothing about the resolver
      desk.failures += 1;
      if (seat.desk === desk && desk.failures < (desk.answered ? mostFailures : mostAtFirst)) return asked;
      leave(seat, desk, "fails");
    }
  };

  const once = (seat: Seat, query: Query): Promise<Asked | undefined> => {
    const key = `${seats.indexOf(seat)}|${keyOf(query)}`;
    const before = known.get(key);
    if (before) return before;
    const asked = askAt(seat, query);
    known.set(key, asked);
    // A failure is no answer: the next domain that needs it asks again.
    void asked.then((one) => one?.settled || known.delete(key));
    return asked;
  };

  const answersTo = async (query: Query): Promise<Answer[]> => {
    if (query.reach === "every") {
      const all = await Promise.all(seats.map((seat) => once(seat, query)));
      return all.flatMap((asked) => asked?.answer ?? []);
    }
    const answers: Answer[] = [];
    for (const seat of seats) {
      const asked = await once(seat, query);
      if (asked) answers.push(asked.answer);
      if (asked?.settled && !asked.gaveUp) break;
    }
    return answers;
  };

  // The core is called once a round: what is asked together is reported together. And a site's SPF includes others, which include
  // others: what earlier domains asked after a shared name, and it names, comes with its answer, so that the core need not ask for it.
  const lookup = (domain: string): Lookup => {
    let round: { queries: readonly Query[]; onAnswer: (answer: Answer) => void; done: (rest: Rest) => void }[] = [];
    const told = new Set<string>();
    let before: Shared[] = [];

    const shareOf = (query: Query, answers: Answer[]): Shared[] => {
      if (isIn(query.name, domain) || answers.some(({ failure }) => failure)) return [];
      const key = keyOf(query);
      const one = shared.get(key) ?? { key, answers, next: new Set() };
      shared.set(key, one);
      for (const earlier of before) if (mentions(earlier, query.name)) earlier.next.add(one);
      return [one];
    };

    const answer = async (): Promise<void> => {
      const mine = round;
      round = [];
      const queries = mine.flatMap((one) => one.queries);
      const all = new Map(await Promise.all(queries.map(async (query) => [query, await answersTo(query)] as const)));
      const [tell] = mine.map(({ onAnswer }) => onAnswer);
      for (const query of queries) told.add(keyOf(query));
      for (const answers of all.values()) answers.forEach((one) => tell?.(one));
      before = queries.flatMap((query) => shareOf(query, all.get(query) ?? []));
      const follow = before.flatMap((one) => [...one.next]);
      for (let one = follow.pop(); one; one = follow.pop()) {
        if (told.has(one.key)) continue;
        told.add(one.key);
        one.answers.forEach((each) => tell?.(each));
        follow.push(...one.next);
      }
      for (const { done } of mine) done({});
    };
    return {
      ask: (queries, onAnswer) => {
        if (round.length === 0) queueMicrotask(() => void answer());
        return new Promise((done) => round.push({ queries, onAnswer, done }));
      },
      awaited: () => [],
      probe: () => Promise.resolve(undefined), // a list opens nothing
    };
  };

  return {
    lookup,
    forget: (domain) => {
      for (const key of known.keys()) {
        if (isIn(key.split("|")[1] ?? "", domain)) known.delete(key);
      }
    },
    pause: (paused) => desks.forEach(({ pace }) => pace.pause(paused)),
    hasAnybody: () => seats.some(({ desk }) => desk !== undefined),
    asked: () => seats.flatMap(({ desk }) => desk?.resolver ?? []),
    renew: (fresh) => {
      if (fresh) known.clear();
      if (fresh) shared.clear();
      desks.forEach((desk) => Object.assign(desk, { rests: 0, failures: 0, gone: false }));
      for (const seat of seats) seat.desk = seat.desks[0];
    },
  };
}
