// Asks the resolvers for a whole list of domains: two places, one for a resolver of China and one for a resolver of the world,
// so that one failure is never taken as an absence. Each resolver has a pace of its own.
//
// Law: no question that a resolver has answered is asked there again. Answers about names that many domains share (what a
// site publishes) are kept for the whole list, the others until their domain is done. A resolver that says it is asked too
// much (429, or 503 with Retry-After) rests, twice as long each time, and is asked more slowly; one that goes on refusing, or
// fails several times in a row, gives its place to the next resolver of its region.
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
export const mostFailures = 6; // in a row: a resolver that is blocked here hangs or fails each time

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
  firstFormat: "wire" | "json";
}

interface Seat {
  desks: Desk[];
  at: number; // the desk that is asked; desks.length: nobody is left
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

/** Two places: the resolvers of China, and those of the world. Of those that a page's author named, the first two. */
export function seatsOf(resolvers: readonly Resolver[]): Resolver[][] {
  const own = resolvers.filter(({ region }) => region === "own");
  if (own.length > 0) return own.slice(0, 2).map((resolver, index) => (index === 0 ? [resolver, ...own.slice(2)] : [resolver]));
  return (["china", "world"] as const).map((region) => resolvers.filter((one) => one.region === region)).filter((list) => list.length > 0);
}

export function createPolite(options: PoliteOptions): Polite {
  const { resolvers, clock, limits = politeLimits, onTrouble = () => undefined, ask = askOne } = options;
  const now = options.now ?? (() => new Date());
  const online = options.online ?? (() => typeof navigator === "undefined" || navigator.onLine !== false);
  const never = new AbortController().signal; // what is on its way is always heard
  const deskOf = (resolver: Resolver): Desk => {
    return { resolver, pace: createPace(limits, clock), rests: 0, failures: 0, firstFormat: "wire" };
  };
  const seats = seatsOf(resolvers).map((list): Seat => ({ desks: list.map(deskOf), at: 0 }));
  const known = new Map<string, Promise<Asked | undefined>>();
  const shared = new Map<string, Shared>();

  const leave = (seat: Seat, desk: Desk, what: Trouble["what"]): void => {
    if (seat.desks[seat.at] !== desk) return; // somebody else has noticed it already
    seat.at += 1;
    const next = seat.desks[seat.at]?.resolver.id;
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
      const desk = seat.desks[seat.at];
      if (!desk) return last;
      const asked = await desk.pace.run(async () => {
        if (seat.desks[seat.at] !== desk) return undefined; // it lost its place while this waited
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
        desk.firstFormat = asked.format;
        return asked;
      }
      if (asked.answer.failure === "offline") return asked; // says nothing about the resolver
      desk.failures += 1;
      if (desk.failures < mostFailures) return asked;
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

  const desks = (): Desk[] => seats.flatMap((seat) => seat.desks);
  return {
    lookup,
    forget: (domain) => {
      for (const key of known.keys()) {
        if (isIn(key.split("|")[1] ?? "", domain)) known.delete(key);
      }
    },
    pause: (paused) => desks().forEach(({ pace }) => pace.pause(paused)),
    hasAnybody: () => seats.some((seat) => seat.at < seat.desks.length),
    asked: () => seats.flatMap((seat) => seat.desks[seat.at]?.resolver ?? []),
    renew: (fresh) => {
      if (fresh) known.clear();
      if (fresh) shared.clear();
      for (const seat of seats) seat.at = 0;
      for (const desk of desks()) desk.rests = desk.failures = 0;
    },
  };
}
